#pragma once

#include "analysis/results/hdf5/result_file.hpp"
#include "sweeps/run/sweep_folder.hpp"

namespace hansa {

/// A shard that lies in the folder and is not what it should be.
struct DamagedShard {
  std::size_t shard;
  std::string reason;
  bool is_redone = false;  // by the next sweep; else it must be deleted first
};

/// "shard 3: REASON; WHAT HELPS", for people.
[[nodiscard]] std::string describe_damage(const DamagedShard& damaged);

/// Reads a shard and checks that it is this shard of this sweep: its digest, its seal, the design's hash, the
/// number and address of every run. Throws ResultFileError if it is not.
[[nodiscard]] ResultSet read_shard(const SweepPlan& plan, const SweepFolder& folder, std::size_t shard);

/// Throws ScenarioError, with the lines that changed, where the sweep.yaml of a folder is not the text that the
/// shards beside it were made from. Looks at the first few shards that can be read; one that fits is enough.
void refuse_edited_sweep(const SweepFolder& folder);

/// Why the .sha256 beside a file does not fit it; empty: it does.
[[nodiscard]] std::string check_digest(const std::filesystem::path& file);

/// An attribute of a result that is text; empty if there is none.
[[nodiscard]] std::string text_attribute(const ResultSet& result, std::string_view name);

}  // namespace hansa
