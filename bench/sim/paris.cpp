#include "bench/sim/paris.hpp"

#include "agents/build.hpp"
#include "bench/spread.hpp"
#include "sim/negotiation/acceptance.hpp"
#include "sim/negotiation/concession.hpp"
#include "sim/negotiation/conference.hpp"
#include "sim/negotiation/drafting.hpp"
#include "sim/negotiation/texts.hpp"
#include "sim/phases/formation.hpp"
#include "sim/phases/gridlock.hpp"

namespace hansa {
namespace {

Negotiation first_negotiation(const Paris& paris) {
  const Scenario& scenario = paris.scenario();
  const ConferenceFacts& conference = paris.facts().conferences.front();
  World world = paris.opening();
  world.states.mandate = world.states.position;
  world.vetoes.lobbied = world.vetoes.position;
  const Terms terms = make_terms(scenario.negotiation, conference, conference.params->forms.front(), world,
                                 world.states.mandate);
  return {scenario.negotiation, seat_conference(scenario.negotiation, scenario.networks.functions,
                                                scenario.lobbying.closed_below, conference, terms, world)};
}

}  // namespace

Paris::Paris(const DataFolders& folders) : loaded_(load_scenario("paris-2015", {}, folders)) {
  facts_ = build_facts(loaded_.scenario, read_tables(loaded_.files));
}

World Paris::beginning() const {
  World world = make_world(facts_, Draws(scenario().seed, 0));
  found_initial_networks(scenario().networks, world);
  world.year = scenario().years.from;
  return world;
}

World Paris::opening() const {
  World world = make_world(facts_, Draws(scenario().seed, 0));
  world.year = scenario().years.from;
  harden(scenario().gridlock, world);
  return world;
}

RoundCase::RoundCase(const Paris& paris)
    : params_(paris.scenario().negotiation), negotiation_(first_negotiation(paris)) {}

void RoundCase::play() {
  put_texts(params_, negotiation_);
  redraft(params_, 1, negotiation_);
  keep(review(params_, 1, negotiation_));
  pull_to_objectors(params_, negotiation_);
  concede(params_, negotiation_);
}

}  // namespace hansa
