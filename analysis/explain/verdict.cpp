#include "analysis/explain/verdict.hpp"

#include <algorithm>

#include "analysis/explain/ceiling.hpp"
#include "sim/negotiation/acceptance.hpp"
#include "sim/negotiation/conference.hpp"

namespace hansa {

TextVerdict verdict_on(const NegotiationParams& params, const OfferedText& offered, const World& world) {
  const auto& [terms, positions, path, negotiation] = offered;
  const Seats& seats = negotiation.seats;
  TextVerdict verdict{.form = terms.form,
                      .adopted = negotiation.adopted,
                      .n_objectors = static_cast<std::size_t>(std::ranges::count(negotiation.objects, 1)),
                      .agenda = terms.agenda,
                      .status_quo = terms.status_quo};
  for (std::vector<double> text : path.texts) {
    for (std::size_t k = 0; k < text.size(); ++k) text[k] += terms.status_quo[k];
    verdict.content.push_back(std::move(text));
  }
  const std::vector<double>& judged = judged_text(offered);
  const std::size_t n_issues = world.facts->n_issues;
  for (std::size_t i = 0; i < seats.n_seats; ++i) {
    StateVerdict& state = verdict.states.emplace_back();
    state.judges = seats.may_object[i] != 0;
    if (!state.judges) continue;
    const std::size_t worst = negotiation.worst[i];
    state.objects = negotiation.objects[i] != 0;
    state.at_home = worst > seats.first[i];
    state.gain = negotiation.player_gain[worst];
    state.bearable = bearable_loss(params, negotiation, i);
    state.parts = split_gain(
        terms, actor_at(world, terms, i, std::span(positions).subspan(worst * n_issues, n_issues)), judged);
    state.payment = terms.payment[i];
  }
  return verdict;
}

}  // namespace hansa
