#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace hansa {

/// Pseudo-random numbers in (0, 1), the same in every run.
[[nodiscard]] inline std::vector<double> some_numbers(std::size_t n) {
  std::vector<double> values(n);
  std::uint64_t seed = 1;
  for (double& value : values) {
    seed = seed * 6364136223846793005U + 1442695040888963407U;
    value = (static_cast<double>(seed >> 11) + 0.5) * 0x1p-53;
  }
  return values;
}

/// Repetitions per measurement of a call with this many votes, enough for the cost of reading the clock (some
/// hundred nanoseconds) not to matter.
[[nodiscard]] constexpr std::size_t repeats(std::size_t n_votes) {
  constexpr std::size_t enough = 200'000;
  return enough / (n_votes + 1) + 1;
}

}  // namespace hansa
