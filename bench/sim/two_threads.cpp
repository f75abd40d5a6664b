#include "bench/sim/two_threads.hpp"

#include <chrono>

#include "bench/sim/kernel/ceiling.hpp"
#include "bench/spread.hpp"
#include "sim/run.hpp"
#include "support/numbers/parallel.hpp"

namespace hansa {
namespace {

template <class Work> double efficiency(const Work& work) {
  constexpr std::size_t n_pieces = 8;
  const auto wall = [&](std::size_t n_threads) {
    const auto start = std::chrono::steady_clock::now();
    for_each_index(n_pieces, n_threads, work);
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  };
  return wall(1) / (2.0 * wall(2));
}

}  // namespace

ThreadEfficiency measure_two_threads(const Paris& paris) {
  ThreadEfficiency of{};
  of.bare = efficiency([](std::size_t) { keep(four_lane_ceilings().multiply_adds(200'000'000)); });
  of.realizations = efficiency([&](std::size_t k) {
    keep(run_realization(paris.facts(), paris.scenario().seed, static_cast<std::uint32_t>(k)).adopted.data());
  });
  return of;
}

}  // namespace hansa
