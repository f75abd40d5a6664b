#include <map>
#include <set>
#include <string>

#include <catch2/catch.hpp>

#include "sim/phases/formation.hpp"
#include "sim/year.hpp"
#include "tests/laws/library_world.hpp"
#include "tests/sim/column_bytes.hpp"

namespace hansa {
namespace {

/// (function -> columns) The columns that the calls of a year were observed to change.
using Changes = std::map<std::string, std::set<std::string>>;

void watch_years(const std::string& name, std::uint32_t n_realizations, Changes& changes) {
  const test::LibraryWorld library(name, {"gridlock.turnover=1"});  // which is 0 in the library
  const Scenario& scenario = library.loaded.scenario;
  const Facts facts = build_facts(scenario, library.tables);
  for (std::uint32_t realization = 0; realization < n_realizations; ++realization) {
    World world = make_world(facts, Draws(scenario.seed, realization));
    RunRecord record = make_record(facts);
    found_initial_networks(scenario.networks, world);
    auto before = test::bytes_of_columns(world);
    const auto compare = [&](const Phase& phase, const Turn& turn) {
      auto after = test::bytes_of_columns(turn.world);
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
