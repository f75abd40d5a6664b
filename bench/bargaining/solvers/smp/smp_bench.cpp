// A turn of the Spatial Model of Politics by number of actors; at 80 relative to KTAB.

#include "bargaining/solvers/smp/smp.hpp"
#include "bench/google.hpp"
#include "bench/some_numbers.hpp"

namespace hansa {
namespace {

constexpr double ktab_seconds = 6.35;  // a turn of KTAB's own program at 80 actors, on the reference machine

/// The first turn, over two issues: later turns have fewer challenges.
void smp_turn(benchmark::State& state) {
  const auto n = static_cast<std::size_t>(state.range(0));
  constexpr std::size_t n_issues = 2;
  const std::vector<double> capability = some_numbers(n), start = some_numbers(n * n_issues);
  std::vector<double> salience = some_numbers(n * n_issues);
  for (double& s : salience) s /= static_cast<double>(n_issues);
  SmpRules rules;
  rules.most_turns = 1;
  std::vector<double> faster;
  for (auto _ : state) {
    const double taken = seconds(1, [&] {
      benchmark::DoNotOptimize(play_smp({n, n_issues, capability, salience, start}, rules));
    });
    state.SetIterationTime(taken);
    faster.push_back(ktab_seconds / taken);
  }
  state.SetComplexityN(state.range(0));
  if (n == 80) report(state, "times_ktab", faster);
}
BENCHMARK(smp_turn)
    ->Arg(10)
    ->Arg(20)
    ->Arg(40)
    ->Arg(80)
    ->Arg(160)
    ->UseManualTime()
    ->Unit(benchmark::kMillisecond)
    ->Complexity();

}  // namespace
}  // namespace hansa
