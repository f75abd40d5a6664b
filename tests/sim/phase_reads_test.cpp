#include <algorithm>
#include <set>
#include <sstream>
#include <string>
#include <type_traits>
#include <vector>

#include <catch2/catch.hpp>

#include "sim/phases/formation.hpp"
#include "sim/year.hpp"
#include "tests/laws/library_world.hpp"
#include "tests/sim/column_bytes.hpp"

namespace hansa {
namespace {

/// Changes every value of a column, but not how many it has; rows stay within their table, so that a phase
/// that reads them reports rather than crashes. A list is replaced by the next row's. Two ways, since a phase
/// with thresholds may not notice a small change.
struct Spoil {
  bool wild;

  void operator()(double& value) const { value = wild ? 2.0 - 3.0 * value : 0.75 * value + 0.125; }
  void operator()(char& value) const { value = value == 0; }
  void operator()(Access& value) const {
    value = value == Access::Drafting ? Access::None : Access::Drafting;
  }
  template <class Integer>
  requires std::is_integral_v<Integer>
  void operator()(Integer& value) const {
    value = value > 0 ? value - 1 : value + (std::is_signed_v<Integer> ? 1 : 0);
  }
  template <class Id>
  requires std::is_enum_v<Id>
  void operator()(Id& value) const { value = Id{}; }
  void operator()(Terms& terms) const {
    (*this)(terms.depth_weight), (*this)(terms.hardness), (*this)(terms.force), (*this)(terms.share);
  }
  template <class Value> void operator()(std::vector<Value>& values) const {
    for (Value& value : values) (*this)(value);
  }
  template <class Value> void operator()(std::vector<std::vector<Value>>& lists) const {
    if (!lists.empty()) std::rotate(lists.begin(), lists.begin() + 1, lists.end());
  }
  template <class Row, class Value> void operator()(RowColumn<Row, Value>& column) const {
    for (const Row& row : column.rows) (*this)(const_cast<Value&>(row.*column.member));
  }
};

/// The names in a phase's list of what it reads.
std::set<std::string> reads_of(const Phase& phase) {
  std::istringstream words{std::string(phase.reads)};
  std::set<std::string> names;
  for (std::string name; words >> name;) names.insert(name.substr(0, name.find(',')));
  return names;
}

/// A copy of a world with other values in every column of which `reads` names neither it nor its store.
World spoilt(const std::set<std::string>& reads, const World& world, Spoil spoil) {
  World copy = world;
  visit_columns(copy, [&]<class Values>(const std::string& name, const Values& values, const WorldColumn&) {
    if (reads.contains(name) || reads.contains(name.substr(0, name.find('.')))) return;
    spoil(const_cast<Values&>(values));
  });
  return copy;
}

/// Whether the bytes that changed from `before` to `after` are the same in `other`.
bool same_changes(const std::string& before, const std::string& after, const std::string& other) {
  if (before.size() != after.size() || after.size() != other.size()) return after == other;
  for (std::size_t k = 0; k < after.size(); ++k) {
    if (after[k] != before[k] && after[k] != other[k]) return false;
  }
  return true;
}

/// "phase: column" for every change that depends on what a phase does not declare to read, and for every
/// declared column or store on which no change was seen to depend.
struct Reads {
  std::set<std::string> undeclared, declared, seen;
};

std::string entry(const Phase& phase, const std::string& name) {
  return std::string(phase.verb) + ": " + name;
}

/// A call of a phase: its arguments before it, and after it.
struct Call {
  const Phase& phase;
  const Turn& before;
  const Turn& after;
};

/// The columns to which the phase gives other values where it starts from `other`.
std::set<std::string> changes_from(World other, const Call& call) {
  Turn elsewhere{.scenario = call.before.scenario,
                 .world = other,
                 .conference = call.before.conference,
                 .outcome = call.before.outcome};
  call.phase.play(elsewhere);
  const auto before = test::bytes_of_columns(call.before.world),
             after = test::bytes_of_columns(call.after.world), changed = test::bytes_of_columns(other);
  std::set<std::string> names;
  for (const auto& [name, bytes] : after) {
    if (!same_changes(before.at(name), bytes, changed.at(name))) names.insert(name);
  }
  if (call.phase.verb == "negotiate" && call.after.outcome.lift != elsewhere.outcome.lift)
    names.insert("the text");
  return names;
}

/// Plays a phase, and again from worlds that differ in what it does not declare to read, or in one thing that
/// it does.
void play(const Phase& phase, Turn& turn, Reads& reads) {
  World world = turn.world;
  const Turn start{
      .scenario = turn.scenario, .world = world, .conference = turn.conference, .outcome = turn.outcome};
  phase.play(turn);
  const Call call{.phase = phase, .before = start, .after = turn};
  const std::set<std::string> declared = reads_of(phase);
  for (const bool wild : {false, true}) {
    for (const std::string& name : changes_from(spoilt(declared, world, {wild}), call))
      reads.undeclared.insert(entry(phase, name));
  }
  for (const std::string& name : declared) {
    reads.declared.insert(entry(phase, name));
    std::set<std::string> others = declared;
    others.erase(name);
    for (const bool wild : {false, true}) {
      if (reads.seen.contains(entry(phase, name))) break;
      if (!changes_from(spoilt(others, world, {wild}), call).empty()) reads.seen.insert(entry(phase, name));
    }
  }
}

void play_years(const std::string& name, Reads& reads) {
  const test::LibraryWorld library(
      name, {"gridlock.turnover=1", "ratification.home_pressure=1",  // 0 in the library
             "negotiation.objection_cost=0.05",                      // so that Kyoto is adopted
             "networks.uclg.access=drafting", "networks.uclg.channels.home=0",
             "networks.uclg.channels.summit=0.5", "networks.uclg.channels.emulation=0"});
  const Scenario& scenario = library.loaded.scenario;
  Facts facts = build_facts(scenario, library.tables);
  facts.treaty_majority.assign(facts.n_states, 2.0 / 3);  // so that every legislature has a pivot
  World world = make_world(facts, Draws(scenario.seed, 0));
  found_initial_networks(scenario.networks, world);
  for (world.year = scenario.years.from; world.year <= scenario.years.to; ++world.year) {
    auto phase = phases.begin();
    Turn year{.scenario = scenario, .world = world};
    for (; !phase->at_conference; ++phase) play(*phase, year, reads);
    const auto first = phase;
    for (std::size_t row = 0; row < facts.conferences.size(); ++row) {
      if (facts.conferences[row].params->year != world.year) continue;
      Turn conference{.scenario = scenario, .world = world, .conference = row};
      for (phase = first; phase->at_conference; ++phase) play(*phase, conference, reads);
    }
    for (phase = first; phase->at_conference;) ++phase;
    for (; phase != phases.end(); ++phase) play(*phase, year, reads);
  }
}

TEST_CASE("what a call of a year changes depends on the columns that it declares to read and on no other",
          "[year][columns]") {
  Reads reads;
  for (const char* name :
       {"paris-2015", "us-withdrawal", "us-preemption", "refugee-compact-2018", "new-urban-agenda-2016"})
    play_years(name, reads);
  CHECK(reads.undeclared == std::set<std::string>{});
  for (const std::string& name : reads.seen) reads.declared.erase(name);
  CHECK(reads.declared == std::set<std::string>{});
}

}  // namespace
}  // namespace hansa
