#include <atomic>
#include <numeric>
#include <set>

#include <catch2/catch.hpp>

#include "sweeps/run/repeated_run.hpp"
#include "sweeps/run/sweep_status.hpp"
#include "tests/sweeps/run/swept_folder.hpp"

namespace hansa {
namespace {

using Runs = std::vector<std::size_t>;

TEST_CASE("chosen runs are some of those there are, each once, in order", "[sweep][verify]") {
  const Runs runs = {2, 3, 5, 7, 11, 13};
  for (std::uint64_t seed = 0; seed < 100; ++seed) {
    const Runs chosen = choose_runs(runs, 3, seed);
    CHECK(chosen.size() == 3);
    CHECK(std::is_sorted(chosen.begin(), chosen.end()));
    CHECK(std::set(chosen.begin(), chosen.end()).size() == 3);
    CHECK(std::includes(runs.begin(), runs.end(), chosen.begin(), chosen.end()));
    CHECK(chosen == choose_runs(runs, 3, seed));
  }
  CHECK(choose_runs(runs, 6, 1) == runs);
  CHECK(choose_runs(runs, 7, 1) == runs);
  CHECK(choose_runs(runs, 0, 1).empty());
}

TEST_CASE("every run is chosen about equally often", "[sweep][verify]") {
  Runs runs(10), counts(10);
  std::iota(runs.begin(), runs.end(), std::size_t{0});
  for (std::uint64_t seed = 0; seed < 2000; ++seed)
    for (const std::size_t run : choose_runs(runs, 3, seed)) ++counts[run];
  for (const std::size_t count : counts) {  // 600 expected, standard deviation 20.5
    CHECK(count > 500);
    CHECK(count < 700);
  }
}

TEST_CASE("the runs of missing and of damaged shards are not among those that can be repeated",
          "[sweep][verify]") {
  const test::SweptFolder swept;
  std::filesystem::remove(swept.folder.shard(1));      // runs 7 to 13
  std::filesystem::remove(swept.folder.digest_of(3));  // 21 to 27
  Runs expected = {0, 1, 2, 3, 4, 5, 6, 14, 15, 16, 17, 18, 19, 20, 28, 29};
  CHECK(runs_in_intact_shards(swept.plan, check_sweep(swept.plan, swept.folder)) == expected);
}

TEST_CASE("runs that are repeated have the bytes of their shards, unless they are stopped",
          "[sweep][verify]") {
  const test::SweptFolder swept;
  const auto found = recompute_runs(swept.plan, swept.folder, {1, 5, 9}, 2, {});
  REQUIRE(found);
  REQUIRE(found->size() == 2);
  CHECK(found->front().runs == Runs{1, 5});
  CHECK(found->front().found.equal);
  CHECK(found->back().found.equal);
  const std::atomic<bool> stop{true};
  CHECK_FALSE(recompute_runs(swept.plan, swept.folder, {1, 5}, 2, {.progress = {}, .stop = &stop}));
}

}  // namespace
}  // namespace hansa
