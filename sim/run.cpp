#include "sim/run.hpp"

#include <algorithm>

#include "scenarios/parameters/scenario.hpp"
#include "sim/phases/formation.hpp"
#include "sim/year.hpp"
#include "support/numbers/parallel.hpp"

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

std::vector<RunRecord> run_ensemble(const Facts& facts, std::size_t n_threads, const Watch& watch) {
  const auto n = static_cast<std::size_t>(facts.scenario->realizations);
  std::vector<RunRecord> records(n);
  std::vector<char> done(n, 0);
  std::atomic<std::size_t> n_done{0};
  for_each_index(n, n_threads, [&](std::size_t k) {
    if (watch.stop != nullptr && watch.stop->load()) return;
    records[k] = run_realization(facts, facts.scenario->seed, static_cast<std::uint32_t>(k));
    done[k] = 1;
    const std::size_t so_far = ++n_done;
    if (watch.progress) watch.progress(so_far);
  });
  records.resize(static_cast<std::size_t>(std::find(done.begin(), done.end(), 0) - done.begin()));
  return records;
}

}  // namespace hansa
