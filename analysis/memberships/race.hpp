#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "analysis/memberships/pairs.hpp"
#include "analysis/scores.hpp"

// Memberships drawn by the fitted weights, beside the census.

namespace hansa {

/// Who joins if every pair has a clock that rings after -ln(U) / (rate * factor of the city), and the first to ring in a
/// network are its members, as many as it has among the cities. `rates` (network x city): exp(weight). Factors are
/// drawn from the gamma distribution with mean 1 and variance alpha. Returns (network x city); a draw belongs to its
/// pair, by the id of the city and the number of the network.
[[nodiscard]] std::vector<char> race(const Pairs& pairs, std::span<const double> rates, double alpha,
                                     std::uint64_t seed, std::uint32_t draw);

/// One figure of the memberships of some cities: as it is, and as drawn.
struct Drawn {
  std::string_view of;           // which cities or networks
  std::string_view figure;       // of them
  double census = 0, drawn = 0;  // mean over draws
  Interval ci95;                 // of draws

  /// Whether the mean is within 15 % of the census.
  [[nodiscard]] bool close() const;
  /// Whether the census is within 95 % of the draws.
  [[nodiscard]] bool inside() const { return census >= ci95.lo && census <= ci95.hi; }
};

inline constexpr std::uint32_t n_draws = 200;

/// What the cities held out hold: the share that are members, and mean and quantiles of what members hold; and how many
/// of them networks have. All cities take part in the race. `weights` (network x city).
[[nodiscard]] std::vector<Drawn> draw_memberships(const Pairs& pairs, std::span<const double> weights,
                                                  double alpha, std::uint64_t seed, std::size_t n_threads);

}  // namespace hansa
