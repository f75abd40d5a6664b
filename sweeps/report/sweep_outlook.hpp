#pragma once

#include <cstddef>
#include <string>

#include "sweeps/run/run_sweep.hpp"
#include "sweeps/run/sweep_estimate.hpp"

namespace hansa {

/// Remaining work, time and disk space of a sweep.
struct SweepOutlook {
  std::string out;  // the folder of the sweep
  std::size_t n_missing_runs = 0, n_threads = 1;
  std::size_t n_kept = 0;  // runs of the part that are there, or from before the sweep grew
  double seconds = 0;      // of the missing runs
  double bytes = 0;        // of the complete sweep on disk
  double free_bytes = 0;   // on that disk
  MergeNeeds merge = {};   // of the complete sweep
};

/// Estimates the missing work of a part from a few timed runs, without writing. Throws OutputError if the
/// disk is too full.
[[nodiscard]] SweepOutlook look_ahead(const SweepPlan& plan, const WorkerPart& part, const std::string& out,
                                      std::size_t n_threads);

[[nodiscard]] std::string outlook_text(const SweepPlan& plan, const SweepOutlook& outlook);
[[nodiscard]] std::string outlook_json(const SweepPlan& plan, const SweepOutlook& outlook);

}  // namespace hansa
