#include <map>
#include <set>
#include <string>
#include <type_traits>
#include <vector>

#include <catch2/catch.hpp>

#include "sim/phases/formation.hpp"
#include "sim/year.hpp"
#include "tests/laws/library_world.hpp"

namespace hansa {
namespace {

/// Appends the bytes of a value: equal texts, equal bits.
struct Bytes {
  std::string text;

  template <class Value>
  requires std::is_arithmetic_v<Value> || std::is_enum_v<Value>
  void operator()(const Value& value) { text.append(reinterpret_cast<const char*>(&value), sizeof value); }
  template <class Value> void operator()(const std::vector<Value>& values) {
    (*this)(values.size());
    if constexpr (std::is_arithmetic_v<Value> || std::is_enum_v<Value>)
      text.append(reinterpret_cast<const char*>(values.data()), values.size() * sizeof(Value));
    else
      for (const Value& value : values) (*this)(value);
  }
  void operator()(const Terms& terms) {
    const auto& [agenda, depth_weight, status_quo, pledged, world_constant, world_slope, stake, force,
                 ratchet, hardness] = terms;
    (*this)(agenda), (*this)(depth_weight), (*this)(status_quo), (*this)(pledged), (*this)(world_constant),
        (*this)(world_slope), (*this)(stake), (*this)(force), (*this)(ratchet), (*this)(hardness);
  }
  template <class Row, class Value> void operator()(const RowColumn<Row, Value>& column) {
    for (const Row& row : column.rows) (*this)(row.*column.member);
  }
};

/// The bytes of every column, by its name.
std::map<std::string, std::string> picture_of(const World& world) {
  std::map<std::string, std::string> columns;
  visit_columns(world, [&](const std::string& name, const auto& values, const WorldColumn&) {
    Bytes bytes;
    bytes(values);
    columns.emplace(name, std::move(bytes.text));
  });
  return columns;
}

/// (function -> columns) The columns that the calls of a year were observed to change.
using Changes = std::map<std::string, std::set<std::string>>;

void watch_years(const std::string& name, std::uint32_t n_realizations, Changes& changes) {
  const test::LibraryWorld library(name);
  const Scenario& scenario = library.loaded.scenario;
  const Facts facts = build_facts(scenario, library.tables);
  for (std::uint32_t realization = 0; realization < n_realizations; ++realization) {
    World world = make_world(facts, Draws(scenario.seed, realization));
    RunRecord record = make_record(facts);
    found_initial_networks(scenario.networks, world);
    auto before = picture_of(world);
    const auto compare = [&](const Phase& phase, const World& now) {
      auto after = picture_of(now);
      for (const auto& [column, bytes] : after) {
        if (bytes != before.at(column)) changes[std::string(phase.verb)].insert(column);
      }
      before = std::move(after);
    };
    for (world.year = scenario.years.from; world.year <= scenario.years.to; ++world.year)
      play_year(scenario, world, record, compare);
  }
}

TEST_CASE("every call of a year changes the columns that name it as a writer and no other",
          "[year][columns]") {
  Changes seen;
  for (const char* name :
       {"paris-2015", "us-withdrawal", "us-preemption", "refugee-compact-2018", "new-urban-agenda-2016"})
    watch_years(name, 2, seen);
  for (const NamedColumn& column : world_columns()) {
    for (const Phase& phase : phases) {
      CAPTURE(column.name, phase.verb);
      CHECK(seen[std::string(phase.verb)].contains(column.name) == column.info.written_by(phase.verb));
    }
  }
}

}  // namespace
}  // namespace hansa
