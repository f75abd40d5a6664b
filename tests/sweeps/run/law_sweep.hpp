#pragma once

#include <sstream>

#include "scenarios/print/print.hpp"
#include "support/files/sha256.hpp"
#include "sweeps/design/load_sweep.hpp"
#include "sweeps/design/print_sweep.hpp"
#include "sweeps/run/sweep_plan.hpp"
#include "tests/laws/law_world.hpp"
#include "tests/scenarios/load/test_folders.hpp"

namespace hansa::test {

/// A sweep of the small world of tests/laws, with these keys; `points`: the content of p.csv beside it.
inline SweepPlan law_plan(const std::string& keys, const std::string& points = "") {
  std::string text = "name: law\n" + keys + "scenario:\n", line;
  std::istringstream scenario(print_scenario(law_scenario()));
  while (std::getline(scenario, line)) text += "  " + line + "\n";
  const ScratchFolder folder;
  put(folder / "s.yaml", text);
  put(folder / "p.csv", points);
  SweepPlan plan;
  plan.sweep = load_sweep(folder / "s.yaml", folders());
  plan.tables = law_tables();
  plan.stamp.text = print_sweep(plan.sweep, {});
  plan.stamp.sha256 = sha256_hex(plan.stamp.text);
  return plan;
}

/// Three levels of gridlock, two arms, five realizations: 30 runs in shards of seven.
inline SweepPlan small_plan() {
  return law_plan(
      "design: grid\nparameters: {gridlock.level: {values: [0.1, 0.4, 0.9]}}\nrealizations: 5\nshard_runs: "
      "7\n"
      "arms: [full, {without: lobbying}]\n");
}

}  // namespace hansa::test
