#pragma once

#include <cstddef>
#include <string>

#include "analysis/results/result_set.hpp"
#include "analysis/size_estimate.hpp"
#include "sweeps/run/sweep_folder.hpp"

namespace hansa {

/// The plan of a sweep's folder. Throws ScenarioError if this program or these tables would give different
/// runs.
[[nodiscard]] SweepPlan find_same_sweep(const SweepFolder& folder, const DataFolders& data);

/// One run of a sweep, repeated and recorded with all variables.
struct RepeatedRun {
  std::string scenario;      // its name
  std::string text, sha256;  // the scenario as YAML, and its digest
  ResultSet result;
};

/// Repeats a run of the folder's sweep. Throws ScenarioError if its scenario is not valid.
[[nodiscard]] RepeatedRun repeat_run(const SweepFolder& folder, const SweepPlan& plan, std::size_t run,
                                     Detail detail = Detail::Usual);

}  // namespace hansa
