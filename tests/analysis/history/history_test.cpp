#include <map>

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "analysis/history/history_report.hpp"
#include "scenarios/load/data_folders.hpp"
#include "support/numbers/parallel.hpp"
#include "tests/places.hpp"

namespace hansa {
namespace {

/// All scores from two realizations of every scenario.
const History& quick_history() {
  static const History history =
      score_history({.realizations = 2, .n_threads = machine_threads()},
                    DataFolders{{source_dir() / "scenarios/data"}, {source_dir() / "scenarios/library"}});
  return history;
}

std::map<std::string, TreatyScores> treaties_by_id() {
  std::map<std::string, TreatyScores> found;
  for (const TreatyScores& one : quick_history().ratification) found[one.treaty] = one;
  return found;
}

// One test: all of it reads the scores, which take the time.
TEST_CASE("history is scored", "[history]") {
  SECTION("thresholds applied to the actual dates put treaties into force on the actual day") {
    const auto treaties = treaties_by_id();
    CHECK(to_text(*treaties.at("unfccc-1992").threshold_met) == "1993-12-21");
    CHECK(to_text(*treaties.at("kyoto-1997").threshold_met) == "2004-11-18");
    CHECK(to_text(*treaties.at("paris-2015").threshold_met) == "2016-10-05");
    for (const char* id : {"unfccc-1992", "kyoto-1997", "paris-2015", "vienna-1985", "cbd-1992", "cwc-1992",
                           "unfsa-1995", "stockholm-2001", "itpgr-2001", "fctc-2003"}) {
      INFO(id);
      CHECK(treaties.at(id).replayed == treaties.at(id).in_force);
    }
  }
  SECTION("the Basel Convention had counted Czechoslovakia, which a table of present states lacks") {
    const auto treaties = treaties_by_id();
    CHECK(treaties.at("basel-1989").replayed > treaties.at("basel-1989").in_force);
  }
  SECTION("the habit of joining treaties predicts dates better than democracy does") {
    int better = 0, n = 0;
    for (const TreatyScores& one : quick_history().ratification) {
      REQUIRE(one.baselines[0].name == "habit");
      better += one.baselines[0].score.value > one.baselines[1].score.value ? 1 : 0;
      ++n;
    }
    CHECK(n == 14);
    CHECK(better >= 13);
  }
  SECTION("parties of Kyoto and Paris are counted as they were") {
    std::map<std::string, std::map<int, std::size_t>> parties;
    for (const TreatyScores& one : quick_history().ratification)
      for (const PartiesInYear& year : one.parties) parties[one.treaty][year.year] = year.actual;
    CHECK(parties["kyoto-1997"][2001] == 46);
    CHECK(parties["kyoto-1997"][2005] == 156);
    CHECK(parties["kyoto-1997"][2009] == 189);
    CHECK(parties["paris-2015"][2016] == 120);
    CHECK(parties["paris-2015"][2018] == 183);
    CHECK(parties["paris-2015"][2020] == 189);
  }
  SECTION("every score stands beside a naive one, and the report says which it does not beat") {
    const auto json = nlohmann::json::parse(history_json(quick_history()));
    for (const char* key : {"n", "brier", "brier_base_rate", "brier_last_outcome", "log", "log_base_rate"})
      CHECK(json["conferences"].contains(key));
    CHECK(json["conferences"]["n"] == 30);
    CHECK(json["votes"]["n"] == 169);
    CHECK(json["votes"]["not_yes"] == 17);
    CHECK(json["relations"]["periods"].size() == 2);
    CHECK(json["relations"]["conflicts"].get<int>() > 100);
    CHECK(json["ratification"].size() == 14);
    REQUIRE_FALSE(json["not_better"].empty());
    for (const auto& one : json["not_better"]) {
      INFO(one.dump());
      CHECK_THAT(history_text(quick_history()), Catch::Matchers::Contains(one["score"].get<std::string>()));
    }
    CHECK_THAT(history_text(quick_history()), Catch::Matchers::Contains("beats every naive prediction on"));
  }
}

}  // namespace
}  // namespace hansa
