#include "bargaining/solvers/smp/smp.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <optional>
#include <span>
#include <utility>

#include "bargaining/solvers/smp/smp_election.hpp"
#include "support/numbers/expect.hpp"

namespace hansa {
namespace {

constexpr double least_gain = 1e-5, own_weight = 1e-6, grain = 1e4;
constexpr double at_rest = 0.02, first_move = 1e-4;
constexpr double equal_within = 1e-9;  // of gains and chances: far below their grain, far above rounding

/// The offer of a challenge: a new position for each of the two actors.
struct Offer {
  std::size_t initiator = 0, receiver = 0;
  std::vector<double> to_initiator, to_receiver;  // issue

  [[nodiscard]] bool concerns(std::size_t actor) const { return actor == initiator || actor == receiver; }
};

double rounded(double x) { return std::round(x * grain) / grain; }

/// The weight of one side of a bargain, by its salience and chance.
double weigh(SmpBargain rule, double salience, double chance) {
  switch (rule) {
    case SmpBargain::Square:
      return salience * chance * (salience * chance);
    case SmpBargain::Linear:
    case SmpBargain::Yielding:
      return salience * chance;
    case SmpBargain::LinearSalience:
      return salience * (chance * chance);
    case SmpBargain::LinearChance:
      return salience * salience * chance;
  }
  return salience * chance;
}

/// The share of the distance to the other that a side moves, if only the side with the lesser chance does.
double yield_of(double salience, double chance, double other_salience) {
  const double lead = std::max(0.0, (1.0 - chance) - chance);
  const double towards = lead * other_salience * other_salience;
  return towards / (towards + own_weight + (1.0 - lead) * salience * salience);
}

Offer bargain(const SmpTable& table, const SmpRules& rules, std::span<const double> position,
              std::size_t initiator, std::size_t receiver, double chance) {
  Offer offer{initiator, receiver, {}, {}};
  for (std::size_t d = 0; d < table.n_issues; ++d) {
    const std::size_t i = initiator * table.n_issues + d, j = receiver * table.n_issues + d;
    const double si = table.salience[i], sj = table.salience[j];
    if (rules.bargain == SmpBargain::Yielding) {
      const double way = position[j] - position[i];
      offer.to_initiator.push_back(rounded(position[i] + yield_of(si, chance, sj) * way));
      offer.to_receiver.push_back(rounded(position[j] - yield_of(sj, 1.0 - chance, si) * way));
      continue;
    }
    const double ours = weigh(rules.bargain, si, chance), theirs = weigh(rules.bargain, sj, 1.0 - chance);
    const double sum = ours * position[i] + theirs * position[j];
    const double weights = ours + theirs + own_weight;
    offer.to_initiator.push_back(rounded((sum + own_weight * position[i]) / weights));
    offer.to_receiver.push_back(rounded((sum + own_weight * position[j]) / weights));
  }
  return offer;
}

/// The mean of two offers between the same actors.
Offer mean_of(const Offer& one, double weight, const Offer& other, double other_weight) {
  Offer mean = one;
  const double share = weight + other_weight > 0 ? weight / (weight + other_weight) : 1.0;
  for (std::size_t d = 0; d < one.to_initiator.size(); ++d) {
    mean.to_initiator[d] = rounded(share * one.to_initiator[d] + (1.0 - share) * other.to_initiator[d]);
    mean.to_receiver[d] = rounded(share * one.to_receiver[d] + (1.0 - share) * other.to_receiver[d]);
  }
  return mean;
}

/// An actor's capability times its attention to all issues.
double reach_of(const SmpTable& table, std::size_t actor) {
  double attention = 0;
  for (std::size_t d = 0; d < table.n_issues; ++d) attention += table.salience[actor * table.n_issues + d];
  return table.capability[actor] * attention;
}

/// How many values are equal to one of them within rounding.
std::ptrdiff_t count_equal(std::span<const double> values, std::size_t one) {
  return std::count_if(values.begin(), values.end(),
                       [&](double x) { return std::abs(x - values[one]) <= equal_within; });
}

/// The actor from which i expects to gain most; counts a choice among equals.
std::optional<std::size_t> find_target(const SmpTable& table, const SmpViews& views, std::size_t i,
                                       std::size_t& n_ties) {
  std::vector<double> gains(table.n_actors);
  for (std::size_t j = 0; j < table.n_actors; ++j) gains[j] = i == j ? 0.0 : views.gain(i, j);
  const auto target = static_cast<std::size_t>(std::max_element(gains.begin(), gains.end()) - gains.begin());
  if (!(gains[target] > least_gain)) return std::nullopt;
  n_ties += count_equal(gains, target) > 1 ? 1U : 0U;
  return target;
}

std::vector<Offer> make_offers(const SmpTable& table, const SmpRules& rules, const SmpViews& views,
                               std::span<const double> position, std::size_t& n_ties) {
  std::vector<Offer> offers;
  for (std::size_t i = 0; i < table.n_actors; ++i) {
    const auto j = find_target(table, views, i, n_ties);
    if (!j) continue;
    const auto seen_by = [&](std::size_t actor) {
      return bargain(table, rules, position, i, *j, views.victory(actor, i, *j));
    };
    switch (rules.proposals) {
      case SmpProposals::Initiator:
        offers.push_back(seen_by(i));
        break;
      case SmpProposals::Both:
        offers.push_back(seen_by(i));
        offers.push_back(seen_by(*j));
        break;
      case SmpProposals::Mean:
        offers.push_back(mean_of(seen_by(i), reach_of(table, i), seen_by(*j), reach_of(table, *j)));
        break;
    }
  }
  return offers;
}

/// The mean utility to every actor of all positions if both accept an offer.
std::vector<double> worth_of(const Offer& offer, const SmpTable& table, const SmpViews& views) {
  std::vector<double> worth(table.n_actors);
  for (std::size_t a = 0; a < table.n_actors; ++a) {
    double sum = views.utility_of(a, offer.to_initiator) + views.utility_of(a, offer.to_receiver);
    for (std::size_t k = 0; k < table.n_actors; ++k)
      if (!offer.concerns(k)) sum += views.utility(a, a, k);
    worth[a] = sum / static_cast<double>(table.n_actors);
  }
  return worth;
}

/// The mean utility to every actor of the present positions.
std::vector<double> worth_of_staying(const SmpTable& table, const SmpViews& views) {
  std::vector<double> worth(table.n_actors);
  for (std::size_t a = 0; a < table.n_actors; ++a) {
    double sum = 0;
    for (std::size_t k = 0; k < table.n_actors; ++k) sum += views.utility(a, a, k);
    worth[a] = sum / static_cast<double>(table.n_actors);
  }
  return worth;
}

std::vector<double> take_turn(const SmpTable& table, const SmpRules& rules,
                              const std::vector<double>& position, std::size_t& n_ties) {
  const std::size_t n = table.n_actors;
  const SmpViews views(table, rules, position);
  const std::vector<Offer> offers = make_offers(table, rules, views, position, n_ties);
  std::vector<std::vector<double>> worths = {worth_of_staying(table, views)};
  for (const Offer& offer : offers) worths.push_back(worth_of(offer, table, views));

  std::vector<double> next = position;
  for (std::size_t k = 0; k < n; ++k) {
    std::vector<std::size_t> queue = {0};
    for (std::size_t m = 0; m < offers.size(); ++m)
      if (offers[m].concerns(k)) queue.push_back(m + 1);
    if (queue.size() == 1) continue;
    std::vector<double> utility, chance(queue.size());
    for (std::size_t a = 0; a < n; ++a)
      for (const std::size_t m : queue) utility.push_back(worths[m][a]);
    elect({n, queue.size(), table.capability, utility}, rules, chance);
    const std::span<const double> stay = std::span(position).subspan(k * table.n_issues, table.n_issues);
    const auto place_in = [&](std::size_t option) -> std::span<const double> {
      if (queue[option] == 0) return stay;
      const Offer& offer = offers[queue[option] - 1];
      return offer.initiator == k ? offer.to_initiator : offer.to_receiver;
    };
    const auto winner =
        static_cast<std::size_t>(std::max_element(chance.begin(), chance.end()) - chance.begin());
    const auto own = place_in(winner);
    const auto is_other = [&](double a, double b) { return std::abs(a - b) > equal_within; };
    bool has_tie = false;
    for (std::size_t m = 0; m < queue.size(); ++m)
      has_tie = has_tie || (std::abs(chance[m] - chance[winner]) <= equal_within &&
                            !std::equal(own.begin(), own.end(), place_in(m).begin(), std::not_fn(is_other)));
    n_ties += has_tie ? 1U : 0U;
    std::copy(own.begin(), own.end(), next.begin() + static_cast<std::ptrdiff_t>(k * table.n_issues));
  }
  return next;
}

/// The sum of all actors' moves, by Euclidean distance.
double move_between(const std::vector<double>& from, const std::vector<double>& to, std::size_t n_issues) {
  double sum = 0;
  for (std::size_t k = 0; k < from.size(); k += n_issues) {
    double squares = 0;
    for (std::size_t d = 0; d < n_issues; ++d)
      squares += (to[k + d] - from[k + d]) * (to[k + d] - from[k + d]);
    sum += std::sqrt(squares);
  }
  return sum;
}

}  // namespace

SmpPath play_smp(const SmpTable& table, const SmpRules& rules) {
  HANSA_EXPECT(table.n_actors > 0 && table.start.size() == table.n_actors * table.n_issues &&
               table.salience.size() == table.start.size() && table.capability.size() == table.n_actors);
  SmpPath path{{{table.start.begin(), table.start.end()}}};
  double first = 0;
  while (path.n_turns() < rules.most_turns && !path.settled) {
    path.positions.push_back(take_turn(table, rules, path.positions.back(), path.n_ties));
    const std::size_t turn = path.n_turns();
    const double moved = move_between(path.positions[turn - 1], path.positions[turn], table.n_issues);
    if (turn == 1) first = moved;
    path.settled = turn >= 2 && moved / (first + first_move) < at_rest;
  }
  return path;
}

}  // namespace hansa
