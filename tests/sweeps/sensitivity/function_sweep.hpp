#pragma once

#include <array>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "sim/run.hpp"
#include "support/numbers/draws.hpp"
#include "sweeps/run/run_sweep.hpp"
#include "sweeps/sensitivity/sensitivity.hpp"
#include "tests/sweeps/run/law_sweep.hpp"
#include "tests/sweeps/sensitivity/test_functions.hpp"

namespace hansa::test {

/// A parameter of a scenario that stands for a coordinate of the unit cube.
struct Coordinate {
  std::string_view path;
  double min, max;
  double (*value)(const Scenario&);
};
inline constexpr std::array<Coordinate, 8> coordinates = {{
    {"gridlock.level", 0, 1, [](const Scenario& s) { return s.gridlock.level; }},
    {"lobbying.strength", 1, 3, [](const Scenario& s) { return s.lobbying.strength; }},
    {"environment.trend", 0, 0.1, [](const Scenario& s) { return s.environment.trend; }},
    {"gridlock.spread", 0, 3, [](const Scenario& s) { return s.gridlock.spread; }},
    {"gridlock.sigma", 0, 1, [](const Scenario& s) { return s.gridlock.sigma; }},
    {"lobbying.closed_below", 0, 1, [](const Scenario& s) { return s.lobbying.closed_below; }},
    {"lobbying.invites_from", 0, 1, [](const Scenario& s) { return s.lobbying.invites_from; }},
    {"lobbying.side_pull", 0, 1, [](const Scenario& s) { return s.lobbying.side_pull; }},
}};

/// Where a scenario lies on the unit cube.
inline std::vector<double> on_cube(const Scenario& scenario, std::size_t n_dims) {
  std::vector<double> u;
  for (std::size_t j = 0; j < n_dims; ++j)
    u.push_back((coordinates[j].value(scenario) - coordinates[j].min) /
                (coordinates[j].max - coordinates[j].min));
  return u;
}

/// A sweep file with these keys over the first coordinates, read, and run into a folder of its own with a model that
/// writes what it likes into the record of a run.
class FunctionSweep {
 public:
  using Model = std::function<void(const Scenario&, std::uint32_t realization, RunRecord&)>;

  FunctionSweep(const std::string& keys, std::size_t n_dims, const Model& model)
      : plan(law_plan(keys + parameters(n_dims))), folder(SweepFolder::open(scratch_ / "s", plan)) {
    static const RunRecord played =
        run_realization(build_facts(plan.sweep.reference.scenario, plan.tables), 1, 0);
    const auto runner = [&](const Facts& facts, std::uint64_t, std::uint32_t realization) {
      RunRecord record = played;
      model(*facts.scenario, realization, record);
      return record;
    };
    static_cast<void>(run_sweep(plan, folder, {}, {.n_threads = 1, .runner = runner}));
  }

  [[nodiscard]] std::string first_conference() const {
    return plan.sweep.reference.scenario.conferences[0].name;
  }
  [[nodiscard]] Sensitivity analyse(MissingPolicy missing) const {
    return analyse_sensitivity(plan, read_outcomes(plan, folder, {first_conference()}),
                               {.missing = missing, .methods = usual_methods(plan.sweep.design)});
  }

 private:
  static std::string parameters(std::size_t n_dims) {
    std::string text;
    for (std::size_t j = 0; j < n_dims; ++j)
      text += fmt::format("{}{}: {{min: {}, max: {}}}", j == 0 ? "parameters: {" : ", ", coordinates[j].path,
                          coordinates[j].min, coordinates[j].max);
    return text + "}\n";
  }
  ScratchFolder scratch_;

 public:
  SweepPlan plan;
  SweepFolder folder;
};

}  // namespace hansa::test
