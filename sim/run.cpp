#include "sim/run.hpp"

#include "scenarios/parameters/scenario.hpp"
#include "sim/phases/formation.hpp"
#include "sim/year.hpp"

namespace hansa {

RunRecord run_realization(const Facts& facts, std::uint64_t seed, std::uint32_t realization) {
  const Scenario& scenario = *facts.scenario;
  World world = make_world(facts, Draws(seed, realization));
  RunRecord record = make_record(facts);
  found_initial_networks(scenario.networks, world);
  for (world.year = scenario.years.from; world.year <= scenario.years.to; ++world.year)
    play_year(scenario, world, record);
  world.year = scenario.years.to;
  keep_agreements(world, record);
  return record;
}

}  // namespace hansa
