#include "sim/phases/feedback.hpp"

#include <algorithm>

#include "scenarios/parameters/conference_params.hpp"
#include "sim/networks/dials.hpp"

namespace hansa {

int urban_level(const FeedbackParams& params, double content) {
  const auto& from = params.places;
  return static_cast<int>(std::upper_bound(from.begin() + 1, from.end(), content) - from.begin()) - 1;
}

void settle(const FeedbackParams& params, std::size_t row, const Outcome& outcome, World& world) {
  const Facts& facts = *world.facts;
  const ConferenceFacts& conference = facts.conferences[row];
  world.season.admitted = std::max(world.season.admitted, conference.params->access);
  world.season.coordinating_body = std::max(world.season.coordinating_body, conference.params->body);
  if (!outcome.adopted) return;
  const Terms& terms = outcome.terms;
  Agreement agreement{.conference = row,
                      .year = world.year,
                      .form = outcome.form,
                      .terms = terms,
                      .lift = outcome.lift,
                      .effective = outcome.effective,
                      .delivered = std::vector<double>(terms.n_issues(), 0.0),
                      .depth = outcome.depth,
                      .own_gain = std::vector<double>(facts.n_states, 0.0),
                      .others_gain = std::vector<double>(facts.n_states, 0.0),
                      .joined = std::vector<int>(facts.n_states, Agreement::never),
                      .barred = std::vector<char>(facts.n_states, 0)};
  if (conference.params->treaty.name.empty()) {
    agreement.entered_force = world.year + 11.0 / 12.0;
    for (std::size_t i = 0; i < facts.n_states; ++i) {
      if (conference.present[i]) agreement.joined[i] = world.year * 12 + 11;
    }
  }
  for (std::size_t k = 0; k < terms.n_issues(); ++k) {
    const std::size_t d = terms.agenda[k];
    if (d == facts.urban_role)
      world.season.mentions +=
          urban_level(params, terms.status_quo[k] + outcome.lift[k]) / static_cast<double>(n_places - 1);
  }
  world.agreements.push_back(std::move(agreement));
}

void feed_back(const FeedbackParams& params, double symbolise, bool coordinating, World& world) {
  NetworkStore& networks = world.networks;
  const std::vector<ConferenceFacts>& conferences = world.facts->conferences;
  const bool meets =
      std::any_of(conferences.begin(), conferences.end(),
                  [&](const ConferenceFacts& conference) { return conference.params->year == world.year; });
  for (std::size_t k = 0; k < networks.size(); ++k) {
    if (!networks.alive[k]) continue;
    const Access rung = networks.rung(k);
    const double near = params.nearness[rung];
    const bool drafts =
        (rung == Access::Drafting &&
         (seat_of(world, k) ? meets : world.season.admitted == Access::Drafting)) ||
        (networks.coordinated[k] && coordinating && world.season.coordinating_body == Access::Drafting);
    const double instruments = networks.declarations[k] + (drafts ? 1.0 : 0.0);
    const double gained = params.instruments * instruments +
                          params.mentions * networks.share[k] * near * world.season.mentions +
                          params.access * near;
    networks.soft_power[k] = (1.0 - params.forgetting) * networks.soft_power[k] + symbolise * gained;
  }
}

}  // namespace hansa
