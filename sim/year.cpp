#include "sim/year.hpp"

#include <numeric>

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
#include "sim/phases/voice.hpp"

namespace hansa {
namespace {

void hold_conference(const Scenario& scenario, std::size_t row, World& world, RunRecord& record) {
  const ConferenceFacts& conference = world.facts->conferences[row];
  measure_voice(scenario.voice,
                {.present = conference.present,
                 .agenda = conference.agenda,
                 .admitted = conference.params->access,
                 .body = conference.params->body},
                world);
  declare(scenario.lobbying, conference, world);
  gather_pressure(scenario.lobbying, conference, world);
  const Outcome outcome = negotiate(scenario.negotiation, scenario.lobbying, conference, world);
  settle(row, outcome, world);
  keep_conference(row, outcome, world, record);
}

/// The networks' voice over all issues, as if every state were present: what a year is reported by.
void measure_yearly_voice(const Scenario& scenario, World& world) {
  std::vector<std::size_t> all(world.facts->n_issues);
  std::iota(all.begin(), all.end(), std::size_t{0});
  const std::vector<char> everyone(world.facts->n_states, 1);
  measure_voice(scenario.voice, {.present = everyone, .agenda = all}, world);
}

}  // namespace

void play_year(const Scenario& scenario, World& world, RunRecord& record) {
  press(scenario.environment, world);
  devolve(scenario.devolution, world);
  form_networks(scenario.networks, world);
  deliberate(scenario.networks, world);
  harden(scenario.gridlock, world);
  press_at_home(scenario.lobbying, world);
  for (std::size_t row = 0; row < world.facts->conferences.size(); ++row) {
    if (world.facts->conferences[row].params->year == world.year)
      hold_conference(scenario, row, world, record);
  }
  ratify(scenario.ratification, world);
  implement(scenario.implementation, world);
  measure_yearly_voice(scenario, world);
  feed_back(scenario.feedback, world);
  keep_year(world, record);
}

}  // namespace hansa
