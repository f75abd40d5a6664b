// What the page of a comparison says in words.
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "analysis/comparison/comparison.hpp"
#include "analysis/report/comparison_page.hpp"
#include "analysis/report/page_parts.hpp"
#include "cli/program_data.hpp"

namespace hansa {
namespace {

using Json = nlohmann::ordered_json;

/// Two arms whose means over conferences differ by `mean`, with this interval.
Json comparison(const std::string& metric, double mean, std::vector<double> ci95, bool named) {
  return {
      {"pairs", 32},
      {"arms",
       {{{"name", "full"}, {"settings", Json::array()}},
        {{"name", "without-lobbying"}, {"settings", {"lobbying.strength=0"}}}}},
      {"mean_conference",
       {{{"metric", metric}, {"mean", mean}, {"ci95", std::move(ci95)}, {"named", named}, {"full", 0.26}}}}};
}

TEST_CASE("a comparison asks about its arm, and says what is subtracted from what", "[report]") {
  CHECK(question_of(comparison("depth", 0, {0, 0}, false)) ==
        "What does without-lobbying change (lobbying.strength=0)? 32 pairs of histories that share their "
        "draws; a difference is without-lobbying minus full.");
}

TEST_CASE("named differences stand in the headline with their intervals, others do not", "[report]") {
  using Sentences = std::vector<std::string>;
  CHECK(headline_of(comparison("urban_role", -0.1019, {-0.1194, -0.0844}, true)) ==
        Sentences{
            "Urban role: -0.10 [-0.12, -0.08] (95\u00a0% interval), the mean over conferences, from 0.26."});
  CHECK(headline_of(comparison("adopted", 0.0045, {-0.0006, 0.0095}, false)) ==
        Sentences{"Whether a text is adopted: +0.004 [-0.001, +0.009], too small to matter, or not shown."});
  CHECK(headline_of(comparison("depth", 0, {0, 0}, false)) ==
        Sentences{"No difference is named: too small to matter, or not shown."});
}

/// A difference as compare.json has it.
Json difference(double mean) {
  return {{"mean", mean},       {"ci95", {mean - 0.01, mean + 0.01}},
          {"p_adjusted", 0.01}, {"named", true},
          {"flipped", 1},       {"n", 8}};
}

TEST_CASE("parts of a comparison add up to its whole, whichever way it is split", "[report]") {
  const Json split = {{"split",
                       {{{"metric", "depth_unconditional"},
                         {"channels", difference(-0.3)},
                         {"functions", difference(0.1)},
                         {"interaction", difference(0.05)},
                         {"together", difference(-0.15)}}}}};
  const Json attribution = {{"attribution", Json::array()},
                            {"mean_attribution",
                             {{{"metric", "adopted"},
                               {"parts", {{"home", difference(0.2)}, {"functions", difference(0.1)}}},
                               {"sum", difference(0.3)},
                               {"together", difference(0.25)},
                               {"remainder", difference(-0.05)}}}}};
  for (const Json& comparison : {split, attribution}) {
    const Json contributions = contribution_part(comparison);
    REQUIRE(contributions.size() == 1);
    CHECK(contributions[0]["conference"].is_null());
    double sum = 0;
    for (const Json& row : contributions[0]["rows"])
      if (row["kind"] != "whole") sum += row["mean"].get<double>();
    CHECK(contributions[0]["rows"].back()["kind"] == "whole");
    CHECK(sum == Approx(contributions[0]["rows"].back()["mean"].get<double>()));
  }
  CHECK(contribution_part({{"pairs", 8}}).is_null());
}

TEST_CASE("an attribution asks what each channel adds, and tells of the whole", "[report]") {
  Json all = comparison("adopted", 0, {0, 0}, false);
  all.erase("mean_conference");
  all["mean_attribution"] = {{{"metric", "adopted"},
                              {"parts", {{"home", difference(0.2)}, {"functions", difference(0.1)}}},
                              {"together", difference(0.25)},
                              {"remainder", difference(-0.05)}}};
  CHECK_THAT(question_of(all), Catch::Matchers::Contains("each channel of lobbying add"));
  CHECK(headline_of(all).at(0) ==
        "Adopted: lobbying adds +0.250 [+0.240, +0.260] (95\u00a0% interval), the mean over conferences; "
        "most by "
        "home: +0.200 [+0.190, +0.210].");
  Json same = all;
  same["mean_attribution"][0]["together"]["flipped"] = 0;
  CHECK(headline_of(same).at(0) == "Adopted: the same with and without lobbying, in every pair.");
}

TEST_CASE("differences by year are those of the comparison in its last year", "[report]") {
  const DataFolders folders = program_data();
  const auto result_of = [&](const std::vector<std::string>& settings) {
    return *run(prepare("copenhagen-2009", settings, folders), 2).result;
  };
  const ResultSet full = result_of({"realizations=6"}),
                  other = result_of({"realizations=6", "networks.births.growth=0.02"});
  const Json by_year = arm_part(full, other);
  const Comparison compared = compare(full, other);
  CHECK(by_year["labels"].back() == compared.last_year);
  std::size_t n_checked = 0;
  for (const Json& outcome : by_year["outcomes"]) {
    const OutcomeDifference* one = find_outcome(compared.at_last_year, outcome["name"].get<std::string>());
    REQUIRE(one != nullptr);
    const Json& last = outcome["differences"].back();
    if (last[0].is_null()) continue;
    CHECK(last[0].get<double>() == Approx(one->difference.mean).epsilon(1e-3).margin(1e-9));
    n_checked += one->difference.flipped > 0 ? 1U : 0U;
  }
  CHECK(n_checked > 3);
}

}  // namespace
}  // namespace hansa
