#include "support/numbers/draws.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

#include <Random123/philox.h>

#include "support/numbers/expect.hpp"
#include "support/numbers/reals.hpp"

namespace hansa {

namespace {

std::uint32_t low(std::uint64_t word) { return static_cast<std::uint32_t>(word); }
std::uint32_t high(std::uint64_t word) { return static_cast<std::uint32_t>(word >> 32); }

std::uint32_t moment_of(Purpose purpose, int year) {
  return (static_cast<std::uint32_t>(purpose) << 16) + static_cast<std::uint32_t>(year & 0xffff);
}

constexpr std::size_t n_lanes = 8;
using Lanes = std::array<std::uint32_t, n_lanes>;

/// A round of Philox 4x32 in every lane; its multipliers are Random123's.
void play_round(std::array<Lanes, 4>& counter, std::uint32_t key_0, std::uint32_t key_1) {
  for (std::size_t l = 0; l < n_lanes; ++l) {
    const std::uint64_t a = std::uint64_t{PHILOX_M4x32_0} * counter[0][l];
    const std::uint64_t b = std::uint64_t{PHILOX_M4x32_1} * counter[2][l];
    counter[0][l] = high(b) ^ counter[1][l] ^ key_0;
    counter[1][l] = low(b);
    counter[2][l] = high(a) ^ counter[3][l] ^ key_1;
    counter[3][l] = low(a);
  }
}

}  // namespace

std::uint64_t Draws::word(Purpose purpose, int year, std::uint64_t entity) const {
  const r123::Philox4x32 philox;
  const r123::Philox4x32::ctr_type counter = {
      {realization_, moment_of(purpose, year), low(entity), high(entity)}};
  const r123::Philox4x32::key_type key = {{low(seed_), high(seed_)}};
  const auto bits = philox(counter, key);
  return (static_cast<std::uint64_t>(bits[1]) << 32) | bits[0];
}

double Draws::uniform(Purpose purpose, int year, std::uint64_t entity) const {
  return unit_interval(word(purpose, year, entity));
}

void Draws::uniforms(Purpose purpose, int year, std::span<const std::uint64_t> entities,
                     std::span<double> drawn) const {
  HANSA_EXPECT(drawn.size() == entities.size());
  constexpr int n_rounds = 10;
  std::array<Lanes, 4> counter{};
  for (std::size_t first = 0; first < entities.size(); first += n_lanes) {
    const std::size_t n = std::min(n_lanes, entities.size() - first);
    counter[0].fill(realization_);
    counter[1].fill(moment_of(purpose, year));
    for (std::size_t l = 0; l < n; ++l) {
      counter[2][l] = low(entities[first + l]);
      counter[3][l] = high(entities[first + l]);
    }
    std::uint32_t key_0 = low(seed_), key_1 = high(seed_);
    for (int round = 0; round < n_rounds; ++round) {
      play_round(counter, key_0, key_1);
      key_0 += PHILOX_W32_0;
      key_1 += PHILOX_W32_1;
    }
    for (std::size_t l = 0; l < n; ++l)
      drawn[first + l] = unit_interval((std::uint64_t{counter[1][l]} << 32) | counter[0][l]);
  }
}

double Draws::normal(Purpose purpose, int year, std::uint64_t entity) const {
  return normal_quantile(uniform(purpose, year, entity));
}

int Draws::poisson(double mean, Purpose purpose, int year, std::uint64_t entity) const {
  HANSA_EXPECT(mean >= 0.0 && mean < 500.0);
  const double u = uniform(purpose, year, entity);
  double term = real_exp(-mean);
  double sum = term;
  int count = 0;
  while (u > sum && count < 5000) {
    ++count;
    term *= mean / count;
    sum += term;
  }
  return count;
}

}  // namespace hansa
