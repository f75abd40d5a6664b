#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "analysis/ratification/ratification_report.hpp"
#include "support/numbers/parallel.hpp"
#include "tests/places.hpp"

namespace hansa {
namespace {

const RatificationBacktest& backtest() {
  static const RatificationBacktest found = test_ratification(
      {{source_dir() / "scenarios/data"}, {source_dir() / "scenarios/library"}}, 42, machine_threads());
  return found;
}

bool has_zero(const Interval& ci95) { return ci95.lo < 0 && ci95.hi > 0; }

// One test: all of it reads the fit, which takes the time.
TEST_CASE("who joins treaties when is fitted to the record", "[ratification][fit]") {
  SECTION("the fit is reported with its forecasts of treaties left out") {
    const auto json = nlohmann::json::parse(ratification_json(backtest()));
    CHECK(json["terms"].size() == model_terms.size());
    CHECK(json["left_out"].size() == 14);
    CHECK(json["mean"]["n"] == 13);  // of the first treaty no habit is known
    CHECK(json["mean_atmosphere"]["n"] == 4);
    CHECK(json["mean"]["spearman"].get<double>() > json["mean"]["democracy"].get<double>());
    CHECK(json["veto_players"][0]["terms"].size() == 2);
    CHECK(json["veto_players"][1]["terms"].size() == 4);
    for (const auto& added : json["veto_players"]) CHECK(added["left_out"]["log_likelihood"].is_number());
    const std::string text = ratification_text(backtest());
    for (const char* words :
         {"habit", "time_log", "spread", "kyoto-1997", "mean, climate and ozone", "polarisation_cost"})
      CHECK_THAT(text, Catch::Matchers::Contains(words));
  }
  SECTION("cities' pressure at home is not seen in who joins treaties when") {
    CHECK(has_zero(backtest().with_home_pressure.ci95[Term::HomePressure]));
  }
  SECTION("veto players are not seen in who joins treaties when, not even where joining is costly") {
    for (const AddedTerms& added : backtest().veto_players) {
      for (const Term term : added.terms) CHECK(has_zero(added.fit.ci95[term]));
      CHECK(added.log_likelihood.value < 0);
      CHECK(added.order.value < 0.01);
    }
  }
}

}  // namespace
}  // namespace hansa
