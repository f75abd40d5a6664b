#include "sim/negotiation/rounds.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "sim/kernel/contest.hpp"
#include "sim/kernel/standing.hpp"
#include "sim/negotiation/acceptance.hpp"
#include "sim/negotiation/concession.hpp"
#include "sim/negotiation/drafting.hpp"
#include "sim/negotiation/side_deals.hpp"
#include "sim/negotiation/texts.hpp"

namespace hansa {
namespace {

/// Whether every seat demands the chair's text on all issues to which it is not indifferent.
bool is_settled(const Negotiation& negotiation) {
  constexpr double same = 1e-9;  // [lift]
  const Seats& seats = negotiation.seats;
  for (std::size_t i = 0; i < seats.n_seats; ++i) {
    if (!seats.may_object[i]) continue;
    for (std::size_t k = 0; k < seats.n_issues; ++k) {
      const std::size_t own = k * seats.n_seats + i;
      const bool cares = seats.linear[own] != 0 || seats.square[own] != 0;
      const double apart = negotiation.demand[i * seats.n_issues + k] - negotiation.draft[k];
      if (cares && std::abs(apart) > same) return false;
    }
  }
  return true;
}

}  // namespace

Seats::Seats(std::size_t n_seats_, std::size_t n_issues_, std::size_t n_players_)
    : n_seats(n_seats_),
      n_issues(n_issues_),
      n_players(n_players_),
      power(n_seats),
      power_root(n_seats),
      may_object(n_seats),
      veto(n_seats),
      frozen(n_seats),
      blocs(n_seats),
      misjudged(n_seats),
      constant(n_seats),
      linear(n_issues * n_seats),
      square(n_issues * n_seats),
      player_constant(n_players),
      player_linear(n_issues * n_players),
      player_square(n_issues * n_players),
      demand(n_seats * n_issues),
      opening(n_issues),
      lowest(n_issues),
      highest(n_issues),
      sponsorship(n_seats),
      hurdled(n_issues),
      networks_draft(n_issues),
      falls_back(n_issues, 1),
      price(n_seats),
      depth_constant(n_issues),
      depth_slope(n_issues) {}

Negotiation::Negotiation(const NegotiationParams& params, Seats at_it)
    : seats(std::move(at_it)),
      own(seats.demand),
      demand(seats.demand),
      draft(seats.opening),
      ceiling(seats.highest) {
  if (params.urban_hurdle > 0 && seats.hurdled < seats.n_issues)
    draft[seats.hurdled] = ceiling[seats.hurdled] = seats.lowest[seats.hurdled];
  const auto most_texts = static_cast<std::size_t>(params.max_texts);
  lift.resize(most_texts * seats.n_issues);
  sponsor.reserve(most_texts);
  bloc_text.resize(n_blocs * seats.n_issues);
  gain.resize(most_texts * seats.n_seats);
  win.resize(most_texts * most_texts);
  standing.resize(std::max(most_texts, seats.n_issues));
  scratch.resize(std::max(most_texts, seats.n_issues));
  kernel.resize(std::max(contest_scratch(seats.n_seats, most_texts), standing_scratch(most_texts)));
  backing.resize(seats.proposing.size());
  order.resize(seats.proposing.size());
  player_gain.resize(seats.n_players);
  loss.resize(seats.n_seats);
  worst.resize(seats.n_seats);
  price.resize(seats.n_seats);
  objects.resize(seats.n_seats);
  could_object.resize(seats.n_seats);
}

void play_rounds(const NegotiationParams& params, Negotiation& negotiation, NegotiationPath* path,
                 SideDeals* side_deals) {
  const int rounds = negotiation.seats.rounds, first_decision = std::min(params.first_decision, rounds);
  if (path) *path = {{negotiation.demand}, {negotiation.draft}};
  for (int round = 1; round <= rounds && !negotiation.adopted; ++round) {
    ++negotiation.n_rounds;
    put_texts(params, negotiation);
    redraft(params, round, negotiation);
    if (path) path->texts.push_back(negotiation.draft);
    const std::size_t n_objectors = review(params, round, negotiation);
    const bool is_time =
        round >= first_decision || (negotiation.seats.ends_when_settled && is_settled(negotiation));
    negotiation.adopted = is_time && passes(negotiation.seats.rule, vote_on(negotiation, n_objectors));
    if (is_time && !negotiation.adopted && side_deals)
      negotiation.adopted = side_deals->close(params, round, negotiation);
    if (!negotiation.adopted) {
      pull_to_objectors(params, negotiation);
      concede(params, negotiation);
    }
    if (path) path->demands.push_back(negotiation.demand);
  }
}

}  // namespace hansa
