#include <cmath>
#include <set>

#include <catch2/catch.hpp>

#include "sim/record/run_record.hpp"
#include "sim/run.hpp"
#include "tests/laws/law_world.hpp"
#include "tests/sim/record/declared_columns.hpp"

namespace hansa {
namespace {

TEST_CASE("a column has the name of its member", "[run_record]") {
  std::set<std::string> names;
  RunRecord::columns([&](auto, const ColumnInfo& info) { names.emplace(info.name); });
  CHECK(test::declared_columns("run_record.hpp") == names);
  // as many names as members: none is declared twice
  CHECK(names.size() * sizeof(std::vector<double>) == sizeof(RunRecord));
}

TEST_CASE("a column says what it means and holds nothing before a run", "[run_record]") {
  const Scenario scenario = test::law_scenario();
  const Facts facts = build_facts(scenario, test::law_tables());
  const RunRecord record = make_record(facts);
  RunRecord::columns([&]<class T>(std::vector<T> RunRecord::*column, const ColumnInfo& info) {
    INFO(info.name);
    CHECK_FALSE(info.meaning.empty());
    CHECK((record.*column).size() == n_values(info.axes, facts));
    for (const T value : record.*column) CHECK((std::is_same_v<T, double> ? std::isnan(value) : value == 0));
  });
  CHECK(record.ratified.size() == 2 * 13);
  CHECK(record.position.size() == 10 * 13 * 5);
}

TEST_CASE("every column is filled by some run", "[run_record]") {
  Scenario scenario = test::law_scenario();
  scenario.networks.merger = 1;
  const Facts facts = build_facts(scenario, test::law_tables());
  std::set<std::string_view> blank;
  RunRecord::columns([&](auto, const ColumnInfo& info) { blank.insert(info.name); });
  for (std::uint32_t r = 0; r < 8; ++r) {
    const RunRecord record = run_realization(facts, 11, r);
    RunRecord::columns([&]<class T>(std::vector<T> RunRecord::*column, const ColumnInfo& info) {
      for (const T value : record.*column) {
        if (!(std::is_same_v<T, double> ? std::isnan(value) : value == 0)) blank.erase(info.name);
      }
    });
  }
  CHECK(blank == std::set<std::string_view>{});
}

}  // namespace
}  // namespace hansa
