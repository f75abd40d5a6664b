#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace hansa {

/// What a design draws for; part of the key, so that no two purposes share a draw.
enum class DesignPurpose : std::uint32_t { Stratum, Place, Shift, Start, Direction, Order };

/// 64 random bits as a pure function of the seed, the purpose and two numbers: Philox 4x32-10, under another
/// key than that of the runs.
[[nodiscard]] std::uint64_t design_bits(std::uint64_t seed, DesignPurpose purpose, std::size_t row,
                                        std::size_t column);

/// The same as a number in [0, 1).
[[nodiscard]] double design_uniform(std::uint64_t seed, DesignPurpose purpose, std::size_t row,
                                    std::size_t column);

/// The numbers below n in a drawn order.
[[nodiscard]] std::vector<std::size_t> design_order(std::uint64_t seed, DesignPurpose purpose,
                                                    std::size_t column, std::size_t n);

}  // namespace hansa
