#include "sweeps/samples/design_bits.hpp"

#include <Random123/philox.h>

namespace hansa {

std::array<std::uint32_t, 4> design_block(std::uint64_t seed, DesignPurpose purpose, std::uint64_t row,
                                          std::size_t column) {
  const r123::Philox4x32 philox;
  const auto low = [](std::uint64_t word) { return static_cast<std::uint32_t>(word); };
  const r123::Philox4x32::ctr_type counter = {
      {static_cast<std::uint32_t>(purpose), low(column), low(row), low(row >> 32)}};
  constexpr std::uint32_t designs =
      0x64657369;  // seeds of runs are below 2^53, so their keys lack these bits
  const r123::Philox4x32::key_type key = {{low(seed), low(seed >> 32) ^ designs}};
  const auto bits = philox(counter, key);
  return {bits[0], bits[1], bits[2], bits[3]};
}

}  // namespace hansa
