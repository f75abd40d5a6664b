// What the page of a comparison says in words.
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "analysis/report/comparison_page.hpp"

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

}  // namespace
}  // namespace hansa
