#include <cmath>
#include <limits>

#include <catch2/catch.hpp>

#include "analysis/differences/result_difference.hpp"

namespace hansa {
namespace {

using Catch::Matchers::Contains;

constexpr double none = std::numeric_limits<double>::quiet_NaN();

ResultSet result(std::vector<std::int64_t> years, std::vector<double> depth) {
  return {.dims = {{"year", std::move(years), "year", "calendar year"}},
          .variables = {{"depth", {"year"}, std::move(depth), "1", "depth of the text", {}}},
          .attributes = {{"seed", std::int64_t{42}}}};
}

TEST_CASE("equal results, NaN included, have no difference", "[diff]") {
  CHECK(find_differences(result({2009, 2010}, {none, 0.5}), result({2009, 2010}, {none, 0.5})).empty());
}

TEST_CASE("a variable differs at its first place, by its largest difference", "[diff]") {
  const auto found =
      find_differences(result({2009, 2010, 2011}, {1, 2, 3}), result({2009, 2010, 2011}, {1, 2.5, 1}));
  REQUIRE(found.variables.size() == 1);
  CHECK(found.variables[0].place == "year 2010");
  CHECK(found.variables[0].n_compared == 3);
  CHECK(found.variables[0].n_differing == 2);
  CHECK(found.variables[0].largest == 2);
}

TEST_CASE("results of other years are compared in those of both", "[diff]") {
  const auto found = find_differences(result({2009, 2010}, {1, 2}), result({2010, 2011}, {2, 3}));
  CHECK(found.variables.empty());
  REQUIRE(found.dimensions.size() == 1);
  CHECK(found.dimensions[0] == "year: 2 labels against 2, of which 1 in both");
}

TEST_CASE("a zero below zero is another value, and a value that applies in one only has no size", "[diff]") {
  CHECK(find_differences(result({2009}, {0.0}), result({2009}, {-0.0})).variables.size() == 1);
  const auto found = find_differences(result({2009}, {none}), result({2009}, {0.5}));
  REQUIRE(found.variables.size() == 1);
  CHECK(std::isnan(found.variables[0].largest));
  CHECK_THAT(differences_text(found, "a", "b"),
             Contains("first difference: depth at year 2009: NaN in a, 0.5 in b"));
}

TEST_CASE("numbers have six digits, or as many as tell them apart", "[diff]") {
  const auto shown = [](double one, double other) {
    const auto found = find_differences(result({2009}, {one}), result({2009}, {other}));
    return found.variables[0].one + " " + found.variables[0].other;
  };
  CHECK(shown(0.03091502076464686, 0.030484328799344904) == "0.030915 0.0304843");
  CHECK(shown(0.123456789, 0.123456788) == "0.123456789 0.123456788");
  CHECK(shown(1, std::nextafter(1, 2)) == "1 1.0000000000000002");
}

TEST_CASE("variables of one result only, of another type and other attributes are named", "[diff]") {
  ResultSet one = result({2009}, {1}), other = result({2009}, {1});
  one.variables.push_back({"rounds", {"year"}, std::vector<std::int32_t>{3}, "1", "rounds used", {}});
  other.variables[0].values = std::vector<std::int32_t>{1};
  other.attributes[0].second = std::int64_t{43};
  const auto found = find_differences(one, other);
  CHECK(found.only_one == std::vector<std::string>{"rounds: rounds used"});
  CHECK(found.attributes == std::vector<std::string>{"seed: 42 against 43"});
  REQUIRE(found.variables.size() == 1);
  CHECK(found.variables[0].unlike == "another type of values");
}

}  // namespace
}  // namespace hansa
