#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "scenarios/tables/tables.hpp"
#include "sweeps/design/sweep.hpp"
#include "sweeps/layout/shard_layout.hpp"

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

  /// Version of the program and digests of the tables, as in the text of the stamp.
  std::vector<std::pair<std::string, std::string>> made_with;

  [[nodiscard]] RunNumbers numbers() const {
    return {.n_points = sweep.n_points,
            .n_arms = sweep.arms.size(),
            .n_realizations = static_cast<std::size_t>(sweep.realizations),
            .shard_runs = static_cast<std::size_t>(sweep.shard_runs)};
  }
  [[nodiscard]] std::size_t n_settings() const { return numbers().n_settings(); }
  [[nodiscard]] std::size_t n_runs() const { return numbers().n_runs(); }
  [[nodiscard]] std::size_t n_shards() const { return numbers().n_shards(); }
  [[nodiscard]] std::size_t first_run(std::size_t shard) const { return numbers().first_run(shard); }
  [[nodiscard]] RunAddress address_of(std::size_t run) const { return numbers().address_of(run); }
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
