#pragma once

#include <cstddef>
#include <filesystem>
#include <span>
#include <string>
#include <vector>

#include "support/files/publish.hpp"
#include "sweeps/run/sweep_plan.hpp"

namespace hansa {

/// The file of a shard in a folder of shards, and whether it is done: the file and its digest exist. A shard without
/// digest is run again.
[[nodiscard]] std::filesystem::path shard_in(const std::filesystem::path& shards, std::size_t shard);
[[nodiscard]] bool is_done(const std::filesystem::path& shard);

/// The folder of a sweep: sweep.yaml and shards/shard-0000.h5, ... each with its .sha256. It is the only
/// record of what is done. Several processes may work on one folder at once.
///
/// A sweep that grows has new shards, in shards-DIGEST, for their content depends on the sweep's text. The old text
/// stays as earlier-DIGEST.yaml, and its shards where they are, until the new ones are complete: see EarlierRuns. So
/// processes that still work on the old sweep do no harm, and what they finish counts.
class SweepFolder {
 public:
  /// Creates or opens the folder, or lets its sweep grow. Throws ScenarioError, with the changes, if it holds another
  /// sweep, and OutputError if it holds something else or cannot be written.
  [[nodiscard]] static SweepFolder open(const std::filesystem::path& folder, const SweepPlan& plan);

  /// A folder to read only, with the shards of its sweep; or those of a plan, which it may not hold yet.
  explicit SweepFolder(std::filesystem::path folder);
  SweepFolder(std::filesystem::path folder, const SweepPlan& plan);

  /// Whether the folder holds this sweep.
  [[nodiscard]] bool holds(const SweepPlan& plan) const;

  /// Throws ScenarioError, with the changes, if the folder holds another sweep that the plan cannot take over.
  void refuse_other(const SweepPlan& plan) const;

  /// Where the shards are; where those of a sweep with this digest are.
  [[nodiscard]] const std::filesystem::path& shards() const { return shards_; }
  [[nodiscard]] std::filesystem::path shards_of(const std::string& sha256) const;

  /// Whether there is a folder of shards for a sweep with this digest, into which another one has grown.
  [[nodiscard]] bool has_grown_into(const std::string& sha256) const;

  /// The texts of the sweeps from before the present one grew out of them, that of sweep.yaml last.
  [[nodiscard]] std::vector<std::string> earlier_sweeps() const;

  /// Removes those files, and those of points other than `points`; empty: no points.
  void remove_earlier_sweeps(const std::string& points) const;

  [[nodiscard]] const std::filesystem::path& path() const { return folder_; }
  [[nodiscard]] std::filesystem::path sweep_file() const { return folder_ / "sweep.yaml"; }
  [[nodiscard]] std::filesystem::path sweep_digest() const;
  [[nodiscard]] std::filesystem::path shard(std::size_t shard) const;
  [[nodiscard]] std::filesystem::path digest_of(std::size_t shard) const;

  /// Whether the file of a shard exists, and whether the shard is done.
  [[nodiscard]] bool has_file(std::size_t shard) const;
  [[nodiscard]] bool has(std::size_t shard) const;
  [[nodiscard]] std::vector<std::size_t> missing(std::size_t n_shards) const;

  /// Publishes a shard, its digest first, so that a kill leaves no shard without one. An equal shard that
  /// another process has published meanwhile stays. One without digest is replaced, and the digest comes
  /// last.
  void publish_shard(std::size_t shard, TemporaryFile& begun, std::span<const std::byte> image) const;

 private:
  void grow(const SweepPlan& plan) const;

  std::filesystem::path folder_, shards_;
};

/// A sweep read from its folder.
struct FoundSweep {
  SweepPlan plan;          // with the stamp of the folder's sweep.yaml
  std::string difference;  // lines of sweep.yaml that this program would write differently
};

/// Reads the plan of a folder. Throws ScenarioError if it holds no sweep.
[[nodiscard]] FoundSweep find_sweep(const SweepFolder& folder, const DataFolders& data);

/// Creates a folder and those above it that are missing. Throws OutputError.
void make_folder(const std::filesystem::path& folder);

/// The line of a .sha256 file in the format of sha256sum.
[[nodiscard]] std::string digest_line(const std::string& sha256, const std::filesystem::path& file);

}  // namespace hansa
