#include "analysis/memberships/propensity.hpp"

#include <cmath>

#include "support/numbers/reals.hpp"

namespace hansa {
namespace {

constexpr double least = -13.815510557964274, most = 6.907755278982137;  // ln 1e-6, ln 1e3

/// The log likelihood of degrees by ln alpha, without what does not depend on it.
double log_likelihood(const Degrees& degrees, double log_alpha) {
  const double r = real_exp(-log_alpha);
  double sum = 0;
  for (std::size_t c = 0; c < degrees.held.size(); ++c) {
    const double mu = degrees.expected[c];
    sum -= (degrees.held[c] + r) * std::log1p(mu / r);
    for (double held = 1; held < degrees.held[c]; ++held) sum += std::log1p(held / r);
  }
  return sum;
}

/// Where a function of one peak is largest.
template <class Function> double peak(double lo, double hi, const Function& function) {
  constexpr double golden = 0.6180339887498949, exact = 1e-6;
  double a = hi - golden * (hi - lo), b = lo + golden * (hi - lo);
  double at_a = function(a), at_b = function(b);
  while (hi - lo > exact) {
    if (at_a > at_b) {
      hi = b;
      b = a;
      at_b = at_a;
      at_a = function(a = hi - golden * (hi - lo));
    } else {
      lo = a;
      a = b;
      at_a = at_b;
      at_b = function(b = lo + golden * (hi - lo));
    }
  }
  return (lo + hi) / 2;
}

/// Where a function falls below a value between `inside`, where it does not, and `outside`.
template <class Function>
double falls_below(double inside, double outside, double value, const Function& function) {
  constexpr double exact = 1e-6;
  while (std::abs(outside - inside) > exact) {
    const double middle = (inside + outside) / 2;
    (function(middle) >= value ? inside : outside) = middle;
  }
  return inside;
}

}  // namespace

Degrees degrees_of(const Pairs& pairs, std::span<const std::size_t> cities, const MembershipFit& fit) {
  Degrees degrees{std::vector<double>(cities.size(), 0.0), std::vector<double>(cities.size(), 0.0)};
  for (std::size_t k = 0; k < pairs.n_networks(); ++k) {
    if (std::isnan(fit.constants[k])) continue;
    for (std::size_t c = 0; c < cities.size(); ++c) {
      degrees.held[c] += pairs.member[pairs.pair(k, cities[c])] != 0 ? 1 : 0;
      degrees.expected[c] += logistic(fit.constants[k] + fit.weight(pairs.pulls_of(k, cities[c])));
    }
  }
  return degrees;
}

Dispersion fit_dispersion(const Degrees& degrees) {
  const auto value = [&](double log_alpha) { return log_likelihood(degrees, log_alpha); };
  const double best = peak(least, most, value);
  constexpr double drop =
      1.920729410347062;  // half the .95 quantile of chi squared with one degree of freedom
  const double bound = value(best) - drop;
  return {
      real_exp(best),
      {real_exp(falls_below(best, least, bound, value)), real_exp(falls_below(best, most, bound, value))}};
}

double propensity(double held, double expected, double alpha) {
  return real_log((held + 1 / alpha) / (expected + 1 / alpha));
}

}  // namespace hansa
