// The contest against the plain loop and against the ceiling of its arithmetic, in turn.

#include "bench/google.hpp"
#include "bench/sim/kernel/contest_case.hpp"

namespace hansa {
namespace {

void contest(benchmark::State& state, const ContestForm& form) {
  ContestCase contest(form, static_cast<std::size_t>(state.range(0)),
                      static_cast<std::size_t>(state.range(1)));
  std::vector<double> times_plain, of_ceiling;
  for (auto _ : state) {
    const ContestCase::Times times = contest.measure();
    state.SetIterationTime(times.variant);
    times_plain.push_back(times.plain / times.variant);
    of_ceiling.push_back(times.ceiling / times.variant);
  }
  report(state, "times_plain", times_plain);
  report(state, "of_ceiling", of_ceiling);
}

void sizes(benchmark::internal::Benchmark* bench) {
  for (const int n : {25, 50, 100, 198, 400, 800}) bench->Args({n, n});
  for (const int n_texts : {28, 64, 214}) bench->Args({198, n_texts});
  bench->UseManualTime()->Unit(benchmark::kMicrosecond);
}

BENCHMARK_CAPTURE(contest, proportional, contest_forms[0])->Apply(sizes);
BENCHMARK_CAPTURE(contest, cubic, contest_forms[1])->Apply(sizes);
BENCHMARK_CAPTURE(contest, mixed, contest_forms[2])->Apply(sizes);
BENCHMARK_CAPTURE(contest, binary, contest_forms[3])->Apply(sizes);

}  // namespace
}  // namespace hansa
