#include "sim/phases/negotiation.hpp"

#include <limits>

#include "scenarios/parameters/conference_params.hpp"
#include "sim/negotiation/conference.hpp"
#include "sim/negotiation/rounds.hpp"
#include "sim/negotiation/side_deals.hpp"
#include "sim/phases/lobbying.hpp"

namespace hansa {
namespace {

/// The positions of those who sit at the table, as cities left them.
std::vector<double> positions_at(const Seats& seats, const World& world) {
  const std::size_t n_issues = world.facts->n_issues;
  std::vector<double> positions;
  for (std::size_t i = 0; i < seats.n_seats; ++i) {
    const auto first =
        world.vetoes.lobbied.begin() + static_cast<std::ptrdiff_t>(world.vetoes.first[i] * n_issues);
    const std::size_t n_players = seats.first[i + 1] - seats.first[i];
    positions.insert(positions.end(), first, first + static_cast<std::ptrdiff_t>(n_players * n_issues));
  }
  return positions;
}

}  // namespace

Outcome negotiate(const NegotiationParams& params, const LobbyingParams& lobbying,
                  const FunctionParams& functions, const ConferenceFacts& conference, World& world,
                  double consulted_from, std::vector<OfferedText>* offered) {
  Outcome outcome;
  for (const Form form : conference.params->forms) {
    lobby(lobbying, conference, make_terms(params, conference, form, world, world.states.position), world);
    outcome.form = form;
    outcome.terms = make_terms(params, conference, form, world, world.states.mandate);
    Negotiation negotiation(params, seat_conference(params, functions, lobbying.closed_below, conference,
                                                    outcome.terms, world, consulted_from));
    SideDeals side_deals(outcome.terms, world);
    NegotiationPath path;
    play_rounds(params, negotiation, offered ? &path : nullptr,
                offers_side_deals(params) ? &side_deals : nullptr);
    outcome.terms = side_deals.terms();
    outcome.exempted = side_deals.exempted();
    outcome.paid = side_deals.paid();
    outcome.adopted = negotiation.adopted;
    outcome.rounds += negotiation.n_rounds;
    outcome.objects = negotiation.objects;
    outcome.could_object = negotiation.could_object;
    outcome.gain.assign(negotiation.worst.size(), std::numeric_limits<double>::quiet_NaN());
    outcome.at_home = outcome.gain;
    for (std::size_t i = 0; i < negotiation.worst.size(); ++i) {
      if (!world.facts->head[i]) continue;
      outcome.gain[i] = negotiation.player_gain[negotiation.worst[i]];
      outcome.at_home[i] = negotiation.worst[i] > negotiation.seats.first[i] ? 1.0 : 0.0;
    }
    outcome.lift = negotiation.draft;
    outcome.effective.assign(outcome.lift.size(), 0.0);
    if (offered)
      offered->push_back(
          {side_deals.terms(), positions_at(negotiation.seats, world), std::move(path), negotiation});
    if (!outcome.adopted) continue;
    for (std::size_t k = 0; k < outcome.lift.size(); ++k) {
      outcome.effective[k] = outcome.terms.world_constant[k] + outcome.terms.world_slope[k] * outcome.lift[k];
    }
    outcome.depth = outcome.terms.effective_depth(outcome.lift);
    break;
  }
  return outcome;
}

}  // namespace hansa
