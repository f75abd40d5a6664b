#include "sim/year.hpp"

#include <algorithm>
#include <numeric>

#include "scenarios/scenario.hpp"
#include "sim/phases/deliberation.hpp"
#include "sim/phases/devolution.hpp"
#include "sim/phases/environment.hpp"
#include "sim/phases/feedback.hpp"
#include "sim/phases/formation.hpp"
#include "sim/phases/gridlock.hpp"
#include "sim/phases/implementation.hpp"
#include "sim/phases/lobbying.hpp"
#include "sim/phases/negotiation.hpp"
#include "sim/phases/ratification.hpp"

namespace hansa {
namespace {

constexpr std::size_t home = 0, coordination = 2;
static_assert(channel_names[home] == "home" && channel_names[coordination] == "coordination");

void hold_conference(const Scenario& scenario, std::size_t row, World& world, RunRecord& record) {
  const ConferenceFacts& conference = world.facts->conferences[row];
  measure_voice(scenario.voice, alliance_of(scenario, world.year),
                {.present = conference.present,
                 .agenda = conference.agenda,
                 .admitted = conference.params->access,
                 .coordinating_body = conference.params->body},
                world);
  declare(scenario.lobbying, conference, world);
  gather_pressure(scenario.lobbying, scenario.networks.allies, conference, world);
  const Outcome outcome = negotiate(scenario.negotiation, scenario.lobbying, conference, world);
  settle(scenario.feedback, row, outcome, world);
  keep_conference(row, outcome, world, record);
}

/// The networks' voice over all issues, as if every state were present: what a year is reported by.
void measure_yearly_voice(const Scenario& scenario, World& world) {
  std::vector<std::size_t> all(world.facts->n_issues);
  std::iota(all.begin(), all.end(), std::size_t{0});
  const std::vector<char> everyone(world.facts->n_states, 1);
  measure_voice(scenario.voice, alliance_of(scenario, world.year), {.present = everyone, .agenda = all},
                world);
}

}  // namespace

Alliance alliance_of(const Scenario& scenario, int year) {
  return {.reach = scenario.networks.allies.reach(),
          .coordinating = year >= scenario.networks.coordination_from,
          .pooling = std::min(1.0, scenario.lobbying.channels[coordination]),
          .invites_from = scenario.lobbying.invites_from};
}

void play_year(const Scenario& scenario, World& world, RunRecord& record) {
  update_environment(scenario.environment, scenario.shocks, world);
  devolve(scenario.devolution, urban_displacement(scenario.environment, world.year), world);
  form_networks(scenario.networks, scenario.event_years, world);
  deliberate(scenario.networks, world);
  harden(scenario.gridlock, world);
  press_at_home(scenario.lobbying, scenario.networks.allies, world);
  for (std::size_t row = 0; row < world.facts->conferences.size(); ++row) {
    if (world.facts->conferences[row].params->year == world.year)
      hold_conference(scenario, row, world, record);
  }
  ratify(scenario.ratification, scenario.lobbying.channels[home], scenario.withdrawals, world);
  implement(scenario.implementation, scenario.environment.lapse, world);
  measure_yearly_voice(scenario, world);
  feed_back(scenario.feedback, scenario.networks.functions.symbolise,
            alliance_of(scenario, world.year).coordinating, world);
  keep_year(world, record);
}

}  // namespace hansa
