#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "bargaining/tables/bargain_table.hpp"

namespace hansa {

/// A value of an uncertain input: its quantile at a number that depends on seed, draw, actor, issue and kind alone.
[[nodiscard]] double drawn_value(const BargainTable& table, const UncertainInput& input, std::uint64_t seed,
                                 std::uint32_t draw);

/// A table with a value drawn for each uncertain input, independently, as if these were written. Scales that are not given
/// end at its own extreme values.
[[nodiscard]] BargainTable drawn_table(const BargainTable& table, std::uint64_t seed, std::uint32_t draw);

}  // namespace hansa
