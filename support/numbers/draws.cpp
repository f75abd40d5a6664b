#include "support/numbers/draws.hpp"

#include <Random123/philox.h>

#include "support/numbers/expect.hpp"
#include "support/numbers/reals.hpp"

namespace hansa {

std::uint64_t Draws::word(Purpose purpose, int year, std::uint64_t entity) const {
  const r123::Philox4x32 philox;
  const auto low = [](std::uint64_t word) { return static_cast<std::uint32_t>(word); };
  const auto high = [](std::uint64_t word) { return static_cast<std::uint32_t>(word >> 32); };
  const std::uint32_t moment =
      (static_cast<std::uint32_t>(purpose) << 16) + static_cast<std::uint32_t>(year & 0xffff);
  const r123::Philox4x32::ctr_type counter = {{realization_, moment, low(entity), high(entity)}};
  const r123::Philox4x32::key_type key = {{low(seed_), high(seed_)}};
  const auto bits = philox(counter, key);
  return (static_cast<std::uint64_t>(bits[1]) << 32) | bits[0];
}

double Draws::uniform(Purpose purpose, int year, std::uint64_t entity) const {
  return unit_interval(word(purpose, year, entity));
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
