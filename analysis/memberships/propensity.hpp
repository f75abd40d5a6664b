#pragma once

#include <span>
#include <vector>

#include "analysis/bootstrap.hpp"
#include "analysis/memberships/membership_fit.hpp"

// How much more than its weights say a city joins networks.

namespace hansa {

/// What cities hold and what the fit expects them to, over networks with a constant.
struct Degrees {
  std::vector<double> held, expected;  // (city) of those given
};

[[nodiscard]] Degrees degrees_of(const Pairs& pairs, std::span<const std::size_t> cities,
                                 const MembershipFit& fit);

/// The variance of cities' factors exp(u), of mean 1, with the interval of the profile likelihood.
struct Dispersion {
  double alpha = 0;
  Interval ci95;
};

/// Maximises the likelihood of degrees that are Poisson about expected * exp(u), exp(u) of a gamma distribution with
/// mean 1 and variance alpha: the negative binomial (Cameron and Trivedi 2013, section 3.3). 1e-6 <= alpha <= 1e3.
[[nodiscard]] Dispersion fit_dispersion(const Degrees& degrees);

/// ln of the expected factor of a city, given what it holds and should hold by the fit: ln((d + 1/alpha) / (mu +
/// 1/alpha)), empirical Bayes.
[[nodiscard]] double propensity(double held, double expected, double alpha);

}  // namespace hansa
