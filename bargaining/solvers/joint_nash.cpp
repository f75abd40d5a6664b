#include "bargaining/solvers/joint_nash.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "support/numbers/expect.hpp"

namespace hansa {
namespace {

using Row = std::vector<double>;

double dot(const Row& a, const Row& b) { return std::inner_product(a.begin(), a.end(), b.begin(), 0.0); }

/// One who bargains: G(q + u) = sum_d slope_d u_d - salience_d u_d^2.
struct Bargainer {
  double weight;
  Row slope, salience;

  [[nodiscard]] double gain(const Row& lift) const {
    double sum = 0;
    for (std::size_t d = 0; d < lift.size(); ++d) sum += lift[d] * (slope[d] - salience[d] * lift[d]);
    return sum;
  }
};

/// A direction in which all gains rise, by the least vector in the hull of their slopes (Gilbert 1966): a slope that does
/// not rise along it is mixed in, until none is left or the vector vanishes.
std::optional<Row> rising_direction(const std::vector<Bargainer>& bargainers) {
  constexpr int most_steps = 100'000;
  constexpr double nothing = 1e-9;
  std::vector<Row> slopes;
  for (const Bargainer& one : bargainers) {
    const double length = std::sqrt(dot(one.slope, one.slope));
    if (!(length > 0)) return std::nullopt;
    slopes.push_back(one.slope);
    for (double& x : slopes.back()) x /= length;
  }
  Row direction = slopes.front();
  for (int step = 0; step < most_steps; ++step) {
    const auto worst = std::min_element(slopes.begin(), slopes.end(), [&](const Row& a, const Row& b) {
      return dot(a, direction) < dot(b, direction);
    });
    if (dot(*worst, direction) > nothing) return direction;
    double towards = 0, apart = 0;
    for (std::size_t d = 0; d < direction.size(); ++d) {
      const double step_d = (*worst)[d] - direction[d];
      towards -= direction[d] * step_d;
      apart += step_d * step_d;
    }
    if (!(apart > 0)) return std::nullopt;
    const double share = std::min(towards / apart, 1.0);
    for (std::size_t d = 0; d < direction.size(); ++d) direction[d] += share * ((*worst)[d] - direction[d]);
    if (dot(direction, direction) < nothing * nothing) return std::nullopt;
  }
  return std::nullopt;
}

/// Solves A x = b, A symmetric and positive definite (n x n), by Cholesky.
Row solve(Row a, Row b) {
  const std::size_t n = b.size();
  for (std::size_t j = 0; j < n; ++j) {
    for (std::size_t k = 0; k < j; ++k)
      for (std::size_t i = j; i < n; ++i) a[i * n + j] -= a[i * n + k] * a[j * n + k];
    const double root = std::sqrt(a[j * n + j]);
    for (std::size_t i = j; i < n; ++i) a[i * n + j] /= root;
  }
  for (std::size_t i = 0; i < n; ++i) {
    for (std::size_t k = 0; k < i; ++k) b[i] -= a[i * n + k] * b[k];
    b[i] /= a[i * n + i];
  }
  for (std::size_t i = n; i-- > 0;) {
    for (std::size_t k = i + 1; k < n; ++k) b[i] -= a[k * n + i] * b[k];
    b[i] /= a[i * n + i];
  }
  return b;
}

/// The sum of logarithms; minus infinity if a gain is not positive.
double welfare(const std::vector<Bargainer>& bargainers, const Row& lift) {
  double sum = 0;
  for (const Bargainer& one : bargainers) {
    const double gain = one.gain(lift);
    if (!(gain > 0)) return -std::numeric_limits<double>::infinity();
    sum += one.weight * std::log(gain);
  }
  return sum;
}

/// Newton's step towards the maximum of the welfare, which is concave.
Row newton_step(const std::vector<Bargainer>& bargainers, const Row& lift) {
  const std::size_t n = lift.size();
  Row slope(n), curve(n * n), own(n);
  for (const Bargainer& one : bargainers) {
    const double gain = one.gain(lift);
    for (std::size_t d = 0; d < n; ++d) own[d] = (one.slope[d] - 2.0 * one.salience[d] * lift[d]) / gain;
    for (std::size_t d = 0; d < n; ++d) {
      slope[d] += one.weight * own[d];
      curve[d * n + d] += one.weight * 2.0 * one.salience[d] / gain;
      for (std::size_t e = 0; e < n; ++e) curve[d * n + e] += one.weight * own[d] * own[e];
    }
  }
  for (std::size_t d = 0; d < n; ++d)
    if (curve[d * n + d] == 0) curve[d * n + d] = 1;  // salience for none
  return solve(std::move(curve), std::move(slope));
}

}  // namespace

std::optional<std::vector<double>> joint_nash_bargain(std::span<const double> power,
                                                      std::span<const double> salience,
                                                      std::span<const double> position,
                                                      std::span<const double> reference) {
  const std::size_t n_issues = reference.size();
  HANSA_EXPECT(salience.size() == power.size() * n_issues && position.size() == salience.size());
  std::vector<Bargainer> bargainers;
  double total = 0;
  for (std::size_t k = 0; k < power.size(); ++k) {
    const auto cares = salience.subspan(k * n_issues, n_issues);
    const double most = *std::max_element(cares.begin(), cares.end());
    if (!(power[k] > 0) || !(most > 0)) continue;
    Bargainer one{.weight = power[k], .slope = {}, .salience = {}};
    for (std::size_t d = 0; d < n_issues; ++d) {
      one.salience.push_back(cares[d] / most);
      one.slope.push_back(2.0 * one.salience[d] * (position[k * n_issues + d] - reference[d]));
    }
    total += power[k];
    bargainers.push_back(std::move(one));
  }
  HANSA_EXPECT(total > 0);
  for (Bargainer& one : bargainers) one.weight /= total;
  const auto direction = rising_direction(bargainers);
  if (!direction) return std::nullopt;

  double reach = std::numeric_limits<double>::infinity();  // up to which all gain along the direction
  for (const Bargainer& one : bargainers) {
    double bend = 0;
    for (std::size_t d = 0; d < n_issues; ++d) bend += one.salience[d] * (*direction)[d] * (*direction)[d];
    if (bend > 0) reach = std::min(reach, dot(one.slope, *direction) / bend);
  }
  Row lift = *direction;
  for (double& x : lift) x *= 0.5 * reach;
  double now = welfare(bargainers, lift);
  for (int step = 0; step < 200; ++step) {
    const Row move = newton_step(bargainers, lift);
    double share = 1, best = now;
    Row next = lift;
    for (; share > 1e-12; share /= 2) {
      for (std::size_t d = 0; d < n_issues; ++d) next[d] = lift[d] + share * move[d];
      best = welfare(bargainers, next);
      if (best > now) break;
    }
    if (!(best > now)) break;
    lift = next;
    now = best;
  }
  std::vector<double> text;
  for (std::size_t d = 0; d < n_issues; ++d) text.push_back(reference[d] + lift[d]);
  return text;
}

}  // namespace hansa
