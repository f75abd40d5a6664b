#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "analysis/ratification/ratification_report.hpp"
#include "support/numbers/parallel.hpp"
#include "tests/places.hpp"

namespace hansa {
namespace {

TEST_CASE("the fit is reported with its forecasts of treaties left out", "[ratification][fit]") {
  const RatificationBacktest found = test_ratification(
      {{source_dir() / "scenarios/data"}, {source_dir() / "scenarios/library"}}, 42, machine_threads());
  const auto json = nlohmann::json::parse(ratification_json(found));
  CHECK(json["terms"].size() == model_terms.size());
  CHECK(json["left_out"].size() == 14);
  CHECK(json["mean"]["n"] == 13);  // of the first treaty no habit is known
  CHECK(json["mean_atmosphere"]["n"] == 4);
  CHECK(json["mean"]["spearman"].get<double>() > json["mean"]["democracy"].get<double>());
  const std::string text = ratification_text(found);
  for (const char* words : {"habit", "time_log", "spread", "kyoto-1997", "mean, climate and ozone"})
    CHECK_THAT(text, Catch::Matchers::Contains(words));
}

TEST_CASE("cities' pressure at home is not seen in who joins treaties when", "[ratification][fit]") {
  const RatificationBacktest found = test_ratification(
      {{source_dir() / "scenarios/data"}, {source_dir() / "scenarios/library"}}, 42, machine_threads());
  const Interval& ci95 = found.with_home_pressure.ci95[Term::HomePressure];
  CHECK(ci95.lo < 0);
  CHECK(ci95.hi > 0);
}

}  // namespace
}  // namespace hansa
