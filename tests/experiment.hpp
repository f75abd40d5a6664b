#pragma once

#include <cmath>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "agents/build.hpp"
#include "scenarios/load/load.hpp"
#include "scenarios/parameters/scenario.hpp"
#include "sim/run.hpp"
#include "support/numbers/parallel.hpp"
#include "tests/places.hpp"

namespace hansa::test {

/// A scenario of the library with settings laid over it, and what came out: the program but for its command line.
struct Experiment {
  LoadedScenario loaded;
  Facts facts;
  std::vector<RunRecord> records;

  Experiment(const std::string& scenario, const std::vector<std::string>& settings)
      : loaded(load_scenario(scenario, settings,
                             {.data = {folder() / "data"}, .library = {folder() / "library"}})),
        facts(build_facts(loaded.scenario, read_tables(loaded.files))),
        records(run_ensemble(facts, machine_threads(), {})) {}
  Experiment(const Experiment&) = delete;
  Experiment& operator=(const Experiment&) = delete;

  static std::filesystem::path folder() { return source_dir() / "scenarios"; }

  /// The row of a conference.
  [[nodiscard]] std::size_t conference(const std::string& name) const {
    for (std::size_t row = 0; row < facts.conferences.size(); ++row)
      if (facts.conferences[row].params->name == name) return row;
    FAIL("no conference is called " << name);
    return 0;
  }

  /// The row of a state.
  [[nodiscard]] std::size_t state(const std::string& iso3) const {
    for (std::size_t i = 0; i < facts.n_states; ++i)
      if (facts.iso3[i] == iso3) return i;
    FAIL("no state is called " << iso3);
    return 0;
  }

  /// One number a realization.
  template <class Outcome> [[nodiscard]] std::vector<double> each(Outcome outcome) const {
    std::vector<double> values;
    for (const RunRecord& record : records) values.push_back(outcome(record));
    return values;
  }

  /// The mean of one number a realization, over those to which it applies.
  template <class Outcome> [[nodiscard]] double mean(Outcome outcome) const {
    double sum = 0, n = 0;
    for (const double value : each(outcome)) {
      sum += std::isnan(value) ? 0.0 : value;
      n += std::isnan(value) ? 0.0 : 1.0;
    }
    return sum / n;
  }
};

/// A paired difference with its 95 % interval. Seeds are fixed, so it is the same on every machine.
struct Effect {
  double mean = 0, half_width = 0;

  [[nodiscard]] bool rises() const { return mean - half_width > 0; }
  [[nodiscard]] bool falls() const { return mean + half_width < 0; }
};

/// Second minus first, over the pairs in which both apply.
inline Effect difference(const std::vector<double>& first, const std::vector<double>& second) {
  double sum = 0, squares = 0, n = 0;
  for (std::size_t r = 0; r < first.size(); ++r) {
    const double gap = second[r] - first[r];
    if (std::isnan(gap)) continue;
    sum += gap;
    squares += gap * gap;
    ++n;
  }
  const double mean = sum / n, variance = std::max(0.0, (squares - sum * mean) / (n - 1));
  constexpr double t = 2.0;  // 95 % quantile of Student's t with about 60 degrees of freedom
  const Effect effect{.mean = mean, .half_width = t * std::sqrt(variance / n)};
  WARN("effect " << effect.mean << " +- " << effect.half_width << " over " << n << " pairs");
  return effect;
}

/// The effect of moving from one experiment to another on one outcome of a realization.
template <class Outcome> Effect effect(const Experiment& from, const Experiment& to, Outcome outcome) {
  return difference(from.each(outcome), to.each(outcome));
}

}  // namespace hansa::test
