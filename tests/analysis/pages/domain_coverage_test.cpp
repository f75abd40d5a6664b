#include <array>

#include <catch2/catch.hpp>

#include "analysis/pages/domain_coverage.hpp"

namespace hansa {
namespace {

constexpr CoverageRow complete{.tag = "N6",
                               .mechanism = "networks lobby",
                               .file = "sim/phases/lobbying.cpp",
                               .parameters = "lobbying.strength lobbying.channels.home",
                               .scenario = "paris-2015",
                               .change = "lobbying.strength=0 ; gridlock.level=0.3",
                               .metric = "depth",
                               .when = "COP21",
                               .claim = '-',
                               .test = "tests/a_test.cpp: cities lobby"};

PairedDifference between(double lo, double hi) {
  return {.mean = 0.5 * (lo + hi), .lo = lo, .hi = hi, .n = 64, .flipped = 1};
}

TEST_CASE("every row of the coverage names parameters that exist and leaves no cell empty", "[coverage]") {
  CHECK_NOTHROW(refuse_unknown(domain_coverage()));
  CHECK(domain_coverage().size() >= 28);
}

TEST_CASE("a row of the coverage with an empty cell or an unknown parameter is refused by its tag",
          "[coverage]") {
  CoverageRow empty = complete, unknown = complete;
  empty.mechanism = "";
  unknown.parameters = "lobbying.strenght";
  CHECK_NOTHROW(refuse_unknown(std::array{complete}));
  CHECK_THROWS_WITH(refuse_unknown(std::array{empty}), "coverage of N6: a field is empty");
  CHECK_THROWS_WITH(refuse_unknown(std::array{unknown}),
                    "coverage of N6: no parameter is called lobbying.strenght");
}

TEST_CASE("a change may be several settings", "[coverage]") {
  CHECK(settings_of(complete) == std::vector<std::string>{"lobbying.strength=0", "gridlock.level=0.3"});
}

TEST_CASE("what both arms share comes before the change", "[coverage]") {
  CoverageRow row = complete;
  row.both = "seed=3";
  CHECK(base_settings_of(complete).empty());
  CHECK(base_settings_of(row) == std::vector<std::string>{"seed=3"});
  CHECK(settings_of(row) == std::vector<std::string>{"seed=3", "lobbying.strength=0", "gridlock.level=0.3"});
}

TEST_CASE("an interval supports a claim, does not, or contradicts it", "[coverage]") {
  CHECK(verdict('+', between(0.1, 0.2)) == "as claimed");
  CHECK(verdict('-', between(-0.2, -0.1)) == "as claimed");
  CHECK(verdict('+', between(-0.2, -0.1)) == "the other way");
  CHECK(verdict('-', between(0.1, 0.2)) == "the other way");
  CHECK(verdict('+', between(-0.1, 0.2)) == "not beyond chance");
  CHECK(verdict('0', between(-0.1, 0.2)) == "as claimed");
  CHECK(verdict('0', between(0.1, 0.2)) == "the other way");
}

TEST_CASE("an outcome is looked up at its conference, in the last year or as a mean over years",
          "[coverage]") {
  Comparison comparison;
  comparison.conferences = {{.name = "COP21", .year = 2015, .outcomes = {{"depth", 1, 2, between(0, 2)}}}};
  comparison.at_last_year = {{"networks", 3, 4, between(0, 2)}};
  comparison.mean_year = {{"networks", 5, 6, between(0, 2)}};
  CoverageRow row = complete;
  CHECK(outcome_of(row, comparison).full == 1);
  row.metric = "networks";
  CHECK_THROWS_WITH(outcome_of(row, comparison), "coverage of N6: no outcome networks at COP21");
  row.when = "last";
  CHECK(outcome_of(row, comparison).full == 3);
  row.when = "mean";
  CHECK(outcome_of(row, comparison).full == 5);
}

TEST_CASE("the table of the coverage has the measured effect and its verdict", "[coverage]") {
  const std::vector<OutcomeDifference> measured = {{"depth", 0.25, 0.125, between(-0.2, -0.05)}};
  const std::string table = coverage_text(std::array{complete}, measured);
  CHECK(table.find("| N6 | networks lobby | `sim/phases/lobbying.cpp` | `lobbying.strength` "
                   "`lobbying.channels.home` |") != std::string::npos);
  CHECK(table.find("| depth at COP21 | falls | 0.25, 0.125, -0.12 [-0.2, -0.05] | as claimed |") !=
        std::string::npos);
  CHECK(table.find("| `tests/a_test.cpp`: cities lobby |\n") != std::string::npos);
}

}  // namespace
}  // namespace hansa
