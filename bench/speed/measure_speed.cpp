#include "bench/speed/measure_speed.hpp"

#include <fstream>

#include "bench/sim/kernel/contest_case.hpp"
#include "bench/sim/kernel/texts_case.hpp"
#include "bench/sim/paris.hpp"
#include "bench/sim/two_threads.hpp"
#include "sim/phases/negotiation.hpp"
#include "sim/run.hpp"
#include "sim/year.hpp"
#include "support/numbers/parallel.hpp"
#include "support/text/numeral.hpp"

namespace hansa {
namespace {

/// Repeats a call for `budget` seconds of processor time, at least five times.
template <class Call> void repeat(double budget, const Call& call) {
  constexpr std::size_t at_least = 5;
  double spent = 0;
  for (std::size_t k = 0; k < at_least || spent < budget; ++k) spent += seconds(1, call);
}

struct Samples {
  std::vector<double> seconds, times, of_ceiling;
};

KernelSpeed contest_speed(const ContestForm& form, std::size_t n_actors, std::size_t n_texts, double budget) {
  ContestCase contest(form, n_actors, n_texts);
  Samples samples;
  repeat(budget, [&] {
    const ContestCase::Times times = contest.measure();
    samples.seconds.push_back(times.variant);
    samples.times.push_back(times.plain / times.variant);
    samples.of_ceiling.push_back(times.ceiling / times.variant);
  });
  return {.kernel = "contest, " + std::string(form.name),
          .n_actors = n_actors,
          .n_texts = n_texts,
          .seconds = spread_of(samples.seconds),
          .times = spread_of(samples.times),
          .against = "plain loop",
          .of_ceiling = spread_of(samples.of_ceiling),
          .steps = {}};
}

template <class Case>
KernelSpeed variant_speed(const char* name, std::size_t n_actors, std::size_t n_texts, Case variant,
                          double budget) {
  Samples samples;
  repeat(budget, [&] {
    const VariantTimes times = variant.measure();
    samples.seconds.push_back(times.variant);
    samples.times.push_back(times.reference / times.variant);
  });
  KernelSpeed speed{.kernel = name,
                    .n_actors = n_actors,
                    .n_texts = n_texts,
                    .seconds = spread_of(samples.seconds),
                    .times = spread_of(samples.times),
                    .against = "reference",
                    .of_ceiling = {},
                    .steps = {}};
  if constexpr (requires { variant.steps(); }) speed.steps = variant.steps();
  return speed;
}

std::vector<KernelSpeed> kernel_speeds(const SpeedOptions& options) {
  struct Size {
    std::size_t n_actors, n_texts;
  };
  constexpr std::size_t n_issues = 8;
  std::vector<Size> sizes = {{198, 28}, {198, 64}, {198, 214}};
  if (options.every_size)
    sizes = {{25, 25},   {50, 50},   {100, 100}, {198, 28}, {198, 64},
             {198, 198}, {198, 214}, {400, 400}, {800, 800}};
  std::vector<KernelSpeed> speeds;
  for (const ContestForm& form : contest_forms) {
    for (const Size& size : sizes)
      speeds.push_back(contest_speed(form, size.n_actors, size.n_texts, options.budget));
  }
  for (const Size& size : sizes)
    speeds.push_back(
        variant_speed("standing", size.n_actors, size.n_texts, StandingCase(size.n_texts), options.budget));
  for (const Size& size : sizes)
    speeds.push_back(variant_speed("gains", size.n_actors, size.n_texts,
                                   GainsCase(size.n_actors, n_issues, size.n_texts), options.budget));
  return speeds;
}

template <class Call> PartSpeed part_speed(const char* part, double budget, const Call& call) {
  std::vector<double> samples;
  repeat(budget, [&] { samples.push_back(seconds(1, call)); });
  return {part, spread_of(samples)};
}

/// The years of one realization: later ones, with more networks, take longer.
PartSpeed year_speed(const Paris& paris) {
  World world = paris.beginning();
  RunRecord record = make_record(paris.facts());
  std::vector<double> samples;
  for (; world.year <= paris.scenario().years.to; ++world.year)
    samples.push_back(seconds(1, [&] { play_year(paris.scenario(), world, record); }));
  return {"year", spread_of(samples)};
}

std::vector<PartSpeed> part_speeds(const Paris& paris, RoundCase& round, double budget) {
  const Scenario& scenario = paris.scenario();
  World opening = paris.opening();
  std::uint32_t realization = 0;
  return {part_speed("round", budget, [&] { round.play(); }),
          part_speed("conference", budget,
                     [&] {
                       keep(negotiate(scenario.negotiation, scenario.lobbying, scenario.networks.functions,
                                      paris.facts().conferences.front(), opening)
                                .rounds);
                     }),
          year_speed(paris), part_speed("realization", budget, [&] {
            keep(run_realization(paris.facts(), scenario.seed, realization++).adopted.data());
          })};
}

/// Resident memory of the process, now or at its peak.  [bytes]
double memory(std::string_view field) {
  std::ifstream status("/proc/self/status");
  std::string line;
  while (std::getline(status, line)) {
    if (!line.starts_with(field)) continue;  // "VmRSS:    1234 kB"
    const std::size_t begin = line.find_first_of("0123456789"), end = line.find(' ', begin);
    double kib = 0;
    return begin < end && read_numeral(line.substr(begin, end - begin), kib) ? 1024.0 * kib : 0;
  }
  return 0;
}

}  // namespace

Speed measure_speed(const SpeedOptions& options, const DataFolders& folders) {
  const double before = memory("VmRSS:");
  const Paris paris(folders);
  const double with_facts = memory("VmRSS:");
  std::ofstream("/proc/self/clear_refs") << 5;  // resets the peak: reading tables took more
  keep(run_realization(paris.facts(), paris.scenario().seed, 0).adopted.data());
  const double with_run = memory("VmHWM:");
  RoundCase round(paris);
  round.play();

  Speed speed{.multiply_adds = 0,
              .kernels = kernel_speeds(options),
              .parts = part_speeds(paris, round, options.budget),
              .n_texts = round.n_texts(),
              .bare_efficiency = {},
              .normalised_efficiency = {},
              .facts_bytes = with_facts - before,
              .run_bytes = with_run - with_facts};
  std::vector<double> rates, bare, normalised;
  repeat(options.budget, [&] {
    std::size_t n = 0;
    const double spent = seconds(1, [&] { n = four_lane_ceilings().multiply_adds(10'000'000); });
    rates.push_back(static_cast<double>(n) / spent);
  });
  speed.multiply_adds = spread_of(rates).median;
  if (machine_threads() < 2) return speed;
  for (int k = 0; k < 5; ++k) {
    const ThreadEfficiency efficiency = measure_two_threads(paris);
    bare.push_back(efficiency.bare);
    normalised.push_back(efficiency.realizations / efficiency.bare);
  }
  speed.bare_efficiency = spread_of(bare);
  speed.normalised_efficiency = spread_of(normalised);
  return speed;
}

}  // namespace hansa
