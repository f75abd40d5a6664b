// Standing of texts and gains of actors against their references, in turn.

#include "bench/google.hpp"
#include "bench/sim/kernel/texts_case.hpp"

namespace hansa {
namespace {

template <class Case> void compare(benchmark::State& state, Case& variant) {
  std::vector<double> times_reference;
  for (auto _ : state) {
    const VariantTimes times = variant.measure();
    state.SetIterationTime(times.variant);
    times_reference.push_back(times.reference / times.variant);
  }
  report(state, "times_reference", times_reference);
}

void standing(benchmark::State& state) {
  StandingCase standing(static_cast<std::size_t>(state.range(0)));
  compare(state, standing);
  state.counters["steps"] = static_cast<double>(standing.steps());
}
BENCHMARK(standing)
    ->Arg(28)
    ->ArgsProduct({{25, 50, 100, 198, 214, 400, 800}})
    ->UseManualTime()
    ->Unit(benchmark::kMicrosecond);

void gains_of_texts(benchmark::State& state) {
  constexpr std::size_t n_issues = 8;
  GainsCase gains(static_cast<std::size_t>(state.range(0)), n_issues,
                  static_cast<std::size_t>(state.range(1)));
  compare(state, gains);
}
BENCHMARK(gains_of_texts)
    ->ArgsProduct({{25, 50, 100, 198, 400, 800}, {1, 28, 214}})
    ->UseManualTime()
    ->Unit(benchmark::kMicrosecond);

}  // namespace
}  // namespace hansa
