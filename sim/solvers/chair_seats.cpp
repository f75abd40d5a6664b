#include "sim/solvers/chair_seats.hpp"

#include <algorithm>

#include "agents/expect.hpp"
#include "agents/reals.hpp"

namespace hansa {

ChairSeats::ChairSeats(const ChairTable& table, const ChairRules& rules)
    : n_actors(table.n_actors),
      n_issues(table.n_issues),
      position(table.position),
      power(table.power.begin(), table.power.end()),
      salience(table.salience.begin(), table.salience.end()),
      seated(n_actors),
      cares(n_actors),
      constant(n_actors),
      linear(n_issues * n_actors),
      square(n_issues * n_actors),
      reference(table.reference.begin(), table.reference.end()) {
  HANSA_EXPECT(power.size() == n_actors && table.veto.size() == n_actors && reference.size() == n_issues &&
               salience.size() == n_actors * n_issues && position.size() == salience.size());
  double total = 0, most = 0;
  for (std::size_t i = 0; i < n_actors; ++i) {
    double attention = 0;
    for (std::size_t d = 0; d < n_issues; ++d) attention += salience[i * n_issues + d];
    most = std::max(most, attention);
    total += power[i];
    seated[i] = power[i] > 0 || table.veto[i] != 0 ? 1 : 0;
    cares[i] = attention > 0 ? 1 : 0;
  }
  HANSA_EXPECT(total > 0 && most > 0);
  for (double& w : power) w /= total;
  for (double& s : salience) s /= most;
  for (std::size_t i = 0; i < n_actors; ++i) {
    for (std::size_t d = 0; d < n_issues; ++d) {
      const double s = salience[i * n_issues + d], y = position[i * n_issues + d];
      const double apart = reference[d] ? *reference[d] - y : rules.reservation;
      constant[i] += s * (apart * apart + rules.disagreement - y * y);
      linear[d * n_actors + i] = 2.0 * s * y;
      square[d * n_actors + i] = -s;
    }
  }
}

double ChairSeats::gain(std::size_t actor, std::span<const double> text) const {
  double sum = constant[actor];
  for (std::size_t d = 0; d < n_issues; ++d)
    sum += text[d] * (linear[d * n_actors + actor] + square[d * n_actors + actor] * text[d]);
  return sum;
}

SegmentGain ChairSeats::along(std::size_t actor, std::span<const double> from,
                              std::span<const double> to) const {
  SegmentGain gain_along{.start = gain(actor, from), .slope = 0, .bend = 0};
  for (std::size_t d = 0; d < n_issues; ++d) {
    const double way = to[d] - from[d], s = salience[actor * n_issues + d];
    gain_along.slope += 2.0 * s * way * (position[actor * n_issues + d] - from[d]);
    gain_along.bend -= s * way * way;
  }
  return gain_along;
}

std::vector<double> ChairSeats::mean_position(double weight) const {
  std::vector<double> mean(n_issues);
  for (std::size_t d = 0; d < n_issues; ++d) {
    double sum = 0, weights = 0, plain = 0;
    for (std::size_t i = 0; i < n_actors; ++i) {
      const double s = salience[i * n_issues + d], y = position[i * n_issues + d];
      const double w = s > 0 ? power[i] * real_pow(s, weight) : 0.0;
      sum += w * y;
      weights += w;
      plain += power[i] * y;
    }
    mean[d] = weights > 0 ? sum / weights : plain;
  }
  return mean;
}

}  // namespace hansa
