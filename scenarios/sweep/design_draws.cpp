#include "scenarios/sweep/design_draws.hpp"

#include <algorithm>
#include <utility>

#include <Random123/philox.h>

namespace hansa {

std::uint64_t design_bits(std::uint64_t seed, DesignPurpose purpose, std::size_t row, std::size_t column) {
  const r123::Philox4x32 philox;
  const auto low = [](std::uint64_t word) { return static_cast<std::uint32_t>(word); };
  const r123::Philox4x32::ctr_type counter = {
      {static_cast<std::uint32_t>(purpose), low(column), low(row), low(row >> 32)}};
  constexpr std::uint32_t designs =
      0x64657369;  // seeds of runs are below 2^53, so their keys lack these bits
  const r123::Philox4x32::key_type key = {{low(seed), low(seed >> 32) ^ designs}};
  const auto bits = philox(counter, key);
  return (static_cast<std::uint64_t>(bits[1]) << 32) | bits[0];
}

double design_uniform(std::uint64_t seed, DesignPurpose purpose, std::size_t row, std::size_t column) {
  return static_cast<double>(design_bits(seed, purpose, row, column) >> 11) * 0x1p-53;
}

std::vector<std::size_t> design_order(std::uint64_t seed, DesignPurpose purpose, std::size_t column,
                                      std::size_t n) {
  std::vector<std::pair<std::uint64_t, std::size_t>> drawn;
  for (std::size_t i = 0; i < n; ++i) drawn.emplace_back(design_bits(seed, purpose, i, column), i);
  std::sort(drawn.begin(), drawn.end());
  std::vector<std::size_t> order;
  for (const auto& [bits, i] : drawn) order.push_back(i);
  return order;
}

}  // namespace hansa
