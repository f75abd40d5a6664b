#include "sim/phases/negotiation.hpp"

#include <algorithm>

#include "scenarios/conference_params.hpp"
#include "sim/negotiation/acceptance.hpp"
#include "sim/negotiation/concession.hpp"
#include "sim/negotiation/drafting.hpp"
#include "sim/negotiation/texts.hpp"
#include "sim/phases/lobbying.hpp"

namespace hansa {
namespace {

/// All rounds under one form; true if the text is adopted.
bool bargain(const NegotiationParams& params, Table& table, int& rounds) {
  const ConferenceParams& conference = *table.conference->params;
  for (int round = 1; round <= conference.rounds; ++round) {
    ++rounds;
    put_texts(params, table);
    redraft(params, round, table);
    const std::size_t n_objectors = review(params, round, table);
    if (round >= std::min(params.first_decision, conference.rounds) &&
        passes(conference.rule, vote_on(table, n_objectors)))
      return true;
    pull_to_objectors(params, table);
    concede(params, table);
  }
  return false;
}

}  // namespace

Outcome negotiate(const NegotiationParams& params, const LobbyingParams& lobbying,
                  const ConferenceFacts& conference, World& world) {
  Outcome outcome;
  for (const Form form : conference.params->forms) {
    lobby(lobbying, conference, make_terms(conference, form, world, world.states.position), world);
    Table table = seat(params, conference, make_terms(conference, form, world, world.states.mandate), world);
    outcome.form = form;
    outcome.terms = table.terms;
    outcome.adopted = bargain(params, table, outcome.rounds);
    outcome.objects.assign(table.objects.begin(), table.objects.end());
    outcome.lift = table.draft;
    outcome.effective.assign(table.n_issues, 0.0);
    if (!outcome.adopted) continue;
    for (std::size_t k = 0; k < table.n_issues; ++k) {
      outcome.effective[k] = table.terms.world_constant[k] + table.terms.world_slope[k] * table.draft[k];
    }
    outcome.depth = table.terms.effective_depth(table.draft);
    break;
  }
  return outcome;
}

}  // namespace hansa
