#include <algorithm>

#include <catch2/catch.hpp>

#include "scenarios/parameters/scenario_fields.hpp"
#include "scenarios/print/print.hpp"
#include "scenarios/print/write_value.hpp"
#include "tests/scenarios/load/test_folders.hpp"

namespace hansa {
namespace {

/// Moves every number, choice and switch off its default, within its bounds.
struct Mover {
  void operator()(std::string_view, double& value, const FieldInfo& info) {
    const double least = std::max(info.min, -1e6), most = std::min(info.max, 1e6);
    value = least + (most - least) * (1.0 / 3.0 + 1e-3 * ++n);
    if (value > most) value = least;
  }
  void operator()(std::string_view, int& value, const FieldInfo& info) {
    if (info.unit == "year" || info.min == info.max) return;
    value = static_cast<int>(info.min + (info.max - info.min) / 3.0);
    ++n;
  }
  void operator()(std::string_view, std::uint64_t& value, const FieldInfo& info) {
    value = static_cast<std::uint64_t>(info.max) - 1;
  }
  void operator()(std::string_view, bool& value, const FieldInfo&) { value = !value; }
  template <Choice T> void operator()(std::string_view, T& value, const FieldInfo&) {
    value = static_cast<T>(choices(value).size() - 1);
  }
  void operator()(std::string_view, DecisionRule& value, const FieldInfo&) {
    value = {.clauses = {Clause{ClauseKind::QuotaPower, 1.0 / 3.0}, Clause{ClauseKind::Heads, 5}}};
  }
  template <class T> void operator()(std::string_view, T&, const FieldInfo&) {}
  void path(std::string_view, std::string&, const FieldInfo&) {}
  template <class T> void group(std::string_view, T& part, std::string_view) { part.fields(*this); }
  void keyed(std::string_view, std::vector<IssueParams>& parts, const std::vector<std::string>&,
             std::string_view) {
    for (IssueParams& part : parts) part.fields(*this);
  }
  template <class Part> void named(std::vector<Part>& parts, std::string_view) {
    for (Part& part : parts) part.fields(*this);
  }
  template <class Row> void rows(std::string_view, std::vector<Row>& rows, std::string_view) {
    for (Row& row : rows) row.fields(*this);
  }
  int n = 0;
};

constexpr const char* rich =
    "extends: two-conferences\n"
    "networks: {c40: {year: 2007}, uclg: {merged_into: none}}\n"
    "issues: [trade, mitigation, urban_role]\n"
    "title: '\"quoted\" \\ and: so on #5'\n"
    "shocks: [{year: 2001, state: annex1, size: -0.1}, {year: 2008, issue: trade, state: NOR}]\n"
    "overrides: [{state: NOR, column: stake, value: 1e-7}, {state: USA, column: salience.trade, value: 3}]\n";

TEST_CASE("a printed scenario reads back equal, and prints the same text", "[scenario]") {
  for (const char* text : {"name: x\n", "extends: two-conferences\n", rich}) {
    const std::string printed = print_scenario(test::scenario_of(text));
    CHECK(print_scenario(test::scenario_of(printed)) == printed);
  }
}

TEST_CASE("what is set for single networks is printed by name, and only if it is set", "[scenario]") {
  const auto print = [](const char* text) { return print_scenario(test::scenario_of(text)); };
  const std::string printed =
      print("name: x\nnetworks: {uclg: {access: drafting}, 100rc: {exists: false, year: 2015}}\n");
  CHECK(
      printed.find("\n  \"100rc\":\n    exists: false\n    access: table\n    channels:\n      home: 1\n") !=
      std::string::npos);
  CHECK(printed.find("\n  uclg:\n    exists: true\n    access: drafting\n") > printed.find("100rc"));
  CHECK(print(printed.c_str()) == printed);
  CHECK(print("name: x\nnetworks: {100rc: {year: 2015, exists: false}, uclg: {access: drafting}}\n") ==
        printed);
  CHECK(print("name: x\n").find("exists") == std::string::npos);
}

TEST_CASE("every parameter survives printing and reading, whatever its value", "[scenario]") {
  Scenario scenario = test::scenario_of(rich);
  scenario.conferences[1].treaty.name = "copenhagen";
  for (ConferenceParams& conference : scenario.conferences)
    conference.base_year = 1990;  // without which a cut is refused
  const std::string before = print_scenario(scenario);
  Mover mover;
  scenario.fields(mover);
  for (IssueParams& issue : scenario.preferences)
    issue.status_quo = 0.25;  // nothing between -1 and 0 is valid
  CHECK(mover.n > 200);
  const std::string printed = print_scenario(scenario);
  CHECK(printed != before);
  CHECK(print_scenario(test::scenario_of(printed)) == printed);
}

TEST_CASE("a printed scenario contains every parameter once, in the order of declaration", "[scenario]") {
  const std::string printed = print_scenario(test::scenario_of("name: x\nseed: 7\n"));
  CHECK(printed.starts_with(
      "schema_version: 1\nname: x\ntitle: \"\"\nseed: 7\nrealizations: 64\nyears:\n  from: 1995\n"));
  CHECK(printed.find("\nworld:\n  states: data/states.csv\n") != std::string::npos);
  CHECK(printed.find("\npreferences:\n  mitigation:\n    depth_weight: 0.35\n") != std::string::npos);
  CHECK(printed.ends_with("conferences: []\nshocks: []\noverrides: []\nwithdrawals: []\n"));
}

TEST_CASE("how a scenario is written does not change its text", "[scenario]") {
  const auto print = [](const char* text) { return print_scenario(test::scenario_of(text)); };
  const std::string plain = print("name: x\ngridlock: {level: 0.25}\nyears: {from: 2000, to: 2005}\n");
  CHECK(print("years:\n  to: 2005\n  from: 2000\ngridlock:\n  level: 2.5e-1 # a quarter\nname: 'x'\n") ==
        plain);
  CHECK(print("name: x\nyears: {from: 2000, to: 2005}\ngridlock: {level: 0.250, sigma: 0.2}\n") ==
        print("name: x\nyears: {from: 2000, to: 2005}\ngridlock: {sigma: 0.20, level: 0.25}\n"));
}

}  // namespace
}  // namespace hansa
