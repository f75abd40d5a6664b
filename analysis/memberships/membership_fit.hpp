#pragma once

#include <span>
#include <vector>

#include "analysis/bootstrap.hpp"
#include "analysis/memberships/pairs.hpp"

namespace hansa {

/// Estimates of the weight of a city in a network. Terms that were not asked for, or never vary, have coefficient 0 and
/// no interval.
struct MembershipFit {
  By<Pull, double> coefficient;
  By<Pull, double> error;  // standard error, clustered
  By<Pull, Interval> ci95;
  std::vector<double> constants;  // (network) NaN: not fitted
  double log_likelihood = 0;

  /// The weight without the network's constant.
  [[nodiscard]] double weight(std::span<const double> pulls) const;
};

/// The weights of all pairs, without the networks' constants. (network x city)
[[nodiscard]] std::vector<double> weights_of(const Pairs& pairs, const MembershipFit& fit);

/// Maximises the likelihood of who is a member of what,
///
///     logit P(city c is a member of network k) = constant of k + sum of coefficient * pull(c, k),
///
/// over these cities and networks, by Newton's method with the constants profiled out. A network that has none or all of
/// the cities is left out. `start`: where the search begins; the maximum does not depend on it. Standard errors are
/// clustered by network and by country (Cameron, Gelbach and Miller 2011), no less than with either alone; intervals use
/// Student's t with one degree of freedom less than networks.
[[nodiscard]] MembershipFit fit_memberships(const Pairs& pairs, std::span<const std::size_t> cities,
                                            std::span<const std::size_t> networks,
                                            std::span<const Pull> pulls,
                                            const MembershipFit* start = nullptr);

}  // namespace hansa
