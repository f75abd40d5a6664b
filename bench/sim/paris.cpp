#include "bench/sim/paris.hpp"

#include "agents/build.hpp"
#include "bench/spread.hpp"
#include "sim/negotiation/acceptance.hpp"
#include "sim/negotiation/concession.hpp"
#include "sim/negotiation/drafting.hpp"
#include "sim/negotiation/texts.hpp"
#include "sim/phases/formation.hpp"
#include "sim/phases/gridlock.hpp"

namespace hansa {
namespace {

Table first_table(const Paris& paris, World& world) {
  const ConferenceFacts& conference = paris.facts().conferences.front();
  world.states.mandate = world.states.position;
  world.vetoes.lobbied = world.vetoes.position;
  return seat(paris.scenario().negotiation, conference,
              make_terms(conference, conference.params->forms.front(), world, world.states.mandate), world);
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
    : params_(paris.scenario().negotiation), world_(paris.opening()), table_(first_table(paris, world_)) {}

void RoundCase::play() {
  put_texts(params_, table_);
  redraft(params_, 1, table_);
  keep(review(params_, 1, table_));
  pull_to_objectors(params_, table_);
  concede(params_, table_);
}

}  // namespace hansa
