#include "bargaining/solvers/smp/smp_views.hpp"

#include <algorithm>
#include <cmath>

#include "bargaining/solvers/smp/smp_election.hpp"
#include "scenarios/parameters/choice.hpp"

namespace hansa {
namespace {

constexpr double least_principal = 1e-10;

double utility_at(double distance, double risk) {
  return (1.0 - distance) * (1.0 + risk * std::min(distance, 1.0));
}

constexpr By<SmpCommit, bool> third_parties_vote = {true, false, false};

double known_share(SmpRiskView view) {
  constexpr By<SmpRiskView, double> shares = {0.0, 1.0 / 3.0, 0.5, 2.0 / 3.0, 1.0};
  return shares[view];
}

double risk_at(SmpRiskRange range, double chance, double least, double most) {
  const double width = most - least;
  if (width <= 0) return 0.0;  // all chances are equal: no actor is bolder than another
  switch (range) {
    case SmpRiskRange::Min:
      return (chance - least) / width;
    case SmpRiskRange::Mid:
      return (3.0 * chance - (most + 2.0 * least)) / (2.0 * width);
    case SmpRiskRange::Max:
      return (2.0 * chance - (most + least)) / width;
  }
  return 0.0;
}

}  // namespace

SmpViews::SmpViews(const SmpTable& table, const SmpRules& rules, std::span<const double> position)
    : table_(table),
      rules_(rules),
      position_(position),
      known_(known_share(rules.risk_view)),
      attention_(table.n_actors),
      distance_(table.n_actors * table.n_actors),
      risk_(table.n_actors) {
  const std::size_t n = table.n_actors, n_issues = table.n_issues;
  for (std::size_t k = 0; k < n; ++k) {
    for (std::size_t d = 0; d < n_issues; ++d) attention_[k] += table.salience[k * n_issues + d];
    for (std::size_t j = 0; j < n; ++j)
      distance_[k * n + j] = distance(k, position.subspan(j * n_issues, n_issues));
  }
  find_risks();
}

void SmpViews::find_risks() {
  const std::size_t n = table_.n_actors;
  std::vector<double> neutral(n * n), chance(n);
  for (std::size_t k = 0; k < n * n; ++k) neutral[k] = utility_at(distance_[k], 0.0);
  elect({n, n, table_.capability, neutral}, rules_, chance);
  const auto [least, most] = std::minmax_element(chance.begin(), chance.end());
  for (std::size_t k = 0; k < n; ++k) risk_[k] = risk_at(rules_.risk_range, chance[k], *least, *most);
}

double SmpViews::distance(std::size_t k, std::span<const double> position) const {
  double squares = 0, weights = 0;
  for (std::size_t d = 0; d < table_.n_issues; ++d) {
    const double s = table_.salience[k * table_.n_issues + d];
    const double apart = s * (position_[k * table_.n_issues + d] - position[d]);
    squares += apart * apart;
    weights += s * s;
  }
  return weights > 0 ? std::sqrt(squares / weights) : 0.0;
}

double SmpViews::utility(std::size_t h, std::size_t k, std::size_t j) const {
  const double risk = (1.0 - known_) * risk_[h] + known_ * risk_[k];
  return utility_at(distance_[k * table_.n_actors + j], risk);
}

double SmpViews::utility_of(std::size_t k, std::span<const double> position) const {
  return utility_at(distance(k, position), risk_[k]);
}

double SmpViews::victory(std::size_t h, std::size_t i, std::size_t j) const {
  const auto weigh = [&](std::size_t k, double difference) {
    return attention_[k] * table_.capability[k] * smp_vote(rules_.vote, difference);
  };
  const double of_i = weigh(i, utility(h, i, i) - utility(h, i, j));
  const double of_j = weigh(j, utility(h, j, i) - utility(h, j, j));
  const double side_i = least_principal + std::max(0.0, of_i) + std::max(0.0, of_j);
  const double side_j = least_principal + std::max(0.0, -of_i) + std::max(0.0, -of_j);
  double ours = side_i, theirs = side_j;
  for (std::size_t k = 0; k < table_.n_actors; ++k) {
    if (k == i || k == j || !third_parties_vote[rules_.commit]) continue;
    const double at_own = utility(h, k, k), at_i = utility(h, k, i), at_j = utility(h, k, j);
    const double leaning = weigh(k, at_i - at_j);
    // a third party expects the duel to be decided by the principals and itself, and pays if its side loses
    const double likely = (side_i + std::max(0.0, leaning)) / (side_i + side_j + std::abs(leaning));
    const double vote = weigh(k, likely * (at_own - at_i) - (1.0 - likely) * (at_own - at_j));
    ours += std::max(0.0, vote);
    theirs += std::max(0.0, -vote);
  }
  return ours / (ours + theirs);
}

double SmpViews::gain(std::size_t i, std::size_t j) const {
  const double chance = victory(i, i, j), resisted = attention_[j];
  const double at_i = utility(i, i, i), at_j = utility(i, i, j);
  return (1.0 - resisted) * 2.0 * at_i + resisted * 2.0 * (chance * at_i + (1.0 - chance) * at_j) -
         (at_i + at_j);
}

}  // namespace hansa
