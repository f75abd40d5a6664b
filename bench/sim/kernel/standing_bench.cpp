// The standing of texts and the gains of actors against their references, in turn.

#include "bench/interleaved.hpp"
#include "sim/kernel/gains.hpp"
#include "sim/kernel/standing.hpp"

namespace hansa {
namespace {

/// Any numbers in (0, 1) without a pattern.
std::vector<double> some(std::size_t n) {
  std::vector<double> values(n);
  std::uint64_t seed = 1;
  for (double& value : values) {
    seed = seed * 6364136223846793005U + 1442695040888963407U;
    value = (static_cast<double>(seed >> 11) + 0.5) * 0x1p-53;
  }
  return values;
}

void standing(benchmark::State& state) {
  const auto n = static_cast<std::size_t>(state.range(0));
  std::vector<double> win = some(n * n), sponsor = some(n), scratch(standing_scratch(n)), result(n);
  for (std::size_t a = 0; a < n; ++a) {
    for (std::size_t b = 0; b < a; ++b) win[a * n + b] = 1.0 - win[b * n + a];
  }
  std::vector<double> times_reference;
  std::size_t steps = 0;
  for (auto _ : state) {
    const double fast = seconds([&] { steps = standing_of(win, sponsor, result, scratch); });
    const double slow = seconds([&] { steps = standing_reference(win, sponsor, result, scratch); });
    state.SetIterationTime(fast);
    times_reference.push_back(slow / fast);
  }
  report(state, "times_reference", times_reference);
  state.counters["steps"] = static_cast<double>(steps);
}
BENCHMARK(standing)->Arg(28)->Arg(64)->Arg(214)->Arg(400)->UseManualTime()->Unit(benchmark::kMicrosecond);

void gains_of_texts(benchmark::State& state) {
  const auto n_actors = static_cast<std::size_t>(state.range(0)),
             n_texts = static_cast<std::size_t>(state.range(1));
  constexpr std::size_t n_issues = 8;
  const std::vector<double> constant = some(n_actors), linear = some(n_issues * n_actors),
                            square = some(n_issues * n_actors), lift = some(n_texts * n_issues);
  const GainInput in{.n_actors = n_actors,
                     .n_issues = n_issues,
                     .n_texts = n_texts,
                     .constant = constant,
                     .linear = linear,
                     .square = square,
                     .lift = lift};
  std::vector<double> gain(n_texts * n_actors), times_reference;
  for (auto _ : state) {
    const double fast = seconds([&] { gains(in, gain); });
    const double slow = seconds([&] { gains_reference(in, gain); });
    state.SetIterationTime(fast);
    times_reference.push_back(slow / fast);
  }
  report(state, "times_reference", times_reference);
}
BENCHMARK(gains_of_texts)
    ->Args({198, 28})
    ->Args({198, 64})
    ->Args({198, 214})
    ->Args({800, 1})
    ->UseManualTime()
    ->Unit(benchmark::kMicrosecond);

}  // namespace
}  // namespace hansa
