// One round, conference, year and realization of paris-2015, and the speed-up of a second core.

#include "bench/google.hpp"
#include "bench/sim/paris.hpp"
#include "bench/sim/two_threads.hpp"
#include "scenarios/load/data_folders.hpp"
#include "sim/phases/negotiation.hpp"
#include "sim/run.hpp"
#include "sim/year.hpp"

namespace hansa {
namespace {

const Paris& paris() {
  static const std::filesystem::path source = source_data_folder();
  static const Paris built({.data = {source / "data"}, .library = {source / "library"}});
  return built;
}

void one_round(benchmark::State& state) {
  RoundCase round(paris());
  for (auto _ : state) round.play();
  state.counters["texts"] = static_cast<double>(round.n_texts());
}
BENCHMARK(one_round)->Unit(benchmark::kMicrosecond);

void one_conference(benchmark::State& state) {
  World world = paris().opening();
  const Scenario& scenario = paris().scenario();
  for (auto _ : state) {
    benchmark::DoNotOptimize(negotiate(scenario.negotiation, scenario.lobbying, scenario.networks.functions,
                                       paris().facts().conferences.front(), world));
  }
}
BENCHMARK(one_conference)->Unit(benchmark::kMicrosecond);

void one_year(benchmark::State& state) {
  RunRecord record = make_record(paris().facts());
  for (auto _ : state) {  // the first year
    state.PauseTiming();
    World world = paris().beginning();
    state.ResumeTiming();
    play_year(paris().scenario(), world, record);
  }
}
BENCHMARK(one_year)->Unit(benchmark::kMillisecond);

void one_realization(benchmark::State& state) {
  std::uint32_t realization = 0;
  for (auto _ : state)
    benchmark::DoNotOptimize(run_realization(paris().facts(), paris().scenario().seed, realization++));
}
BENCHMARK(one_realization)->Unit(benchmark::kMillisecond);

void two_threads(benchmark::State& state) {
  std::vector<double> normalised, bare;
  for (auto _ : state) {
    const ThreadEfficiency efficiency = measure_two_threads(paris());
    bare.push_back(efficiency.bare);
    normalised.push_back(efficiency.realizations / efficiency.bare);
  }
  report(state, "bare", bare);
  report(state, "normalised", normalised);
}
BENCHMARK(two_threads)->Unit(benchmark::kMillisecond)->Iterations(9)->UseRealTime();

}  // namespace
}  // namespace hansa
