#include "sim/record/result_layout.hpp"

#include <numeric>

#include "scenarios/vocabulary.hpp"

namespace hansa {
namespace {

using Dims = std::vector<std::string>;

/// A variable whose values are one member of every record, realization after realization.
template <class T>
Variable gather(std::span<const RunRecord> records, std::vector<T> RunRecord::*member, std::string name,
                Dims dims, std::string units, std::string long_name, std::vector<std::string> flags = {}) {
  std::vector<T> values;
  for (const RunRecord& record : records)
    values.insert(values.end(), (record.*member).begin(), (record.*member).end());
  dims.insert(dims.begin(), "realization");
  return {.name = std::move(name),
          .dims = std::move(dims),
          .values = std::move(values),
          .units = std::move(units),
          .long_name = std::move(long_name),
          .flag_meanings = std::move(flags)};
}

/// The mean of one member over realizations.
Variable average(std::span<const RunRecord> records, std::vector<double> RunRecord::*member, std::string name,
                 Dims dims, std::string units, std::string long_name) {
  std::vector<double> sum(records.empty() ? 0 : (records.front().*member).size(), 0.0);
  for (const RunRecord& record : records) {
    for (std::size_t k = 0; k < sum.size(); ++k)
      sum[k] += (record.*member)[k] / static_cast<double>(records.size());
  }
  return {.name = std::move(name),
          .dims = std::move(dims),
          .values = std::move(sum),
          .units = std::move(units),
          .long_name = std::move(long_name),
          .flag_meanings = {}};
}

std::vector<Dimension> dimensions(const Facts& facts, std::size_t n_realizations) {
  std::vector<std::int64_t> realizations(n_realizations), years(facts.years.size());
  std::iota(realizations.begin(), realizations.end(), 0);
  std::iota(years.begin(), years.end(), facts.scenario->years.from);
  std::vector<std::string> conferences, treaties;
  for (const ConferenceFacts& conference : facts.conferences) {
    conferences.push_back(conference.params->name);
    if (!conference.params->treaty.name.empty()) treaties.push_back(conference.params->treaty.name);
  }
  const std::vector<std::string> channels(channel_names.begin(), channel_names.end());
  std::vector<Dimension> dims = {
      {"realization", realizations, "1", "number of the realization"},
      {"year", years, "year", "calendar year"},
      {"state", facts.iso3, "1", "ISO 3166 code of the state; EUU is the European Union"},
      {"issue", facts.scenario->issues, "1", "issue of negotiation"},
      {"channel", channels, "1", "way by which cities reach delegations"}};
  if (!conferences.empty()) dims.push_back({"conference", conferences, "1", "conference"});
  if (!treaties.empty()) dims.push_back({"treaty", treaties, "1", "treaty"});
  return dims;
}

/// What cities get from a text.
std::vector<std::string> urban_levels() {
  return {"no_text", "nothing", "mention", "consultation", "implementation", "seat"};
}

void lay_out_conferences(const Facts& facts, std::span<const RunRecord> records, ResultSet& result) {
  auto& out = result.variables;
  std::vector<std::int32_t> years;
  for (const ConferenceFacts& conference : facts.conferences) years.push_back(conference.params->year);
  if (years.empty()) return;
  const Dims one = {"conference"}, by_issue = {"conference", "issue"};
  const std::vector<std::string> forms = {"none", "soft", "shell", "hard"};
  out.push_back({"conference_year", one, years, "year", "year in which the conference meets", {}});
  out.push_back(
      gather(records, &RunRecord::adopted, "adopted", one, "1", "whether a text was adopted", {"no", "yes"}));
  out.push_back(gather(records, &RunRecord::form, "form", one, "1", "form of the text adopted", forms));
  out.push_back(gather(records, &RunRecord::hardness, "hardness", one, "1",
                       "how binding the text adopted is, 0 to 1; NaN: none"));
  out.push_back(gather(records, &RunRecord::depth, "depth", one, "1",
                       "effective depth of the text adopted over the status quo; NaN: none"));
  out.push_back(gather(records, &RunRecord::participation, "participation", one, "1",
                       "share of the 197 states that joined by the last year; NaN: no text"));
  out.push_back(gather(records, &RunRecord::urban_role, "urban_role", one, "1",
                       "content of the text on the role of cities, 0 to 1; NaN: none"));
  out.push_back(gather(records, &RunRecord::urban_level, "urban_level", one, "1",
                       "what cities get from the text", urban_levels()));
  out.push_back(gather(records, &RunRecord::rounds, "rounds", one, "1", "rounds used over all forms"));
  out.push_back(
      gather(records, &RunRecord::n_objectors, "n_objectors", one, "1", "states that object at the end"));
  out.push_back(gather(records, &RunRecord::voice, "voice", one, "1",
                       "voice of city networks at the conference, 0 to 1"));
  out.push_back(gather(records, &RunRecord::conference_access, "conference_access", one, "1",
                       "nearness of that voice to the drafting table, by reach"));
  out.push_back(gather(records, &RunRecord::entered_force, "entered_force", one, "year",
                       "date of entry into force; NaN: not by the last year"));
  out.push_back(gather(records, &RunRecord::text, "text", by_issue, "1",
                       "words of the text adopted, 0 to 1; NaN: none"));
  out.push_back(gather(records, &RunRecord::effective, "effective", by_issue, "1",
                       "what these words amount to, 0 to 1; NaN: none"));
  out.push_back(gather(records, &RunRecord::pressure, "pressure", {"conference", "channel"}, "1",
                       "pressure of cities on delegations, power-weighted mean"));
  out.push_back(gather(records, &RunRecord::objects, "objects", {"conference", "state"}, "1",
                       "whether the state objects at the end", {"no", "yes"}));
  out.push_back(average(records, &RunRecord::city_access, "city_access", {"conference", "state"}, "1",
                        "what the state's cities hold of the access there, mean over realizations"));
  if (result.find_dimension("treaty") != nullptr) {
    std::vector<std::int32_t> rows;
    for (std::size_t row = 0; row < facts.conferences.size(); ++row) {
      if (!facts.conferences[row].params->treaty.name.empty()) rows.push_back(static_cast<std::int32_t>(row));
    }
    out.push_back({"treaty_conference",
                   {"treaty"},
                   rows,
                   "1",
                   "row of the conference that adopted the treaty, from 0",
                   {}});
    out.push_back(gather(records, &RunRecord::joined, "joined", {"treaty", "state"}, "year",
                         "date on which the state joined; NaN: not by the last year"));
  }
}

void lay_out_years(std::span<const RunRecord> records, std::vector<Variable>& out) {
  const Dims one = {"year"};
  out.push_back(gather(records, &RunRecord::networks, "networks", one, "1", "city networks with members"));
  out.push_back(gather(records, &RunRecord::known_networks, "known_networks", one, "1",
                       "of these, in the tables; the rest is generated"));
  out.push_back(gather(records, &RunRecord::births, "births", one, "1", "networks founded in the year"));
  out.push_back(gather(records, &RunRecord::deaths, "deaths", one, "1", "networks ended in the year"));
  out.push_back(gather(records, &RunRecord::mergers, "mergers", one, "1", "networks taken over in the year"));
  out.push_back(
      gather(records, &RunRecord::memberships, "memberships", one, "1", "memberships of cities in networks"));
  out.push_back(gather(records, &RunRecord::known_memberships, "known_memberships", one, "1",
                       "of these, in the tables; the rest is generated"));
  out.push_back(gather(records, &RunRecord::member_cities, "member_cities", one, "1",
                       "cities in at least one network"));
  out.push_back(gather(records, &RunRecord::effective_number, "effective_number", one, "1",
                       "effective number of networks, 1 / HHI of reach"));
  out.push_back(gather(records, &RunRecord::concentration, "concentration", one, "1",
                       "Herfindahl index of the networks' reach"));
  out.push_back(gather(records, &RunRecord::overlap, "overlap", one, "1",
                       "mean share of a member city's memberships that lie in other networks"));
  out.push_back(gather(records, &RunRecord::entropy_number, "entropy_number", one, "1",
                       "entropy number of networks, e to the entropy of reach"));
  out.push_back(gather(records, &RunRecord::pair_overlap, "pair_overlap", one, "1",
                       "mean Jaccard index of the members of two networks"));
  out.push_back(gather(records, &RunRecord::yearly_voice, "network_voice", one, "1",
                       "voice of all networks on all issues, 0 to 1"));
  out.push_back(gather(records, &RunRecord::coherence, "coherence", one, "1",
                       "mean resultant length of the networks' messages"));
  out.push_back(gather(records, &RunRecord::correlation, "correlation", one, "1",
                       "mean correlation of messages, from coherence and concentration"));
  out.push_back(gather(records, &RunRecord::coverage, "coverage", one, "1",
                       "share of city capacity engaged, saturating"));
  out.push_back(gather(records, &RunRecord::overhead, "attention", one, "1",
                       "attention that memberships leave to cities"));
  out.push_back(gather(records, &RunRecord::soft_power, "soft_power", one, "1",
                       "mean soft power of networks; 1 at birth"));
  out.push_back(gather(records, &RunRecord::access, "access", one, "1",
                       "nearness of the networks to the drafting table, by reach"));
  out.push_back(gather(records, &RunRecord::top_access, "top_access", one, "1",
                       "share of access held by the top 5 % of networks"));
  out.push_back(gather(records, &RunRecord::declarations, "declarations", one, "1",
                       "declarations signed by networks in the year"));
  out.push_back(
      gather(records, &RunRecord::preemptions, "preemptions", one, "1", "cities preempted in the year"));
  out.push_back(
      gather(records, &RunRecord::autonomy, "autonomy", one, "1", "mean autonomy of cities; NaN: no cities"));
  out.push_back(gather(records, &RunRecord::compliance, "compliance", one, "1",
                       "compliance of states, power-weighted mean"));
  out.push_back(
      gather(records, &RunRecord::delivery, "delivery", one, "1", "the same with the help of their cities"));
  out.push_back(gather(records, &RunRecord::city_action, "city_action", one, "1",
                       "cities' own action, power-weighted mean"));
  out.push_back(gather(records, &RunRecord::status_quo, "status_quo", {"year", "issue"}, "1",
                       "level of cooperation at the end of the year, 0 to 1"));
  const Dims by_state = {"year", "state"};
  out.push_back(average(records, &RunRecord::position, "position", {"year", "state", "issue"}, "1",
                        "position of the executive, mean over realizations"));
  out.push_back(average(records, &RunRecord::state_compliance, "state_compliance", by_state, "1",
                        "compliance, mean over realizations"));
  out.push_back(average(records, &RunRecord::state_action, "state_action", by_state, "1",
                        "action of the state's cities, mean over realizations"));
  out.push_back(average(records, &RunRecord::home_pressure, "home_pressure", by_state, "1",
                        "pressure of its own cities, mean over realizations"));
  out.push_back(average(records, &RunRecord::state_preemptions, "state_preemptions", by_state, "1",
                        "its cities preempted in the year, mean over realizations"));
  out.push_back(average(records, &RunRecord::hard_power, "state_hard_power", by_state, "1",
                        "texts in force for it, weighed by their hardness, mean over realizations"));
  out.push_back(average(records, &RunRecord::state_soft_power, "state_soft_power", by_state, "1",
                        "the same, weighed by their softness, mean over realizations"));
}

void lay_out_states(const Facts& facts, std::vector<Variable>& out) {
  std::vector<double> power;
  for (const YearFacts& year : facts.years) power.insert(power.end(), year.power.begin(), year.power.end());
  std::vector<std::uint8_t> votes(facts.head.begin(), facts.head.end());
  out.push_back({"power", {"year", "state"}, power, "1", "share of power", {}});
  out.push_back(
      {"votes", {"state"}, votes, "1", "whether the state counts as one of the 197 heads", {"no", "yes"}});
  out.push_back({"state_name", {"state"}, facts.state_name, "1", "name of the state", {}});
}

}  // namespace

ResultSet lay_out(const Facts& facts, std::span<const RunRecord> records, const ScenarioStamp& stamp) {
  ResultSet result;
  result.dims = dimensions(facts, records.size());
  lay_out_conferences(facts, records, result);
  lay_out_years(records, result.variables);
  lay_out_states(facts, result.variables);
  int n_filled = 0;
  std::string filled;
  for (const Fill& fill : facts.fills) {
    n_filled += fill.n_filled;
    filled += (filled.empty() ? "" : ", ") + fill.column + " " + std::to_string(fill.n_filled);
  }
  result.attributes = {
      {"title", facts.scenario->title},
      {"source", "Hansa " + stamp.version},
      {"scenario_name", facts.scenario->name},
      {"scenario", stamp.text},
      {"scenario_sha256", stamp.sha256},
      {"seed", static_cast<std::int64_t>(facts.scenario->seed)},
      {"random_numbers", "Philox 4x32-10, keyed by seed, realization, year, purpose and entity"},
      {"filled_values", static_cast<std::int64_t>(n_filled)},
      {"filled_columns", filled}};
  return result;
}

}  // namespace hansa
