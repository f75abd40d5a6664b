#pragma once

#include <algorithm>
#include <cstddef>
#include <vector>

#include <time.h>

namespace hansa {

/// Median and quartiles of repeated measurements.
struct Spread {
  double median = 0, low = 0, high = 0;
};

/// `samples` must not be empty.
[[nodiscard]] inline Spread spread_of(std::vector<double> samples) {
  std::sort(samples.begin(), samples.end());
  const auto at = [&](double share) {
    return samples[static_cast<std::size_t>(share * static_cast<double>(samples.size() - 1))];
  };
  return {.median = at(0.5), .low = at(0.25), .high = at(0.75)};
}

/// Processor time of this thread per call, the mean of n calls; other threads do not count.  [s]
template <class Call> double seconds(std::size_t n, const Call& call) {
  const auto now = [] {
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) + 1e-9 * static_cast<double>(time.tv_nsec);
  };
  const double start = now();
  for (std::size_t k = 0; k < n; ++k) call();
  return (now() - start) / static_cast<double>(n);
}

/// Keeps the compiler from optimising away an unused result.
template <class Value> void keep(const Value& value) { asm volatile("" : : "r,m"(value) : "memory"); }

}  // namespace hansa
