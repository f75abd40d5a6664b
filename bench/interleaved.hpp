#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include <benchmark/benchmark.h>
#include <time.h>

namespace hansa {

/// Seconds of this thread's own processor time that a call takes: what others do meanwhile does not count.
template <class Call> double seconds(const Call& call) {
  const auto now = [] {
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) + 1e-9 * static_cast<double>(time.tv_nsec);
  };
  const double start = now();
  call();
  return now() - start;
}

/// Reports the median of ratios taken in turn, and the quartiles beside it: on a machine shared with others the two
/// sides of a ratio then meet the same neighbours.
inline void report(benchmark::State& state, const std::string& name, std::vector<double> ratios) {
  std::sort(ratios.begin(), ratios.end());
  const auto at = [&](double share) {
    return ratios[static_cast<std::size_t>(share * static_cast<double>(ratios.size() - 1))];
  };
  state.counters[name] = at(0.5);
  state.counters[name + "_25"] = at(0.25);
  state.counters[name + "_75"] = at(0.75);
}

}  // namespace hansa
