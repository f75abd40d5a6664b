#include <numeric>
#include <set>

#include <catch2/catch.hpp>

#include "sweeps/run/repeated_run.hpp"

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

}  // namespace
}  // namespace hansa
