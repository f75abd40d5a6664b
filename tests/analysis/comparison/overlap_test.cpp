#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "analysis/comparison/overlap.hpp"

namespace hansa {
namespace {

using Names = std::vector<std::string>;

Scenario scenario(int from, int to, const std::vector<std::pair<std::string, int>>& conferences) {
  Scenario result;
  result.years = {.from = from, .to = to};
  for (const auto& [name, year] : conferences) result.conferences.push_back({.name = name, .year = year});
  return result;
}

TEST_CASE("two scenarios overlap in their common years and the conferences both hold in these",
          "[comparison]") {
  const Overlap overlap = overlap_of(
      scenario(1995, 2010, {{"EARLY", 1996}, {"A", 2000}, {"B", 2005}, {"LATE", 2009}, {"C", 2008}}),
      scenario(1998, 2015, {{"EARLY", 1999}, {"A", 2000}, {"B", 2006}, {"LATE", 2012}, {"D", 2014}}));
  CHECK(overlap.years().from == 1998);
  CHECK(overlap.years().to == 2010);
  CHECK(overlap.only_in_full == Names{"EARLY", "LATE", "C"});
  CHECK(overlap.only_in_other == Names{"EARLY", "LATE", "D"});
  CHECK(overlap_text(overlap, "longer").on({}) ==
        "Cut to the common years 1998 to 2010 (full: 1995 to 2010, longer: 1998 to 2015).\n"
        "B is held in 2005 in full and in 2006 in longer.\n"
        "Left out, only in full: EARLY LATE C\n"
        "Left out, only in longer: EARLY LATE D\n");
  const auto json = overlap_json(overlap);
  CHECK(json["years"] == nlohmann::json({1998, 2010}));
  CHECK(json["moved"][0]["conference"] == "B");
}

TEST_CASE("scenarios that match have nothing to say of it", "[comparison]") {
  const Scenario one = scenario(1995, 2010, {{"A", 2000}});
  CHECK(overlap_text(overlap_of(one, one), "twin").on({}).empty());
}

}  // namespace
}  // namespace hansa
