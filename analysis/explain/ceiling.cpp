#include "analysis/explain/ceiling.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <span>

#include "sim/negotiation/conference.hpp"

namespace hansa {
namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

}  // namespace

std::optional<Levels> without_loss(double constant, double linear, double square) {
  if (square == 0) {
    if (linear == 0) return constant >= 0 ? std::optional(Levels{-infinity, infinity}) : std::nullopt;
    const double root = -constant / linear;
    return linear > 0 ? Levels{root, infinity} : Levels{-infinity, root};
  }
  const double inside = linear * linear - 4.0 * square * constant;
  if (inside < 0) return std::nullopt;
  const double half = std::sqrt(inside) / (-2.0 * square), middle = linear / (-2.0 * square);
  return Levels{middle - half, middle + half};
}

std::vector<Ceiling> ceilings_of(std::size_t state, const OfferedText& offered,
                                 const std::vector<double>& judged, const World& world) {
  const Terms& terms = offered.terms;
  const Seats& seats = offered.negotiation.seats;
  const std::size_t n = terms.n_issues(), n_issues = world.facts->n_issues;
  std::vector<Levels> levels;  // lifts that no player loses from
  for (std::size_t k = 0; k < n; ++k) levels.push_back({0.0, 1.0 - terms.status_quo[k]});
  std::vector<double> linear(n), square(n);
  for (std::size_t player = seats.first[state]; player < seats.first[state + 1]; ++player) {
    const auto position = std::span(offered.positions).subspan(player * n_issues, n_issues);
    double gain = write_gain(terms, actor_at(world, terms, state, position), linear.data(), square.data(), 1);
    for (std::size_t k = 0; k < n; ++k) gain += judged[k] * (linear[k] + square[k] * judged[k]);
    for (std::size_t k = 0; k < n; ++k) {
      const double others = gain - judged[k] * (linear[k] + square[k] * judged[k]);
      const auto borne = without_loss(others, linear[k], square[k]);
      levels[k].from = std::max(levels[k].from, borne ? borne->from : infinity);
      levels[k].to = std::min(levels[k].to, borne ? borne->to : -infinity);
    }
  }
  std::vector<Ceiling> ceilings;
  for (std::size_t k = 0; k < n; ++k)
    ceilings.push_back(levels[k].from <= levels[k].to ? Ceiling(terms.status_quo[k] + levels[k].to)
                                                      : std::nullopt);
  return ceilings;
}

const std::vector<double>& judged_text(const OfferedText& offered) {
  return offered.negotiation.adopted ? offered.negotiation.draft : offered.path.texts.back();
}

}  // namespace hansa
