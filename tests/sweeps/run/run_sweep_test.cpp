#include <algorithm>
#include <map>
#include <mutex>
#include <new>
#include <set>

#include <catch2/catch.hpp>

#include "agents/build.hpp"
#include "analysis/results/hdf5/result_writer.hpp"
#include "analysis/results/run_variables.hpp"
#include "sim/run.hpp"
#include "sweeps/run/run_sweep.hpp"
#include "sweeps/run/shared_facts.hpp"
#include "tests/laws/same_record.hpp"
#include "tests/sweeps/run/law_sweep.hpp"

namespace hansa {
namespace {

using test::small_plan;

std::vector<std::byte> image_of(const SweepPlan& plan, std::size_t shard, const ShardWork& work) {
  const auto runs = run_shard(plan, shard, work);
  REQUIRE(runs);
  return hdf5_image(lay_out_shard(plan.sweep, plan.stamp, shard, plan.first_run(shard), *runs));
}

TEST_CASE("a part of the shards is read as I/N, counted from 1", "[sweep]") {
  const auto part = read_worker_part("2/8");
  REQUIRE(part);
  CHECK(part->index == 1);
  CHECK(part->n == 8);
  for (const char* text :
       {"", "2", "/", "0/2", "3/2", "1/", "/2", "1/2/3", "-1/2", " 1/2", "1/2 ", "1.0/2"}) {
    INFO(text);
    CHECK_FALSE(read_worker_part(text));
  }
}

TEST_CASE("runs are numbered realization by realization, point by point, arm by arm", "[sweep]") {
  const SweepPlan plan = small_plan();
  CHECK(plan.n_runs() == 30);
  CHECK(plan.n_shards() == 5);
  CHECK(plan.first_run(4) == 28);
  CHECK(plan.first_run(5) == 30);
  std::size_t run = 0;
  for (std::size_t realization = 0; realization < 5; ++realization)
    for (std::size_t point = 0; point < 3; ++point)
      for (std::size_t arm = 0; arm < 2; ++arm)
        CHECK(plan.address_of(run++) == RunAddress{realization, point, arm});
}

TEST_CASE("a run of a sweep is the realization that its scenario gives alone", "[sweep]") {
  const SweepPlan plan = small_plan();
  const auto runs = run_shard(plan, 2, {.n_threads = 2});
  REQUIRE(runs);
  REQUIRE(runs->size() == 7);
  for (const SweepRun& run : *runs) {
    const LoadedScenario loaded = scenario_at(plan.sweep, run.address.point, run.address.arm);
    const Facts facts = build_facts(loaded.scenario, plan.tables);
    const RunRecord alone = run_realization(facts, 11, static_cast<std::uint32_t>(run.address.realization));
    CHECK(test::same_bits(run.record.depth, alone.depth));
    CHECK(test::same_bits(run.record.pressure, alone.pressure));
    CHECK(run.record.networks == alone.networks);
    CHECK(test::same_bits(run.record.network_voice, alone.network_voice));
    CHECK(run.record.position.empty());  // too large to keep
  }
}

TEST_CASE("shards are the same whether design points share their facts or not", "[sweep]") {
  const std::string other = "networks.real: {values: [true]}";  // shapes facts, with the value that it has
  const std::string keys = "design: grid\nrealizations: 3\narms: [full, {without: lobbying}]\nparameters:\n";
  const SweepPlan shared = test::law_plan(keys + "  gridlock.level: {values: [0.1, 0.4, 0.9]}\n");
  const SweepPlan apart =
      test::law_plan(keys + "  gridlock.level: {values: [0.1, 0.4, 0.9]}\n  " + other + "\n");
  const SweepPlan by_arm = test::law_plan(
      "design: grid\nrealizations: 3\narms: [full, {without: lobbying}, {name: real, with: {networks.real: "
      "true}}]\n"
      "parameters:\n  gridlock.level: {values: [0.1, 0.4, 0.9]}\n");
  const auto one = run_shard(shared, 0, {.n_threads = 2}), two = run_shard(apart, 0, {.n_threads = 2}),
             three = run_shard(by_arm, 0, {.n_threads = 2});
  REQUIRE(one);
  REQUIRE(two);
  REQUIRE(three);
  REQUIRE(one->size() == two->size());
  const auto expect_same = [](const RunRecord& a, const RunRecord& b) {
    CHECK(test::same_bits(a.depth, b.depth));
    CHECK(test::same_bits(a.pressure, b.pressure));
    CHECK(test::same_bits(a.network_voice, b.network_voice));
  };
  for (std::size_t k = 0; k < one->size(); ++k) {
    expect_same((*one)[k].record, (*two)[k].record);
    expect_same((*one)[k].record, (*three)[k / 2 * 3 + k % 2].record);
  }
}

TEST_CASE("a shard has the same bytes from one, two and three threads", "[sweep]") {
  const SweepPlan plan = small_plan();
  for (const std::size_t shard : {0U, 4U}) {
    const std::vector<std::byte> image = image_of(plan, shard, {.n_threads = 1});
    for (const std::size_t n_threads : {2U, 3U})
      CHECK(image_of(plan, shard, {.n_threads = n_threads}) == image);
  }
}

TEST_CASE("a shard plays the runs of a point and arm one after another, so that few facts are kept",
          "[sweep]") {
  const SweepPlan plan = small_plan();
  const std::vector<std::size_t> order = order_of_work(plan, 7, 21);
  REQUIRE(std::set<std::size_t>(order.begin(), order.end()).size() == 14);
  CHECK(*std::min_element(order.begin(), order.end()) == 7);
  std::size_t n_changes = 0;
  for (std::size_t k = 1; k < order.size(); ++k)
    n_changes += order[k] % plan.n_settings() != order[k - 1] % plan.n_settings() ? 1U : 0U;
  CHECK(n_changes == plan.n_settings() - 1);  // as the runs are numbered it would be 13
}

TEST_CASE("the facts of a design point and arm are built once a shard", "[sweep]") {
  const SweepPlan plan =
      test::law_plan("design: grid\nparameters: {gridlock.level: {values: [0.1, 0.9]}}\nrealizations: 20\n");
  std::mutex mutex;
  std::map<double, std::set<const Facts*>> seen;
  const auto runner = [&](const Facts& facts, std::uint64_t seed, std::uint32_t realization) {
    const std::lock_guard lock(mutex);
    seen[facts.scenario->gridlock.level].insert(&facts);
    return run_realization(facts, seed, realization);
  };
  REQUIRE(run_shard(plan, 0, {.n_threads = 2, .runner = runner}));
  REQUIRE(seen.size() == 2);
  CHECK(seen[0.1].size() == 1);
  CHECK(seen[0.9].size() == 1);
}

/// Fails in realization 1 of the calmest point.
RunRecord run_or_fail(const Facts& facts, std::uint64_t seed, std::uint32_t realization) {
  if (facts.scenario->gridlock.level == 0.1 && realization == 1) throw std::runtime_error("out of ink");
  return run_realization(facts, seed, realization);
}

TEST_CASE("a run that throws is recorded as failed, and the others go on", "[sweep]") {
  const SweepPlan plan = small_plan();
  const auto runs = run_shard(plan, 0, {.n_threads = 2, .runner = run_or_fail});
  REQUIRE(runs);
  for (std::size_t k = 0; k < 7; ++k) CHECK((*runs)[k].failure == (k == 6 ? "out of ink" : ""));
  const ResultSet result = lay_out_shard(plan.sweep, plan.stamp, 0, 0, *runs);
  CHECK(std::get<std::vector<std::uint8_t>>(result.find_variable("status")->values) ==
        std::vector<std::uint8_t>{0, 0, 0, 0, 0, 0, 1});
  const auto& depth = std::get<std::vector<double>>(result.find_variable("depth")->values);
  CHECK(std::all_of(depth.end() - 8, depth.end(), [](double d) { return std::isnan(d); }));
  CHECK(image_of(plan, 0, {.n_threads = 1, .runner = run_or_fail}) ==
        image_of(plan, 0, {.n_threads = 3, .runner = run_or_fail}));
}

TEST_CASE("a scenario that cannot be played fails its runs with the reason", "[sweep]") {
  SweepPlan plan = test::law_plan(
      "design: grid\nparameters: {conferences.hard.presidency: {values: [\"\", QQQ]}}\nrealizations: 1\n");
  const auto runs = run_shard(plan, 0, {});
  REQUIRE(runs);
  CHECK((*runs)[0].failure.empty());
  CHECK_THAT((*runs)[1].failure, Catch::Matchers::Contains("has no state 'QQQ'"));
  plan = test::law_plan(
      "design: grid\nparameters: {conferences.hard.presidency: {values: [QQQ, \"\"]}}\nrealizations: 1\n");
  const auto turned = run_shard(plan, 0, {});
  REQUIRE(turned);
  CHECK_THAT((*turned)[0].failure, Catch::Matchers::Contains("has no state 'QQQ'"));
  CHECK((*turned)[1].failure.empty());
}

TEST_CASE("points that share facts are played although the first of them cannot be", "[sweep]") {
  SweepPlan plan = test::law_plan("design: grid\nparameters: {gridlock.level: {values: [0.1, 0.9]}}\n");
  plan.sweep.parameters[0].values[0].text = "much";
  const auto runs = run_shard(plan, 0, {});
  REQUIRE(runs);
  CHECK_THAT((*runs)[0].failure, Catch::Matchers::Contains("gridlock.level"));
  CHECK((*runs)[1].failure.empty());
}

TEST_CASE("a run that fails without a word has a reason all the same", "[sweep]") {
  const auto runner = [](const Facts&, std::uint64_t, std::uint32_t) -> RunRecord {
    throw std::runtime_error("");
  };
  const auto runs = run_shard(small_plan(), 0, {.runner = runner});
  REQUIRE(runs);
  CHECK(runs->front().failure == "no reason given");
}

TEST_CASE("on request the first failure ends the sweep and names its run", "[sweep]") {
  const SweepPlan plan = small_plan();
  const ShardWork work{.n_threads = 1, .stop_on_failure = true, .watch = {}, .runner = run_or_fail};
  CHECK_THROWS_WITH(run_shard(plan, 0, work),
                    "run 6: design point 0, arm full, realization 1, gridlock.level=0.1: out of ink");
}

TEST_CASE("memory that runs out is no failure of a run", "[sweep]") {
  const SweepPlan plan = small_plan();
  const auto runner = [](const Facts&, std::uint64_t, std::uint32_t) -> RunRecord { throw std::bad_alloc(); };
  CHECK_THROWS_AS(run_shard(plan, 0, {.runner = runner}), std::bad_alloc);
}

TEST_CASE("a shard that is stopped is left", "[sweep]") {
  const SweepPlan plan = small_plan();
  std::atomic<bool> stop{false};
  std::size_t n_begun = 0;
  const auto runner = [&](const Facts& facts, std::uint64_t seed, std::uint32_t realization) {
    if (++n_begun == 3) stop = true;
    return run_realization(facts, seed, realization);
  };
  CHECK_FALSE(run_shard(plan, 0, {.watch = {.progress = {}, .stop = &stop}, .runner = runner}));
  CHECK(n_begun == 3);
}

TEST_CASE("a sweep keeps variables along conferences, channels and years", "[sweep]") {
  const SweepPlan plan = small_plan();
  const RunRecord whole = run_realization(prepare_point(plan, 0, 0)->facts, plan.sweep.seed, 0);
  RunRecord record = whole;
  keep_summary(record);
  RunRecord::columns([&](auto column, const ColumnInfo& info) {
    INFO(info.name);
    const bool is_large = info.axes.contains(Axis::State) || info.axes.contains(Axis::Issue);
    if (is_large)
      CHECK((record.*column).capacity() == 0);
    else
      CHECK(test::same_bits(record.*column, whole.*column));
  });
}

}  // namespace
}  // namespace hansa
