// One realization of paris-2015 on one core: what a sweep costs.

#include <benchmark/benchmark.h>

#include "agents/build.hpp"
#include "scenarios/load.hpp"
#include "sim/run.hpp"

namespace hansa {
namespace {

void one_realization(benchmark::State& state) {
  const std::filesystem::path source = HANSA_SOURCE_DATA_DIR;
  const LoadedScenario loaded =
      load_scenario("paris-2015", {}, {.data = {source / "data"}, .library = {source / "library"}});
  const Facts facts = build_facts(loaded.scenario, read_tables(loaded.files));
  std::uint32_t realization = 0;
  for (auto _ : state) benchmark::DoNotOptimize(run_realization(facts, loaded.scenario.seed, realization++));
}
BENCHMARK(one_realization)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace hansa
