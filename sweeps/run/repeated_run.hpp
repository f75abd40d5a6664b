#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "analysis/differences/reproduction.hpp"
#include "analysis/results/result_set.hpp"
#include "analysis/size_estimate.hpp"
#include "sim/run.hpp"
#include "sweeps/run/sweep_folder.hpp"
#include "sweeps/run/sweep_status.hpp"

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

/// The runs of the shards that are there and intact; `status` is from check_sweep.
[[nodiscard]] std::vector<std::size_t> runs_in_intact_shards(const SweepPlan& plan,
                                                             const SweepStatus& status);

/// Draws n of these runs without repetition, or all if they are fewer; in order.
[[nodiscard]] std::vector<std::size_t> choose_runs(std::vector<std::size_t> runs, std::size_t n,
                                                   std::uint64_t seed);

/// A shard of which runs were played again.
struct RecomputedShard {
  std::filesystem::path file;
  std::vector<std::size_t> runs;
  Reproduction found;  // the bytes of the file against those it has with these runs
};

/// Plays runs again and compares the bytes of their shards; one entry for each shard. nullopt if stopped. Throws FileError
/// if a shard cannot be read.
[[nodiscard]] std::optional<std::vector<RecomputedShard>> recompute_runs(const SweepPlan& plan,
                                                                         const SweepFolder& folder,
                                                                         const std::vector<std::size_t>& runs,
                                                                         std::size_t n_threads,
                                                                         const Watch& watch);

}  // namespace hansa
