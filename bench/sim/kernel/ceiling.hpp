#pragma once

#include <cstddef>

namespace hansa {

/// The operations of the contests on values that stay in registers: the upper bound set by the arithmetic. Each
/// computes at least n_votes votes (one per pair of texts and actor) and returns their number.
struct Ceilings {
  using Ceiling = std::size_t (*)(std::size_t n_votes);
  Ceiling proportional, cubic, mixed, binary;
  Ceiling multiply_adds;  // peak of one core
};

[[nodiscard]] Ceilings four_lane_ceilings();
[[nodiscard]] Ceilings eight_lane_ceilings();  // AVX-512

}  // namespace hansa
