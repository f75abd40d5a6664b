#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "analysis/comparison/comparison.hpp"
#include "analysis/comparison/comparison_report.hpp"
#include "support/text/json_text.hpp"
#include "tests/analysis/arm_result.hpp"
#include "tests/small_world.hpp"

namespace hansa {
namespace {

using Catch::Matchers::Contains;
using test::ArmResult;
using test::near;
using test::nothing;

const OutcomeDifference& at(const OutcomeDifferences& outcomes, std::string_view metric) {
  const OutcomeDifference* found = find_outcome(outcomes, metric);
  REQUIRE(found != nullptr);
  return *found;
}

TEST_CASE("an arm compared with itself differs by 0 everywhere and never differs", "[comparison]") {
  const ResultSet arm = ArmResult().result();
  const Comparison same = compare(arm, arm);
  CHECK(same.n_pairs == 2);
  CHECK(same.first_difference.n_pairs == 0);
  CHECK_FALSE(same.first_difference.earliest);
  CHECK_FALSE(same.first_difference.median);
  std::vector<OutcomeDifferences> all = {same.mean_conference, same.at_last_year, same.mean_year};
  for (const ConferenceComparison& conference : same.conferences) all.push_back(conference.outcomes);
  for (const OutcomeDifferences& outcomes : all) {
    for (const OutcomeDifference& one : outcomes) {
      INFO(one.metric);
      if (one.difference.n == 0) continue;  // COP1 has no treaty
      CHECK(one.full == one.other);
      CHECK((one.difference.mean == 0 && one.difference.lo == 0 && one.difference.hi == 0));
      CHECK(one.difference.flipped == 0);
    }
  }
  CHECK_THAT(
      comparison_text(same, "Same", "twin"),
      Contains("no pair differs in adopted, depth, urban_role, participation at COP1 COP2\n") &&
          Contains("The arms never differ") &&
          Contains("In words: twin changes nothing that is agreed beyond chance and by at least 0.01"));
}

TEST_CASE("depth is compared over texts in both arms, and unconditionally over all pairs", "[comparison]") {
  ArmResult other;
  other.adopted = {1, 1, 0, 1};  // realization 1 fails at COP1
  other.depth = {0.15, 0.2, nothing, 0.4};
  const Comparison comparison = compare(ArmResult().result(), other.result());
  const OutcomeDifferences& first = comparison.conferences.at(0).outcomes;
  CHECK(at(first, "adopted").difference.mean == -0.5);
  CHECK(at(first, "adopted").difference.flipped == 0.5);
  CHECK(at(first, "depth").full == near(0.2));
  CHECK(at(first, "depth").other == near(0.15));
  CHECK(at(first, "depth").difference.n == 1);
  CHECK(at(first, "depth").difference.mean == near(0.05));
  CHECK(at(first, "depth_unconditional").difference.n == 2);
  CHECK(at(first, "depth_unconditional").difference.mean == near((0.05 - 0.3) / 2));
  CHECK(at(first, "depth_unconditional").other == near(0.075));
  // both conferences in realization 0, the second alone in realization 1
  CHECK(at(comparison.mean_conference, "depth").difference.mean == near(0.0125));
  CHECK(at(comparison.mean_conference, "depth").difference.n == 2);
}

TEST_CASE("in_force applies to conferences with a treaty, and pressure_total sums over channels",
          "[comparison]") {
  ArmResult other;
  other.entered_force = {nothing, nothing, nothing, nothing};
  other.pressure = {1, 2, 3, 0, 5, 6, 7, 0};
  const Comparison comparison = compare(ArmResult().result(), other.result());
  CHECK(at(comparison.conferences[0].outcomes, "in_force").difference.n == 0);
  const OutcomeDifference& in_force = at(comparison.conferences[1].outcomes, "in_force");
  CHECK((in_force.full == 0.5 && in_force.other == 0.0));
  CHECK(in_force.difference.n == 2);
  CHECK(at(comparison.conferences[1].outcomes, "pressure_total").full == near(11));
  CHECK(at(comparison.conferences[1].outcomes, "pressure_total").difference.mean == near(-6));
  CHECK(comparison.first_difference.earliest == 2001);
}

TEST_CASE("in words a comparison gives the sizes of what it names, and names nothing smaller",
          "[comparison]") {
  ArmResult other;
  other.depth = {0.05, 0.2, 0.25, 0.4};  // .05 of .2 less at COP1, in both realizations
  other.participation = {1, 0.9, 1, 0.9};
  const auto words_of = [&](double smallest) {
    const std::string text =
        comparison_text(compare(ArmResult().result(), other.result(), smallest), "T", "arm");
    return text.substr(text.find("In words"));
  };
  CHECK(words_of(0.01) ==
        "In words, what arm changes:\n"
        "depth: texts 10 % shallower in the mean of conferences; texts 25 % shallower at COP1\n"
        "participation: 5 of 100 states fewer in the mean of conferences; 10 of 100 states fewer at COP2\n"
        "named nowhere: adopted, in_force\n");
  CHECK(words_of(0.2) ==
        "In words, what arm changes:\ndepth: texts 25 % shallower at COP1\n"
        "named nowhere: adopted, participation, in_force\n");
  CHECK(words_of(0.3) ==
        "In words: arm changes nothing that is agreed beyond chance and by at least 0.3 (--smallest).\n");
}

TEST_CASE("a conference held outside the years of both arms is not compared", "[comparison]") {
  ArmResult other;
  other.conference_years = {1999, 2001};
  const Comparison comparison = compare(ArmResult().result(), other.result());
  REQUIRE(comparison.conferences.size() == 1);
  CHECK(comparison.conferences[0].name == "COP2");
}

TEST_CASE("networks are compared in the last year and over all years", "[comparison]") {
  ArmResult other;
  other.networks = {10, 22, 30, 44};
  other.status_quo = {0.1, 0.3, 0.2, 0.6, 0.5, 0.5, 0.6, 0.8};
  const Comparison comparison = compare(ArmResult().result(), other.result());
  CHECK(comparison.last_year == 2001);
  CHECK(at(comparison.at_last_year, "networks").full == 30);
  CHECK(at(comparison.at_last_year, "networks").difference.mean == 3);
  CHECK_THAT(comparison_text(comparison, "T", "arm"),
             Contains("no pair differs in adopted, depth, urban_role, participation at COP1 COP2\n") &&
                 Contains("\n*: beyond chance at 5 %"));
  CHECK(at(comparison.mean_year, "networks").difference.mean == 1.5);
  CHECK(at(comparison.at_last_year, "status_quo").full == near(0.45));
  CHECK(at(comparison.at_last_year, "status_quo").difference.mean == near(0.1));
}

TEST_CASE("each pair differs from the first year in which anything differs", "[comparison]") {
  ArmResult other;
  other.networks = {11, 20, 30, 40};       // realization 0 in 2000
  other.depth = {0.1, 0.2, 0.3, 0.40001};  // realization 1 in 2001
  const FirstDifference first = find_first_difference(ArmResult().result(), other.result());
  CHECK(first.n_pairs == 2);
  CHECK(first.earliest == 2000);
  CHECK(first.median == 2000.5);
}

TEST_CASE("arms differ by a date in its own year, and never by participation, which is settled at the end",
          "[comparison]") {
  ArmResult full, other;
  full.entered_force[0] = 2003.5;
  other.entered_force[0] = 2007.25;
  other.participation[1] = 0.5;
  const FirstDifference first = find_first_difference(full.result(), other.result());
  CHECK(first.n_pairs == 1);
  CHECK(first.earliest == 2003);
  other.entered_force[0] = 2003.5;
  CHECK(find_first_difference(full.result(), other.result()).n_pairs == 0);
}

TEST_CASE("conferences of two scenarios are matched by name", "[comparison]") {
  ArmResult other;
  other.conferences = {"COP2", "COP3"};
  other.conference_years = {2001, 2002};
  other.depth = {0.5, 0.6, 0.7, 0.8};
  const Comparison comparison = compare(ArmResult().result(), other.result());
  REQUIRE(comparison.conferences.size() == 1);
  CHECK(comparison.conferences[0].name == "COP2");
  CHECK(at(comparison.conferences[0].outcomes, "depth").full == near(0.3));
  CHECK(at(comparison.conferences[0].outcomes, "depth").other == near(0.6));
}

TEST_CASE("as JSON a comparison has its keys, and null for what does not apply", "[comparison]") {
  ArmResult other;
  other.networks[0] = 11;
  const auto json =
      nlohmann::json::parse(json_text(comparison_json(compare(ArmResult().result(), other.result()))));
  CHECK(json["first_difference_year"] ==
        nlohmann::json({{"earliest", 2000}, {"median", 2000.0}, {"pairs", 1}, {"variables", {"networks"}}}));
  const auto& first = json["differences"][0];
  CHECK(first["metric"] == "adopted");
  CHECK(first["conference"] == "COP1");
  CHECK(first["year"] == 2000);
  CHECK(first["ci95"] == nlohmann::json({0.0, 0.0}));
  for (const char* key : {"mean", "p", "p_adjusted", "named", "flipped", "n", "full", "other"})
    CHECK(first.contains(key));
  int n_null = 0;
  for (const auto& one : json["differences"]) {
    if (one["metric"] != "in_force" || one["conference"] != "COP1") continue;
    CHECK((one["mean"].is_null() && one["ci95"][0].is_null() && one["n"] == 0));
    ++n_null;
  }
  CHECK(n_null == 1);
  CHECK(json["yearly"].front()["year"] == 2001);
  CHECK(json["yearly"].back()["year"] == "mean");
}

}  // namespace
}  // namespace hansa
