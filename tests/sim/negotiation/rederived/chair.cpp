#include "tests/sim/negotiation/rederived/chair.hpp"

#include <algorithm>

#include "tests/sim/negotiation/rederived/payoff.hpp"
#include "tests/sim/negotiation/rederived/way.hpp"

namespace hansa::rederived {
namespace {

Text ideal(const Electorate& all, std::size_t i, const Text& y, const Text& ceiling) {
  Text best(all.issues(), 0.0);
  for (std::size_t d = 0; d < all.issues(); ++d) {
    const auto along = [&](double u) {
      Text text(all.issues(), 0.0);
      text[d] = u;
      return gain(all, i, y, text);
    };
    best[d] = peak(along, ceiling[d]);
  }
  return best;
}

/// The least share of the way at which all players of i at the table accept.
double acceptable_share(const Electorate& all, std::size_t i, const Text& from, const Text& to) {
  double share = 0;
  for (std::size_t v = 0; v < players_at_table(all, i); ++v) {
    const auto on_way = [&](double s) {
      return gain(all, i, all.states[i].players[v], part_way(from, to, s));
    };
    share = std::max(share, first_acceptable_share(on_way));
  }
  return share;
}

}  // namespace

Text first_demand(const Electorate& all, std::size_t i) {
  Text demand;
  for (std::size_t d = 0; d < all.issues(); ++d)
    demand.push_back(std::max(0.0, all.states[i].players[0][d] - all.status_quo[d]));
  return demand;
}

Chair::Chair(const Electorate& electorate) : all(electorate), opening(all.issues(), 0.0) {
  double power = 0;
  for (const auto& state : all.states) power += state.power;
  for (std::size_t i = 0; i < all.n(); ++i)
    for (std::size_t d = 0; d < all.issues(); ++d)
      opening[d] += all.states[i].power / power * first_demand(all, i)[d];
  draft = opening;
  for (const double q : all.status_quo) ceiling.push_back(1 - q);
  draft[all.urban_role] = ceiling[all.urban_role] = 0;
}

void Chair::keep() {
  for (std::size_t d = 0; d < draft.size(); ++d) draft[d] = std::clamp(draft[d], 0.0, ceiling[d]);
}

void Chair::let_the_urban_role_in(const std::vector<Tabled>& tabled, const std::vector<double>& standing) {
  const std::size_t d = all.urban_role;
  double asking = 0;
  for (std::size_t t = 0; t < tabled.size(); ++t)
    if (all.status_quo[d] + tabled[t].text[d] >= all.consultation) asking += standing[t];
  if (ceiling[d] > 0 || asking <= all.params.urban_hurdle) return;
  ceiling[d] = 1 - all.status_quo[d];
  draft[d] = opening[d];
}

double Chair::words(const Text& u) const {
  double depth = 0;
  for (std::size_t d = 0; d < u.size(); ++d) {
    const bool pledged = all.pledges && all.self_determined[d];
    depth += all.depth_weight[d] *
             (pledged ? all.params.initiative * mean_pledge(all, d) + all.params.ratchet * u[d] : u[d]);
  }
  return depth;
}

Text Chair::along_depth(double way) const {
  Text text = draft;
  for (std::size_t d = 0; d < text.size(); ++d) {
    const bool pledged = all.pledges && all.self_determined[d];
    const double slope = all.depth_weight[d] * (pledged ? all.params.ratchet : 1.0);
    text[d] = std::max(draft[d], std::min(ceiling[d], draft[d] + way * slope));
  }
  return text;
}

void Chair::raise_to_floor() {
  if (words(draft) >= all.floor) return;
  double low = 0, high = 1e4;  // by which every issue is at its ceiling
  for (int k = 0; k < 200; ++k) {
    const double middle = (low + high) / 2;
    (words(along_depth(middle)) < all.floor ? low : high) = middle;
  }
  draft = along_depth(high);
}

void Chair::redraft(const std::vector<Tabled>& tabled, int round) {
  const std::vector<double> standing = standings(all, tabled);
  let_the_urban_role_in(tabled, standing);
  const double step = all.params.chair_step * (1 - all.params.chair_fade * round / all.rounds);
  for (std::size_t d = 0; d < draft.size(); ++d) {
    double mean = 0;
    for (std::size_t t = 0; t < tabled.size(); ++t) mean += standing[t] * tabled[t].text[d];
    draft[d] += step * (mean - draft[d]);
  }
  keep();
  raise_to_floor();
}

void Chair::pull_to(const std::vector<char>& objects) {
  Text move(draft.size(), 0.0);
  double total = 0;
  for (std::size_t i = 0; i < all.n(); ++i) {
    if (!objects[i]) continue;
    const Worst worst = worst_at_table(all, i, draft);
    Text target = ideal(all, i, all.states[i].players[worst.player], ceiling);
    if (worst_at_table(all, i, target).gain < 0) target.assign(draft.size(), 0.0);
    const double weight = all.states[i].power * -worst.gain;
    const Text there = part_way(draft, target, acceptable_share(all, i, draft, target));
    for (std::size_t d = 0; d < draft.size(); ++d) move[d] += weight * (there[d] - draft[d]);
    total += weight;
  }
  for (std::size_t d = 0; d < draft.size() && total > 0; ++d) draft[d] += all.params.pull * move[d] / total;
  keep();
}

}  // namespace hansa::rederived
