// What the page of a sweep says, against the runs themselves.
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "analysis/report/run_page.hpp"
#include "cli/program_data.hpp"
#include "sim/run.hpp"
#include "sweeps/page/page_words.hpp"
#include "sweeps/page/sweep_page.hpp"
#include "sweeps/page/sweep_parts.hpp"
#include "sweeps/report/sweep_summary.hpp"
#include "sweeps/run/run_sweep.hpp"
#include "tests/sweeps/run/swept_folder.hpp"

namespace hansa {
namespace {

using Json = nlohmann::ordered_json;
using Catch::Matchers::Contains;
using test::ScratchFolder;
using test::SweptFolder;

/// A grid of gridlock and a word, in which the first conference adopts a text where gridlock is below a bar that
/// rises with the realization, and the voice peaks in the middle.
struct Dials {
  ScratchFolder scratch;
  SweepPlan plan = test::law_plan(
      "design: grid\nrealizations: 8\nparameters: {gridlock.level: {values: [0, 0.2, 0.4, 0.6, 0.8]}, "
      "networks.attention: {values: [budget, hyperbolic, linear]}}\n");
  SweepFolder folder = SweepFolder::open(scratch / "s", plan);

  Dials() {
    RunRecord one;
    const auto runner = [&](const Facts& facts, std::uint64_t seed, std::uint32_t realization) {
      if (one.depth.empty()) one = run_realization(facts, seed, realization);
      RunRecord record = one;
      const double level = facts.scenario->gridlock.level, r = realization;
      record.adopted[0] = level < 0.31 + 0.05 * r ? 1 : 0;
      record.depth[0] = record.adopted[0] != 0 ? 0.1 : missing_value<double>();
      record.network_voice.back() = 0.5 - (level - 0.4) * (level - 0.4) + 0.001 * r;
      return record;
    };
    static_cast<void>(run_sweep(plan, folder, {}, {.n_threads = 1, .runner = runner}));
  }

  [[nodiscard]] SweepFindings find() const {
    return find_out(plan, read_outcomes(plan, folder, {plan.sweep.reference.scenario.conferences[0].name}));
  }
};

const Json& part_of(const Json& list, std::size_t outcome, std::size_t parameter) {
  for (const Json& one : list)
    if (one["outcome"] == outcome && one["parameter"] == parameter) return one;
  FAIL("no such part");
  return list;
}

TEST_CASE("the dials of a page hold the runs of each point", "[sweep][report]") {
  const SweptFolder swept;
  const SweepFindings found = find_out(
      swept.plan,
      read_outcomes(swept.plan, swept.folder, {swept.plan.sweep.reference.scenario.conferences[0].name}));
  const Json grid = grid_part(found);
  const SweepSummary summary = summarise_sweep(swept.plan, swept.folder);
  for (std::size_t s = 0; s < summary.rows.size(); ++s) {
    CHECK(grid["outcomes"][0]["runs"][s] == 5);
    CHECK(grid["outcomes"][0]["times"][s].get<double>() ==
          Approx(5 * summary.rows[s].conferences[0].adopted));
    CHECK(grid["outcomes"][3]["mean"][s].get<double>() == Approx(summary.rows[s].voice).epsilon(1e-3));
    CHECK(grid["outcomes"][3]["low"][s] <= grid["outcomes"][3]["mean"][s]);
  }
  REQUIRE(grid["differences"].size() == 4);  // of each outcome, with lobbying minus without
  for (std::size_t p = 0; p < 3; ++p) {
    const Json& difference = grid["differences"][0];
    CHECK((difference["contrast"] == 2 && difference["runs"][p] == 5));
    CHECK(difference["mean"][p].get<double>() ==
          Approx(summary.rows[2 * p].conferences[0].adopted - summary.rows[2 * p + 1].conferences[0].adopted)
              .margin(1e-9));
    CHECK(difference["low"][p] <= difference["mean"][p]);
  }
}

TEST_CASE("along a dial the page marks where half of the texts fail and where the voice peaks",
          "[sweep][report]") {
  const Json places = grid_part(Dials().find())["places"];
  const Json &half = part_of(places, 0, 0), &peak = part_of(places, 3, 0);
  CHECK(half["half"][0].get<double>() == Approx(0.5));  // 1, 1, .75, .25, 0
  CHECK(peak["peak"][0].get<double>() == Approx(0.4));
  CHECK(places.size() == 6);  // for each word, of adoption and of voice
}

TEST_CASE("places lie within the range of their parameter, also with their intervals", "[sweep][report]") {
  const Dials dials;
  for (const Json& one : curve_part(dials.find())) {
    for (const char* what : {"half", "peak"}) {
      if (!one.contains(what) || one[what].is_null() || one[what][1].is_null()) continue;
      CHECK(one[what].size() == 5);
      CHECK((one[what][1].get<double>() >= 0 && one[what][2].get<double>() <= 0.8));
    }
  }
}

TEST_CASE("words are places 0, 1, 2 of a curve and of a map", "[sweep][report]") {
  const Dials dials;
  const SweepFindings found = dials.find();
  CHECK(part_of(curve_part(found), 0, 1)["x"] == Json({0, 1, 2}));
  const Json cells = map_part(found)[0]["cells"];
  CHECK(cells.size() == 15);
  CHECK(cells[5][0] == 0.2);
  CHECK(cells[5][1] == 2);
  CHECK((cells[5][4] <= cells[5][3] && cells[5][3] <= cells[5][5]));  // its mean within its interval
}

TEST_CASE("a headline says what moves adoption, and where it crosses one half", "[sweep][report]") {
  const Dials dials;
  CHECK_THAT(question_of(dials.plan),
             Contains("sovereignty gridlock (0 to 0.8 in 5 values) and rule of cities' attention (budget, "
                      "hyperbolic or linear)") &&
                 Contains("15 design points") && Contains("8 realizations each are 120 runs"));
  const std::vector<std::string> headline = headline_of(dials.find());
  REQUIRE(headline.size() == 3);
  CHECK_THAT(headline[0], Contains("in 60\u00a0% of all runs (95\u00a0% interval") &&
                              Contains("from 0\u00a0% (0 to 32\u00a0%) to 100\u00a0% (68 to 100\u00a0%)"));
  CHECK_THAT(headline[1], Contains("Of the variation of the share adopted at ") &&
                              Contains(" between design points, sovereignty gridlock alone explains ") &&
                              Contains("with its interactions ") && !Contains("S1"));
  CHECK_THAT(headline[2], Contains("crosses one half where sovereignty gridlock is "));
}

TEST_CASE("what is missing and what failed is counted by shard", "[sweep][report]") {
  const SweptFolder swept(true);
  const std::vector<std::string> conference = {swept.plan.sweep.reference.scenario.conferences[0].name};
  Json part = completeness_part(find_out(swept.plan, read_outcomes(swept.plan, swept.folder, conference)),
                                swept.folder);
  CHECK(part["failed"] == 1);
  CHECK(part["shards"] == Json({{7, 1}, {7, 0}, {7, 0}, {7, 0}, {2, 0}}));
  CHECK_THAT(part["some_failed"][0].get<std::string>(), Contains("run 6") && Contains("gridlock.level=0.1"));
  std::filesystem::remove(swept.folder.shard(2));
  const SweepFindings found = find_out(swept.plan, read_outcomes(swept.plan, swept.folder, conference));
  part = completeness_part(found, swept.folder);
  CHECK(part["missing"] == 7);
  CHECK(part["shards"][2] == Json({7, nullptr}));
  CHECK_THAT(headline_of(found).back(), Contains("Of 30 runs 7 are still missing and 1 failed."));
}

TEST_CASE("a sweep of which no run is done says so", "[sweep][report]") {
  const ScratchFolder scratch;
  const SweepPlan plan = test::small_plan();
  const SweepFolder folder = SweepFolder::open(scratch / "s", plan);
  const SweepFindings found = find_out(plan, read_outcomes(plan, folder, {}));
  CHECK(headline_of(found) == std::vector<std::string>{"No run is done yet."});
  CHECK(curve_part(found).empty());
  CHECK(map_part(found).empty());
}

TEST_CASE("a page says nothing of outcomes where every run of the first arm failed", "[sweep][report]") {
  const ScratchFolder scratch;
  const SweepPlan plan = test::small_plan();
  const SweepFolder folder = SweepFolder::open(scratch / "s", plan);
  const auto runner = [](const Facts& facts, std::uint64_t seed, std::uint32_t realization) {
    if (facts.scenario->lobbying.strength > 0) throw std::runtime_error("out of ink");
    return run_realization(facts, seed, realization);
  };
  static_cast<void>(run_sweep(plan, folder, {}, {.n_threads = 1, .runner = runner}));
  const SweepFindings found =
      find_out(plan, read_outcomes(plan, folder, {plan.sweep.reference.scenario.conferences[0].name}));
  CHECK(headline_of(found) == std::vector<std::string>{"Of 30 runs 0 are still missing and 15 failed."});
}

TEST_CASE("equal sweeps give equal pages", "[sweep][report]") {
  if (!can_make_pages()) {
    std::puts("skipped: this build has no page");
    return;
  }
  const Dials one, other;
  const std::string page = sweep_page(one.plan, one.folder, "", program_data()).text;
  CHECK(page == sweep_page(other.plan, other.folder, "", program_data()).text);
  CHECK(page.size() < 1'500'000);
  CHECK_THAT(page, Contains("What changes with sovereignty gridlock"));
  CHECK_THROWS_AS(sweep_page(one.plan, one.folder, "COP99", program_data()), ScenarioError);
}

}  // namespace
}  // namespace hansa
