// One round, one conference and one realization of paris-2015: what a sweep costs; and what a second core brings.

#include <chrono>

#include "agents/build.hpp"
#include "bench/interleaved.hpp"
#include "bench/sim/kernel/ceiling.hpp"
#include "scenarios/load.hpp"
#include "sim/negotiation/acceptance.hpp"
#include "sim/negotiation/concession.hpp"
#include "sim/negotiation/drafting.hpp"
#include "sim/negotiation/texts.hpp"
#include "sim/parallel.hpp"
#include "sim/phases/gridlock.hpp"
#include "sim/phases/negotiation.hpp"
#include "sim/run.hpp"

namespace hansa {
namespace {

struct Paris {
  LoadedScenario loaded;
  Facts facts;

  Paris() {
    const std::filesystem::path source = HANSA_SOURCE_DATA_DIR;
    loaded = load_scenario("paris-2015", {}, {.data = {source / "data"}, .library = {source / "library"}});
    facts = build_facts(loaded.scenario, read_tables(loaded.files));
  }

  /// The world as COP1 finds it, of cities alone.
  [[nodiscard]] World opening() const {
    World world = make_world(facts, Draws(loaded.scenario.seed, 0));
    world.year = loaded.scenario.years.from;
    harden(loaded.scenario.gridlock, world);
    return world;
  }
};

void one_round(benchmark::State& state) {
  const Paris paris;
  World world = paris.opening();
  const NegotiationParams& params = paris.loaded.scenario.negotiation;
  const ConferenceFacts& conference = paris.facts.conferences.front();
  world.states.mandate = world.states.position;
  world.vetoes.lobbied = world.vetoes.position;
  Table table =
      seat(params, conference,
           make_terms(conference, conference.params->forms.front(), world, world.states.mandate), world);
  for (auto _ : state) {
    put_texts(params, table);
    redraft(params, 1, table);
    benchmark::DoNotOptimize(review(params, 1, table));
    pull_to_objectors(params, table);
    concede(params, table);
  }
  state.counters["texts"] = static_cast<double>(table.n_texts);
}
BENCHMARK(one_round)->Unit(benchmark::kMicrosecond);

void one_conference(benchmark::State& state) {
  const Paris paris;
  World world = paris.opening();
  const Scenario& scenario = paris.loaded.scenario;
  for (auto _ : state) {
    benchmark::DoNotOptimize(
        negotiate(scenario.negotiation, scenario.lobbying, paris.facts.conferences.front(), world));
  }
}
BENCHMARK(one_conference)->Unit(benchmark::kMicrosecond);

void one_realization(benchmark::State& state) {
  const Paris paris;
  std::uint32_t realization = 0;
  for (auto _ : state)
    benchmark::DoNotOptimize(run_realization(paris.facts, paris.loaded.scenario.seed, realization++));
}
BENCHMARK(one_realization)->Unit(benchmark::kMillisecond);

/// Wall-clock efficiency from one to two threads, over that of bare multiply-adds at the same moment.
void two_threads(benchmark::State& state) {
  const Paris paris;
  constexpr std::size_t n_runs = 8;
  const auto wall = [](std::size_t n_threads, const auto& one) {
    const auto start = std::chrono::steady_clock::now();
    for_each_index(n_runs, n_threads, one);
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  };
  const auto efficiency = [&](const auto& one) { return wall(1, one) / (2.0 * wall(2, one)); };
  std::vector<double> normalised, bare;
  for (auto _ : state) {
    bare.push_back(efficiency([](std::size_t) { benchmark::DoNotOptimize(multiply_adds(200'000'000)); }));
    normalised.push_back(efficiency([&](std::size_t k) {
                           benchmark::DoNotOptimize(run_realization(paris.facts, paris.loaded.scenario.seed,
                                                                    static_cast<std::uint32_t>(k)));
                         }) /
                         bare.back());
  }
  report(state, "bare", bare);
  report(state, "normalised", normalised);
}
BENCHMARK(two_threads)->Unit(benchmark::kMillisecond)->Iterations(9)->UseRealTime();

}  // namespace
}  // namespace hansa
