#pragma once

#include <array>
#include <cstdint>
#include <limits>
#include <vector>

#include "agents/world.hpp"
#include "scenarios/parameters/vocabulary.hpp"
#include "sim/negotiation/outcome.hpp"
#include "sim/record/column_info.hpp"

namespace hansa {

/// Flags with a first one for "no text".
template <std::size_t n>
constexpr std::array<std::string_view, n + 1> or_no_text(std::string_view no_text,
                                                         const std::array<std::string_view, n>& others) {
  std::array<std::string_view, n + 1> all{no_text};
  std::copy(others.begin(), others.end(), all.begin() + 1);
  return all;
}

inline constexpr std::array<std::string_view, 2> no_or_yes = {"no", "yes"};
inline constexpr auto form_codes = or_no_text("none", choices(Form{}).values);
inline constexpr auto urban_level_codes = or_no_text("no_text", choices(UrbanPlace{}).values);

/// The record of one realization: one vector per column, each declared in columns(). NaN: does not apply,
/// such as the depth of a text where none was adopted.
struct RunRecord {
  std::vector<std::uint8_t> adopted, form, urban_level, objects;
  std::vector<std::int32_t> rounds, n_objectors, objectors_greatest, accredited;
  std::vector<double> at_home, hardness, depth, exempted, paid, participation, urban_role, voice,
      conference_access, entered_force, text, effective, pressure, gain, city_access, ratified, joining_own,
      joining_others;

  std::vector<std::int32_t> networks, known_networks, births, deaths, mergers, memberships, known_memberships,
      member_cities, declarations, preemptions;
  std::vector<double> effective_number, concentration, overlap, entropy_number, pair_overlap, network_voice,
      coherence, correlation, coverage, attention_left, soft_power, access, top_access, autonomy, compliance,
      shortfall, delivery, city_action, status_quo;
  std::vector<double> position, state_compliance, state_city_action, home_pressure, state_preemptions,
      state_hard_power, state_soft_power;

  /// Calls visit(member, info) for every column, in the order of the result file. This list feeds
  /// make_record, the layouts of result files, --json, compare, the estimate of memory, the laws and
  /// docs/reference/result_file.md.
  template <class Visitor> static constexpr void columns(Visitor&& visit) {
    using enum Axis;
    using R = RunRecord;
    constexpr ColumnTraits flag{.flags = no_or_yes}, mean{.keep = Keep::Mean},
        date{.unit = "year", .settled_at_end = true};
    // clang-format off
    visit(&R::adopted, {"adopted", {Conference}, "whether a text was adopted", flag});
    visit(&R::form, {"form", {Conference}, "form of the text adopted", {.flags = form_codes}});
    visit(&R::hardness, {"hardness", {Conference}, "how binding the text adopted is, 0 to 1; NaN: none"});
    visit(&R::depth, {"depth", {Conference},
          "effective depth of the text adopted over the status quo; NaN: none"});
    visit(&R::exempted, {"exempted", {Conference},
          "share of the obligations from which states are exempted, by power; NaN: none"});
    visit(&R::paid, {"paid", {Conference},
          "side payments, each gain weighed by the payee's share of the world's output; NaN: none"});
    visit(&R::participation, {"participation", {Conference},
          "share of the 197 states that joined by the last year; NaN: no text", {.settled_at_end = true}});
    visit(&R::urban_role, {"urban_role", {Conference},
          "content of the text on the role of cities, 0 to 1; NaN: none"});
    visit(&R::urban_level, {"urban_level", {Conference},
          "what cities get from the text", {.flags = urban_level_codes}});
    visit(&R::rounds, {"rounds", {Conference}, "rounds used over all forms"});
    visit(&R::n_objectors, {"n_objectors", {Conference}, "states that object at the end"});
    visit(&R::objectors_greatest, {"objectors_greatest", {Conference},
          "states in the greatest set of objectors; what exceeds n_objectors depends on coordination"});
    visit(&R::voice, {"voice", {Conference}, "voice of city networks at the conference, 0 to 1"});
    visit(&R::conference_access, {"conference_access", {Conference},
          "nearness of that voice to the drafting table, by reach"});
    visit(&R::accredited, {"accredited", {Conference}, "networks accredited at its forum"});
    visit(&R::entered_force, {"entered_force", {Conference},
          "date of entry into force; NaN: not by the last year", date});
    visit(&R::text, {"text", {Conference, Issue}, "words of the text adopted, 0 to 1; NaN: none"});
    visit(&R::effective, {"effective", {Conference, Issue}, "what these words amount to, 0 to 1; NaN: none"});
    visit(&R::pressure, {"pressure", {Conference, Channel},
          "pressure of cities on delegations, power-weighted mean"});
    visit(&R::objects, {"objects", {Conference, State}, "whether the state objects at the end", flag});
    visit(&R::gain, {"gain", {Conference, State},
          "gain of the state's worst veto player from the last text over no agreement; NaN: the EU",
          {.keep = Keep::MeanAndQuantiles}});
    visit(&R::at_home, {"at_home", {Conference, State},
          "whether that player is one at home rather than the executive; NaN: the EU", mean});
    visit(&R::city_access, {"city_access", {Conference, State},
          "what the state's cities hold of the access there", mean});
    visit(&R::ratified, {"ratified", {Treaty, State},
          "date on which the state joined the treaty; NaN: not by the last year", date});
    visit(&R::joining_own, {"joining_own", {Treaty, State},
          "what joining is worth to its pivotal veto player, of its own effort, on adoption; NaN: no text", mean});
    visit(&R::joining_others, {"joining_others", {Treaty, State},
          "the same of the others' effort, if all of it hung on the state's joining; NaN: no text", mean});

    visit(&R::networks, {"networks", {Year}, "city networks with members"});
    visit(&R::known_networks, {"known_networks", {Year}, "of these, in the tables; the rest is generated"});
    visit(&R::births, {"births", {Year}, "networks founded in the year"});
    visit(&R::deaths, {"deaths", {Year}, "networks ended in the year"});
    visit(&R::mergers, {"mergers", {Year}, "networks taken over in the year"});
    visit(&R::memberships, {"memberships", {Year}, "memberships of cities in networks"});
    visit(&R::known_memberships, {"known_memberships", {Year},
          "of these, in the tables; the rest is generated"});
    visit(&R::member_cities, {"member_cities", {Year}, "cities in at least one network"});
    visit(&R::effective_number, {"effective_number", {Year},
          "effective number of networks, 1 / HHI of reach"});
    visit(&R::concentration, {"concentration", {Year}, "Herfindahl index of the networks' reach"});
    visit(&R::overlap, {"overlap", {Year},
          "mean share of a member city's memberships that lie in other networks"});
    visit(&R::entropy_number, {"entropy_number", {Year},
          "entropy number of networks, e to the entropy of reach"});
    visit(&R::pair_overlap, {"pair_overlap", {Year}, "mean Jaccard index of the members of two networks"});
    visit(&R::network_voice, {"network_voice", {Year}, "voice of all networks on all issues, 0 to 1"});
    visit(&R::coherence, {"coherence", {Year}, "mean resultant length of the networks' messages"});
    visit(&R::correlation, {"correlation", {Year},
          "mean correlation of messages, from coherence and concentration"});
    visit(&R::coverage, {"coverage", {Year}, "share of city capacity engaged, saturating"});
    visit(&R::attention_left, {"attention_left", {Year},
          "share of attention that memberships leave to cities"});
    visit(&R::soft_power, {"soft_power", {Year}, "mean soft power of networks; 1 at birth"});
    visit(&R::access, {"access", {Year}, "nearness of the networks to the drafting table, by reach"});
    visit(&R::top_access, {"top_access", {Year}, "share of access held by the top 5 % of networks"});
    visit(&R::declarations, {"declarations", {Year}, "declarations signed by networks in the year"});
    visit(&R::preemptions, {"preemptions", {Year}, "cities preempted in the year"});
    visit(&R::autonomy, {"autonomy", {Year}, "mean autonomy of cities; NaN: no cities"});
    visit(&R::compliance, {"compliance", {Year}, "compliance of states, power-weighted mean"});
    visit(&R::shortfall, {"shortfall", {Year},
          "share of obligations left undone, by those who joined, left or never joined"});
    visit(&R::delivery, {"delivery", {Year}, "compliance with the help of cities, power-weighted mean"});
    visit(&R::city_action, {"city_action", {Year}, "cities' own action, power-weighted mean"});
    visit(&R::status_quo, {"status_quo", {Year, Issue},
          "level of cooperation at the end of the year, 0 to 1"});
    visit(&R::position, {"position", {Year, State, Issue}, "position of the executive", mean});
    visit(&R::state_compliance, {"state_compliance", {Year, State}, "compliance of the state", mean});
    visit(&R::state_city_action, {"state_city_action", {Year, State},
          "own action of the state's cities", mean});
    visit(&R::home_pressure, {"home_pressure", {Year, State}, "pressure of the state's own cities", mean});
    visit(&R::state_preemptions, {"state_preemptions", {Year, State},
          "the state's cities preempted in the year", mean});
    visit(&R::state_hard_power, {"state_hard_power", {Year, State},
          "texts in force for the state, weighed by their hardness", mean});
    visit(&R::state_soft_power, {"state_soft_power", {Year, State},
          "texts in force for the state, weighed by their softness", mean});
    // clang-format on
  }
};

/// The value of a column where nothing applies.
template <class T> constexpr T missing_value() {
  if constexpr (std::numeric_limits<T>::has_quiet_NaN) return std::numeric_limits<T>::quiet_NaN();
  return T{};
}

/// Classes of networks by number of members: from 2^k on.
inline constexpr std::size_t n_sizes = 13;

/// Classes of cities by number of networks: 0, 1, ...; the last has all that hold more.
inline constexpr std::size_t n_degrees = 41;

/// The length of an axis in runs of this scenario.
[[nodiscard]] std::size_t length_of(Axis axis, const Facts& facts);

/// The number of values of one run along these axes.
[[nodiscard]] std::size_t n_values(const Axes& axes, const Facts& facts);

/// A record of the size that the scenario needs, in which nothing applies yet.
template <class Record> [[nodiscard]] Record make_blank(const Facts& facts) {
  Record record;
  Record::columns([&]<class T>(std::vector<T> Record::*column, const ColumnInfo& info) {
    (record.*column).assign(n_values(info.axes, facts), missing_value<T>());
  });
  return record;
}

/// The same of a run.
[[nodiscard]] RunRecord make_record(const Facts& facts);

/// Records the outcome of a conference; `row` is its row in the facts.
void keep_conference(std::size_t row, const Outcome& outcome, const World& world, RunRecord& record);

/// Records the world at the end of a year. Needs a voice measured on all issues.
void keep_year(const World& world, RunRecord& record);

/// Records parties and entry into force of all agreements at the end of the run.
void keep_agreements(const World& world, RunRecord& record);

}  // namespace hansa
