// The contest against the plain loop and against what the arithmetic alone allows, in turn.

#include "bench/interleaved.hpp"
#include "bench/sim/kernel/ceiling.hpp"
#include "bench/sim/kernel/plain_contest.hpp"

namespace hansa {
namespace {

struct Forms {
  Contest body, plain;
  std::size_t (*ceiling)(std::size_t n_votes);
};

void contest(benchmark::State& state, Forms forms) {
  const auto n_actors = static_cast<std::size_t>(state.range(0)),
             n_texts = static_cast<std::size_t>(state.range(1));
  std::vector<double> gain(n_actors * n_texts), weight(n_actors, 1.0 / static_cast<double>(n_actors)),
      scratch(contest_scratch(n_actors, n_texts)), win(n_texts * n_texts);
  std::uint64_t seed = 1;  // any numbers without a pattern
  for (double& g : gain) {
    seed = seed * 6364136223846793005U + 1442695040888963407U;
    g = static_cast<double>(seed >> 11) * 0x1p-53 - 0.5;
  }
  const ContestInput in{
      .n_actors = n_actors, .n_texts = n_texts, .gain = gain, .weight = weight, .scratch = scratch};
  const std::size_t n_votes = n_actors * n_texts * (n_texts - 1) / 2;
  std::vector<double> times_plain, of_ceiling;
  for (auto _ : state) {
    const double body = seconds([&] { forms.body(in, win); });
    const double plain = seconds([&] { forms.plain(in, win); });
    std::size_t n_done = 0;
    const double ceiling = seconds([&] { n_done = forms.ceiling(n_votes); });
    benchmark::DoNotOptimize(win.data());
    state.SetIterationTime(body);
    times_plain.push_back(plain / body);
    of_ceiling.push_back(ceiling / static_cast<double>(n_done) * static_cast<double>(n_votes) / body);
  }
  report(state, "times_plain", times_plain);
  report(state, "of_ceiling", of_ceiling);
}

void sizes(benchmark::internal::Benchmark* bench) {
  for (const int n : {25, 50, 100, 198, 400, 800}) bench->Args({n, n});
  for (const int n_texts : {28, 64, 214}) bench->Args({198, n_texts});
  bench->UseManualTime()->Unit(benchmark::kMicrosecond);
}

constexpr Forms proportional = {contest_proportional, plain_proportional, ceiling_proportional};
constexpr Forms cubic = {contest_cubic, plain_cubic, ceiling_cubic};
constexpr Forms mixed = {contest_mixed, plain_mixed, ceiling_cubic};
constexpr Forms binary = {contest_binary, plain_binary, ceiling_binary};
BENCHMARK_CAPTURE(contest, proportional, proportional)->Apply(sizes);
BENCHMARK_CAPTURE(contest, cubic, cubic)->Apply(sizes);
BENCHMARK_CAPTURE(contest, mixed, mixed)->Apply(sizes);
BENCHMARK_CAPTURE(contest, binary, binary)->Apply(sizes);

}  // namespace
}  // namespace hansa
