#include <map>
#include <set>
#include <sstream>
#include <string>
#include <type_traits>
#include <vector>

#include <catch2/catch.hpp>

#include "sim/phases/formation.hpp"
#include "sim/year.hpp"
#include "tests/laws/library_world.hpp"

namespace hansa {
namespace {

/// Changes every value of a column, but not its size.
struct Spoil {
  void operator()(double& value) const { value = 0.75 * value + 0.125; }
  void operator()(char& value) const { value = value == 0; }
  void operator()(Access& value) const {
    value = value == Access::Drafting ? Access::None : Access::Drafting;
  }
  template <class Integer>
  requires std::is_integral_v<Integer>
  void operator()(Integer& value) const { ++value; }
  template <class Id>
  requires std::is_enum_v<Id>
  void operator()(Id& value) const { value = Id{}; }
  template <class Value> void operator()(std::vector<Value>& values) const {
    for (Value& value : values) (*this)(value);
  }
};

/// The values of a column as bytes.
struct Bytes {
  std::string text;

  template <class Value>
  requires std::is_arithmetic_v<Value> || std::is_enum_v<Value>
  void operator()(const Value& value) { text.append(reinterpret_cast<const char*>(&value), sizeof value); }
  template <class Value> void operator()(const std::vector<Value>& values) {
    for (const Value& value : values) (*this)(value);
  }
};

/// Calls take(name, column) for every column but those of agreements.
template <class Take> void each_column(const World& world, Take&& take) {
  visit_columns(world, [&]<class Values>(const std::string& name, const Values& values, const WorldColumn&) {
    if constexpr (!requires { values.rows; }) take(name, values);
  });
}

std::map<std::string, std::string> bytes_of(const World& world) {
  std::map<std::string, std::string> columns;
  each_column(world, [&](const std::string& name, const auto& values) {
    Bytes bytes;
    bytes(values);
    columns.emplace(name, std::move(bytes.text));
  });
  return columns;
}

/// The names in a phase's list of what it reads.
std::set<std::string> reads_of(const Phase& phase) {
  std::istringstream words{std::string(phase.reads)};
  std::set<std::string> names;
  for (std::string name; words >> name;) names.insert(name.substr(0, name.find(',')));
  return names;
}

/// A copy of a world with other values in every column that a phase does not declare to read.
World spoilt(const Phase& phase, const World& world) {
  World copy = world;
  const std::set<std::string> reads = reads_of(phase);
  each_column(copy, [&]<class Values>(const std::string& name, const Values& values) {
    if (reads.contains(name) || reads.contains(name.substr(0, name.find('.')))) return;
    Spoil{}(const_cast<Values&>(values));
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

/// Plays a phase; reports the columns whose changes depend on columns that it does not declare to read.
void play(const Phase& phase, Turn& turn, std::set<std::string>& undeclared) {
  const auto before = bytes_of(turn.world);
  World other = spoilt(phase, turn.world);
  Turn elsewhere{
      .scenario = turn.scenario, .world = other, .conference = turn.conference, .outcome = turn.outcome};
  phase.play(elsewhere);
  phase.play(turn);
  const auto after = bytes_of(turn.world), changed = bytes_of(other);
  for (const auto& [name, bytes] : after) {
    if (!same_changes(before.at(name), bytes, changed.at(name)))
      undeclared.insert(std::string(phase.verb) + ": " + name);
  }
  if (phase.verb == "negotiate" && turn.outcome.lift != elsewhere.outcome.lift)
    undeclared.insert("negotiate: the text");
}

void play_years(const std::string& name, std::set<std::string>& undeclared) {
  const test::LibraryWorld library(name);
  const Scenario& scenario = library.loaded.scenario;
  const Facts facts = build_facts(scenario, library.tables);
  World world = make_world(facts, Draws(scenario.seed, 0));
  found_initial_networks(scenario.networks, world);
  for (world.year = scenario.years.from; world.year <= scenario.years.to; ++world.year) {
    auto phase = phases.begin();
    Turn year{.scenario = scenario, .world = world};
    for (; !phase->at_conference; ++phase) play(*phase, year, undeclared);
    const auto first = phase;
    for (std::size_t row = 0; row < facts.conferences.size(); ++row) {
      if (facts.conferences[row].params->year != world.year) continue;
      Turn conference{.scenario = scenario, .world = world, .conference = row};
      for (phase = first; phase->at_conference; ++phase) play(*phase, conference, undeclared);
    }
    for (phase = first; phase->at_conference;) ++phase;
    for (; phase != phases.end(); ++phase) play(*phase, year, undeclared);
  }
}

TEST_CASE("what a call of a year changes depends on no column that it does not declare to read",
          "[year][columns]") {
  std::set<std::string> undeclared;
  for (const char* name : {"paris-2015", "us-preemption", "refugee-compact-2018"})
    play_years(name, undeclared);
  CHECK(undeclared == std::set<std::string>{});
}

}  // namespace
}  // namespace hansa
