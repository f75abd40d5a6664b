#pragma once

#include <cstddef>
#include <filesystem>
#include <span>
#include <string>
#include <vector>

#include "support/files/publish.hpp"
#include "sweeps/run/sweep_plan.hpp"

namespace hansa {

/// The folder of a sweep: sweep.yaml and shards/shard-0000.h5, ... each with its .sha256. It is the only
/// record of what is done. Several processes may work on one folder at once.
class SweepFolder {
 public:
  /// Creates or opens the folder. Throws ScenarioError, with the changes, if it holds another sweep, and
  /// OutputError if it holds something else or cannot be written.
  [[nodiscard]] static SweepFolder open(const std::filesystem::path& folder, const SweepPlan& plan);

  /// A folder to read only.
  explicit SweepFolder(std::filesystem::path folder) : folder_(std::move(folder)) {}

  /// Whether the folder holds this sweep.
  [[nodiscard]] bool holds(const SweepPlan& plan) const;

  /// Throws ScenarioError, with the changes, if the folder holds another sweep.
  void refuse_other(const SweepPlan& plan) const;

  [[nodiscard]] const std::filesystem::path& path() const { return folder_; }
  [[nodiscard]] std::filesystem::path sweep_file() const { return folder_ / "sweep.yaml"; }
  [[nodiscard]] std::filesystem::path sweep_digest() const;
  [[nodiscard]] std::filesystem::path shard(std::size_t shard) const;
  [[nodiscard]] std::filesystem::path digest_of(std::size_t shard) const;

  /// Whether the file of a shard exists, and whether the shard is done: its digest exists too. A shard
  /// without digest is run again.
  [[nodiscard]] bool has_file(std::size_t shard) const;
  [[nodiscard]] bool has(std::size_t shard) const;
  [[nodiscard]] std::vector<std::size_t> missing(std::size_t n_shards) const;

  /// Publishes a shard, its digest first, so that a kill leaves no shard without one. An equal shard that
  /// another process has published meanwhile stays. One without digest is replaced, and the digest comes
  /// last.
  void publish_shard(std::size_t shard, TemporaryFile& begun, std::span<const std::byte> image) const;

 private:
  std::filesystem::path folder_;
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
