#pragma once

#include <cstdint>
#include <span>

namespace hansa {

/// The purpose of a draw; part of the key, so that no two purposes share a draw.
enum class Purpose : std::uint32_t {
  Residual,
  CommonShock,
  VetoNumber,
  VetoPosition,
  Paralysis,
  CitySpread,
  Preemption,
  Births,
  CityFactor,
  FocusIssue,
  Size,
  Base,
  Age,
  Leaving,
  Death,
  Partner,
  Merger,
  Coordination,
  Joining,
  Declaration,
  Uncertainty,
  Objection,
  Ratification,
  Resampling,
  Accreditation,
};

/// A number in (0, 1) of 64 random bits, on the grid (k + 1/2) / 2^52.
[[nodiscard]] constexpr double unit_interval(std::uint64_t word) {
  return (static_cast<double>(word >> 12) + 0.5) * 0x1p-52;
}

/// Random numbers as a pure function of (seed, realization, year, purpose, entity): Philox 4x32-10.
/// Stateless: results depend neither on the order of work nor on which other agents exist.
class Draws {
 public:
  Draws(std::uint64_t seed, std::uint32_t realization) : seed_(seed), realization_(realization) {}

  /// 64 random bits.
  [[nodiscard]] std::uint64_t word(Purpose purpose, int year, std::uint64_t entity) const;

  /// Uniform in (0, 1), on the grid (k + 1/2) / 2^52.
  [[nodiscard]] double uniform(Purpose purpose, int year, std::uint64_t entity) const;

  /// The same for each entity, in lanes.
  void uniforms(Purpose purpose, int year, std::span<const std::uint64_t> entities,
                std::span<double> drawn) const;

  /// Standard normal, by the quantile of the uniform draw.
  [[nodiscard]] double normal(Purpose purpose, int year, std::uint64_t entity) const;

  /// Poisson count of this mean (below 500), by the quantile of the uniform draw: non-decreasing in the mean.
  [[nodiscard]] int poisson(double mean, Purpose purpose, int year, std::uint64_t entity) const;

 private:
  std::uint64_t seed_;
  std::uint32_t realization_;
};

}  // namespace hansa
