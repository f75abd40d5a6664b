#include "bargaining/solvers/position_contest.hpp"

#include <algorithm>
#include <cmath>

#include "sim/kernel/contest.hpp"
#include "sim/kernel/standing.hpp"
#include "support/numbers/expect.hpp"

namespace hansa {
namespace {

/// The texts put forward, equal ones once, and the power supporting each.
struct PutForward {
  std::vector<std::span<const double>> texts;
  std::vector<double> sponsor;
};

PutForward put_forward(std::size_t n_issues, std::span<const double> power, std::span<const double> salience,
                       std::span<const double> position) {
  PutForward forward;
  for (std::size_t k = 0; k < power.size(); ++k) {
    const auto cares = salience.subspan(k * n_issues, n_issues);
    if (power[k] <= 0 || std::all_of(cares.begin(), cares.end(), [](double s) { return s <= 0; })) continue;
    const auto text = position.subspan(k * n_issues, n_issues);
    const auto same = std::find_if(forward.texts.begin(), forward.texts.end(), [&](const auto& other) {
      return std::equal(text.begin(), text.end(), other.begin());
    });
    if (same != forward.texts.end()) {
      forward.sponsor[static_cast<std::size_t>(same - forward.texts.begin())] += power[k];
    } else {
      forward.texts.push_back(text);
      forward.sponsor.push_back(power[k]);
    }
  }
  return forward;
}

}  // namespace

std::vector<double> contest_of_positions(std::size_t n_issues, std::span<const double> power,
                                         std::span<const double> salience, std::span<const double> position) {
  HANSA_EXPECT(salience.size() == power.size() * n_issues && position.size() == salience.size());
  const PutForward forward = put_forward(n_issues, power, salience, position);
  const std::size_t n_texts = forward.texts.size(), n_actors = power.size();
  if (n_texts == 0) return {};
  std::vector<double> gain(n_texts * n_actors);  // over no baseline: terms common to all texts cancel
  for (std::size_t t = 0; t < n_texts; ++t) {
    for (std::size_t k = 0; k < n_actors; ++k) {
      for (std::size_t d = 0; d < n_issues; ++d) {
        const double apart = forward.texts[t][d] - position[k * n_issues + d];
        gain[t * n_actors + k] -= salience[k * n_issues + d] * apart * apart;
      }
    }
  }
  std::vector<double> win(n_texts * n_texts), standing(n_texts), scratch(n_texts);
  contest_proportional_reference({n_actors, n_texts, gain, power, scratch}, win);
  if (standing_reference(win, forward.sponsor, standing, scratch) == 0) return {};
  std::vector<double> outcome(n_issues);
  for (std::size_t t = 0; t < n_texts; ++t)
    for (std::size_t d = 0; d < n_issues; ++d) outcome[d] += standing[t] * forward.texts[t][d];
  // the standing of a text that no text with weight beats is not finite
  const bool settled = std::all_of(outcome.begin(), outcome.end(), [](double x) { return std::isfinite(x); });
  return settled ? outcome : std::vector<double>{};
}

}  // namespace hansa
