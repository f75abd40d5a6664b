#include <atomic>
#include <chrono>
#include <stdexcept>
#include <thread>
#include <vector>

#include <catch2/catch.hpp>

#include "support/numbers/parallel.hpp"

namespace hansa {
namespace {

TEST_CASE("every index is called once, on any number of threads", "[parallel]") {
  const std::size_t n = GENERATE(0U, 1U, 2U, 1000U), n_threads = GENERATE(0U, 1U, 2U, 3U, 8U);
  std::vector<std::atomic<int>> done(n);
  for_each_index(n, n_threads, [&](std::size_t k) { ++done[k]; });
  for (const auto& times : done) REQUIRE(times == 1);
}

TEST_CASE("no more threads run at once than are allowed", "[parallel]") {
  const int n_threads = GENERATE(1, 2, 3);
  std::atomic<int> busy{0}, most{0};
  for_each_index(100, static_cast<std::size_t>(n_threads), [&](std::size_t) {
    const int now = ++busy;
    for (int before = most; before < now && !most.compare_exchange_weak(before, now);) {
    }
    std::this_thread::yield();
    --busy;
  });
  CHECK(most >= 1);
  CHECK(most <= n_threads);
}

TEST_CASE("two threads run at the same time", "[parallel]") {
  // each of two calls waits for the other; on one thread that would never end, so it gives up after a while
  std::atomic<int> arrived{0};
  std::atomic<int> met{0};
  for_each_index(2, 2, [&](std::size_t) {
    ++arrived;
    for (int k = 0; k < 2000 && arrived < 2; ++k) std::this_thread::sleep_for(std::chrono::milliseconds(1));
    met += arrived == 2 ? 1 : 0;
  });
  CHECK(met == 2);
}

TEST_CASE("an exception ends the loop and is rethrown", "[parallel]") {
  const std::size_t n_threads = GENERATE(1U, 3U);
  std::atomic<int> n_done{0};
  CHECK_THROWS_AS(for_each_index(100'000, n_threads,
                                 [&](std::size_t k) {
                                   if (k == 5) throw std::runtime_error("enough");
                                   ++n_done;
                                 }),
                  std::runtime_error);
  CHECK(n_done < 99'999);
}

TEST_CASE("a machine runs at least one thread", "[parallel]") { CHECK(machine_threads() >= 1); }

}  // namespace
}  // namespace hansa
