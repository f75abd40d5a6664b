#pragma once

#include <cstddef>
#include <filesystem>
#include <span>
#include <string>
#include <vector>

#include "support/files/publish.hpp"
#include "sweeps/run/sweep_plan.hpp"

namespace hansa {

/// The folder of a sweep: sweep.yaml, and shards/shard-0000.h5, ... each with its .sha256 beside it. What lies
/// there is what is done; nobody else is asked. Several processes may work on one folder at once.
class SweepFolder {
 public:
  /// Makes the folder, or finds it as another process left it. Throws ScenarioError, with what changed, if it
  /// holds another sweep, and OutputError if it holds something else or cannot be written.
  [[nodiscard]] static SweepFolder open(const std::filesystem::path& folder, const SweepPlan& plan);

  /// The folder of a sweep that is only read; no file is touched.
  explicit SweepFolder(std::filesystem::path folder) : folder_(std::move(folder)) {}

  /// Whether the folder was opened for this very sweep.
  [[nodiscard]] bool holds(const SweepPlan& plan) const;

  /// Throws ScenarioError, with what changed, if the folder holds another sweep; it may hold none.
  void refuse_other(const SweepPlan& plan) const;

  [[nodiscard]] const std::filesystem::path& path() const { return folder_; }
  [[nodiscard]] std::filesystem::path sweep_file() const { return folder_ / "sweep.yaml"; }
  [[nodiscard]] std::filesystem::path shard(std::size_t shard) const;
  [[nodiscard]] std::filesystem::path digest_of(std::size_t shard) const;

  /// Whether the file of a shard is there; and whether it is done: its digest is there too. A shard that lost
  /// its digest is run again.
  [[nodiscard]] bool has_file(std::size_t shard) const;
  [[nodiscard]] bool has(std::size_t shard) const;
  [[nodiscard]] std::vector<std::size_t> missing(std::size_t n_shards) const;

  /// Puts a shard that was begun into its place, its digest first, so that a kill leaves no shard without one. A
  /// shard that another process has put there meanwhile stays: it is the same. One that lost its digest gives
  /// way, and the digest comes last.
  void publish_shard(std::size_t shard, TemporaryFile& begun, std::span<const std::byte> image) const;

 private:
  std::filesystem::path folder_;
};

/// A sweep as its folder tells it.
struct FoundSweep {
  SweepPlan plan;          // its stamp is that of the folder's sweep.yaml, whatever this program would write
  std::string difference;  // the lines that this program would write otherwise; empty: none
};

/// Reads the plan of a folder. Throws ScenarioError if it holds no sweep.
[[nodiscard]] FoundSweep find_sweep(const SweepFolder& folder, const DataFolders& data);

/// Creates a folder and those above it that are missing. Throws OutputError.
void make_folder(const std::filesystem::path& folder);

/// The line of a .sha256 file, as sha256sum writes and checks it.
[[nodiscard]] std::string digest_line(const std::string& sha256, const std::filesystem::path& file);

}  // namespace hansa
