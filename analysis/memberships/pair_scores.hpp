#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "analysis/memberships/pairs.hpp"
#include "analysis/scores.hpp"

namespace hansa {

/// How well who is a member is told from who is not: areas under the ROC curve (analysis/scores.hpp). Within a network:
/// of its cities, mean over networks with at least `fewest_members` among them.
struct PairScores {
  Score log_loss;           // mean of -ln(probability of what is)
  Score pooled;             // of all pairs
  Score within;             // a network
  Score europe, elsewhere;  // within a network, of cities there
};
inline constexpr std::size_t fewest_members = 5;

/// The areas under the ROC curve within networks; n: networks that have one.
struct WithinNetworks {
  double mean = 0;
  std::size_t n = 0;
};

/// Predictions of pairs of some cities with every network that has a prediction, ranked once, so that the scores of
/// cities drawn with replacement cost one pass.
class RankedPairs {
 public:
  /// `predicted` (network x city), of all cities; NaN: not predicted.
  RankedPairs(const Pairs& pairs, std::span<const double> predicted, std::span<const std::size_t> cities);

  /// NaN if no pair or every pair is a membership. `weights` (city) of all cities: how often each is drawn.
  [[nodiscard]] double pooled(std::span<const double> weights) const;
  [[nodiscard]] WithinNetworks within(std::span<const double> weights) const;

  /// The area of one network; NaN: it has too few members.
  [[nodiscard]] double within(std::size_t network) const { return areas_[network]; }

 private:
  struct Ranked {
    std::uint32_t city;
    bool member, tied;  // with the one before
  };
  using Ranking = std::vector<Ranked>;
  static double area(const Ranking& ranking, std::span<const double> weights);

  Ranking pooled_;
  std::vector<Ranking> within_;  // (network) empty: too few members
  std::vector<double> areas_;    // (network)
};

/// The areas within each network of cities in Europe, elsewhere, or everywhere. (network) NaN: too few members there.
[[nodiscard]] std::vector<double> areas_within(const Pairs& pairs, std::span<const double> predicted,
                                               std::span<const std::size_t> cities);

/// Scores of probabilities (network x city), of some cities; intervals from a bootstrap of cities.
[[nodiscard]] PairScores score_pairs(const Pairs& pairs, std::span<const double> probability,
                                     std::span<const std::size_t> cities, std::uint64_t seed);

/// How much better one prediction tells members within networks than another, of the same cities.
[[nodiscard]] Score lead_within(const Pairs& pairs, std::span<const double> predicted,
                                std::span<const double> other, std::span<const std::size_t> cities,
                                std::uint64_t seed);

/// The cities that lie in Europe, or those that do not.
[[nodiscard]] std::vector<std::size_t> cities_in(const Pairs& pairs, std::span<const std::size_t> cities,
                                                 bool europe);

}  // namespace hansa
