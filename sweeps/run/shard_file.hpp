#pragma once

#include "analysis/results/hdf5/result_file.hpp"
#include "sweeps/run/sweep_folder.hpp"

namespace hansa {

/// A shard in the folder that is not intact.
struct DamagedShard {
  std::size_t shard;
  std::string reason;
  bool is_redone = false;  // by the next hansa sweep; otherwise it must be deleted first
};

/// "shard 3: REASON; REMEDY".
[[nodiscard]] std::string describe_damage(const DamagedShard& damaged);

/// Reads a shard and checks its digest, its seal, the hash of the design and the number and address of every
/// run. Throws ResultFileError if one differs.
[[nodiscard]] ResultSet read_shard(const SweepPlan& plan, const SweepFolder& folder, std::size_t shard);

/// The same for the file of a shard of a smaller sweep that grew into the plan, with its digest and numbers.
[[nodiscard]] ResultSet read_shard(const SweepPlan& plan, const std::string& sweep_sha256,
                                   const RunNumbers& numbers, const std::filesystem::path& file,
                                   std::size_t shard);

/// Throws ScenarioError, with the changed lines, if the sweep.yaml of a folder is not the text from which its
/// shards were made, by the .sha256 beside it or else by the first few readable shards, one of which is enough.
void refuse_edited_sweep(const SweepFolder& folder);

/// Reads the plan of a folder whose sweep.yaml was not edited. Throws ScenarioError if it was, or if there is no sweep.
[[nodiscard]] FoundSweep open_sweep(const SweepFolder& folder, const DataFolders& data);

/// Checks a file against the .sha256 beside it. Returns an error message, empty if they match.
[[nodiscard]] std::string check_digest(const std::filesystem::path& file);

}  // namespace hansa
