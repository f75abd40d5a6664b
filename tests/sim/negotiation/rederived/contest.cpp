#include "tests/sim/negotiation/rederived/contest.hpp"

#include <cmath>
#include <utility>

#include "tests/sim/negotiation/rederived/payoff.hpp"

namespace hansa::rederived {
namespace {

double response(ContestRule rule, double d) {
  switch (rule) {
    case ContestRule::Proportional:
      return d;
    case ContestRule::Cubic:
      return d * d * d;
    case ContestRule::Mixed:
      return (d + d * d * d) / 2;
    case ContestRule::Binary:
      return d > 0 ? 1 : d < 0 ? -1 : 0;
  }
  return 0;
}

/// P(a, b), the chance that a beats b.
double beats(const Electorate& all, const Text& a, const Text& b) {
  double lead = 0, at_stake = 1e-12;
  for (std::size_t i = 0; i < all.n(); ++i) {
    const Text& y = all.states[i].players[0];
    const double delta = response(all.params.contest, gain(all, i, y, a) - gain(all, i, y, b));
    lead += all.states[i].power * delta;
    at_stake += all.states[i].power * std::abs(delta);
  }
  return 0.5 + lead / (2 * at_stake);
}

/// Solves m x = r by Gauss.
std::vector<double> solve(std::vector<std::vector<double>> m, std::vector<double> r) {
  const std::size_t n = r.size();
  for (std::size_t k = 0; k < n; ++k) {
    std::size_t pivot = k;
    for (std::size_t a = k + 1; a < n; ++a)
      if (std::abs(m[a][k]) > std::abs(m[pivot][k])) pivot = a;
    std::swap(m[k], m[pivot]);
    std::swap(r[k], r[pivot]);
    for (std::size_t a = 0; a < n; ++a) {
      const double times = a == k ? 0 : m[a][k] / m[k][k];
      for (std::size_t b = k; b < n; ++b) m[a][b] -= times * m[k][b];
      r[a] -= times * r[k];
    }
  }
  for (std::size_t k = 0; k < n; ++k) r[k] /= m[k][k];
  return r;
}

}  // namespace

std::vector<double> standings(const Electorate& all, const std::vector<Tabled>& tabled) {
  const std::size_t n = tabled.size();
  std::vector<std::vector<double>> balance(n, std::vector<double>(n, 0.0));
  for (std::size_t a = 0; a < n; ++a) {
    for (std::size_t b = 0; b < n; ++b) {
      if (a == b) continue;
      balance[a][a] += tabled[b].weight * beats(all, tabled[b].text, tabled[a].text);
      balance[a][b] -= tabled[a].weight * beats(all, tabled[a].text, tabled[b].text);
    }
  }
  std::vector<double> right(n, 0.0);
  balance.back().assign(n, 1.0);  // they sum to 1, which one of the balances follows from
  right.back() = 1;
  return solve(std::move(balance), std::move(right));
}

}  // namespace hansa::rederived
