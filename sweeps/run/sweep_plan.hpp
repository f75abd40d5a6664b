#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

#include "scenarios/tables/tables.hpp"
#include "sweeps/design/sweep.hpp"
#include "sweeps/run/shard_layout.hpp"

namespace hansa {

/// A table that is not part of the program and is therefore copied into the folder of the sweep.
struct OwnTable {
  std::filesystem::path written;  // path in the scenario
  std::filesystem::path file;
};

/// A sweep with its tables and its identity: all that its shards depend on.
struct SweepPlan {
  Sweep sweep;
  Tables tables;
  SweepStamp stamp;
  std::vector<OwnTable> own_tables;

  [[nodiscard]] std::size_t n_settings() const { return sweep.n_points * sweep.arms.size(); }
  [[nodiscard]] std::size_t n_runs() const {
    return n_settings() * static_cast<std::size_t>(sweep.realizations);
  }
  [[nodiscard]] std::size_t n_shards() const {
    const auto shard_runs = static_cast<std::size_t>(sweep.shard_runs);
    return (n_runs() + shard_runs - 1) / shard_runs;
  }
  /// The first run of a shard; for the shard after the last one, the number of runs.
  [[nodiscard]] std::size_t first_run(std::size_t shard) const;

  /// Runs are numbered realization by realization, so that the first shards are a balanced sample:
  /// run = (realization * n_points + point) * n_arms + arm.
  [[nodiscard]] RunAddress address_of(std::size_t run) const;
};

/// Reads and checks the tables and design points of a sweep.
[[nodiscard]] SweepPlan make_plan(Sweep sweep, const DataFolders& folders);

/// Loads a sweep from a path or a name in the library, and plans it. Throws ScenarioError.
[[nodiscard]] SweepPlan plan_sweep(const std::filesystem::path& file, const DataFolders& folders);

/// "run 17: design point 3, arm full, realization 0, gridlock.level=0.3".
[[nodiscard]] std::string describe_run(const SweepPlan& plan, std::size_t run);

/// Largest number of shards without --max-shards.
inline constexpr std::size_t usual_shards = 1000;

/// Throws ScenarioError, with a sufficient shard_runs, if there are more than `n_most` shards.
void refuse_many_shards(const SweepPlan& plan, std::size_t n_most);

}  // namespace hansa
