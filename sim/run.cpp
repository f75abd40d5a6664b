#include "sim/run.hpp"

#include <algorithm>

#include "scenarios/parameters/scenario.hpp"
#include "sim/finite.hpp"
#include "sim/network_watch.hpp"
#include "sim/year.hpp"
#include "support/numbers/parallel.hpp"

namespace hansa {

namespace {

RunRecord play(const Facts& facts, std::uint64_t seed, std::uint32_t realization, const PhaseWatch& watch) {
  const Scenario& scenario = *facts.scenario;
  RunRecord record = make_record(facts);
  World world = play_years(facts, Draws(seed, realization), scenario.years.to + 1, record, watch);
  world.year = scenario.years.to;
  keep_agreements(world, record);
  expect_finite(record, facts, seed, realization);
  return record;
}

}  // namespace

RunRecord run_realization(const Facts& facts, std::uint64_t seed, std::uint32_t realization) {
  return play(facts, seed, realization, {});
}

WatchedRun watch_realization(const Facts& facts, std::uint64_t seed, std::uint32_t realization) {
  NetworkWatch networks(facts);
  RunRecord run = play(facts, seed, realization, std::ref(networks));
  return {std::move(run), std::move(networks.record())};
}

std::vector<RunRecord> run_ensemble(const Facts& facts, std::size_t n_threads, const Watch& watch,
                                    NetworkTally* networks) {
  const auto n = static_cast<std::size_t>(facts.scenario->realizations);
  std::vector<RunRecord> records(n);
  std::vector<char> done(n, 0);
  std::atomic<std::size_t> n_done{0};
  const std::size_t n_block = networks != nullptr ? n_in_block(n_threads) : n;
  for (std::size_t first = 0; first < n; first += n_block) {
    const std::size_t n_here = std::min(n_block, n - first);
    std::vector<NetworkRecord> watched(networks != nullptr ? n_here : 0);
    for_each_index(n_here, n_threads, [&](std::size_t j) {
      if (watch.stop != nullptr && watch.stop->load()) return;
      const std::size_t k = first + j;
      const auto number = static_cast<std::uint32_t>(k);
      if (networks != nullptr) {
        WatchedRun run = watch_realization(facts, facts.scenario->seed, number);
        records[k] = std::move(run.run);
        watched[j] = std::move(run.networks);
      } else {
        records[k] = run_realization(facts, facts.scenario->seed, number);
      }
      done[k] = 1;
      const std::size_t so_far = ++n_done;
      if (watch.progress) watch.progress(so_far);
    });
    for (std::size_t j = 0; j < watched.size() && done[first + j]; ++j) networks->add(std::move(watched[j]));
  }
  records.resize(static_cast<std::size_t>(std::find(done.begin(), done.end(), 0) - done.begin()));
  return records;
}

}  // namespace hansa
