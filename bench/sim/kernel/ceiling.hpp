#pragma once

#include <cstddef>

namespace hansa {

/// The operations of the contests on numbers that never leave the registers: what the arithmetic alone allows. Each does
/// at least n_votes votes, one a pair of texts and actor, and returns how many it did.
struct Ceilings {
  using Ceiling = std::size_t (*)(std::size_t n_votes);
  Ceiling proportional, cubic, mixed, binary;
  Ceiling multiply_adds;  // how much of a core there is
};

[[nodiscard]] Ceilings four_lane_ceilings();
[[nodiscard]] Ceilings eight_lane_ceilings();  // AVX-512

}  // namespace hansa
