#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace hansa {

/// Purpose of a draw of a design, part of its key, so that no two purposes share a draw.
enum class DesignPurpose : std::uint32_t { Stratum, Place, Scramble, Start, Direction, Order };

/// 128 random bits as a pure function of the arguments: Philox 4x32-10, with a key that no run uses.
[[nodiscard]] std::array<std::uint32_t, 4> design_block(std::uint64_t seed, DesignPurpose purpose,
                                                        std::uint64_t row, std::size_t column);

/// The first 64 of them.
[[nodiscard]] inline std::uint64_t design_bits(std::uint64_t seed, DesignPurpose purpose, std::uint64_t row,
                                               std::size_t column) {
  const std::array<std::uint32_t, 4> block = design_block(seed, purpose, row, column);
  return (static_cast<std::uint64_t>(block[1]) << 32) | block[0];
}

}  // namespace hansa
