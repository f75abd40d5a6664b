#pragma once

#include <optional>
#include <vector>

#include "sweeps/layout/run_numbers.hpp"
#include "sweeps/layout/shard_layout.hpp"
#include "sweeps/run/sweep_folder.hpp"

namespace hansa {

/// The finished runs of a sweep from before it grew. They stay in their shards until every shard of the grown sweep is
/// there, and are copied from these, not played again.
class EarlierRuns {
 public:
  /// Those of a folder that holds the plan, or a sweep that the plan can take over.
  EarlierRuns(const SweepPlan& plan, const SweepFolder& folder);

  [[nodiscard]] bool empty() const { return sources_.empty(); }

  /// Whether a finished shard has a run.
  [[nodiscard]] bool has(const RunAddress& at) const;

  /// The number of runs of these shards that are there.
  [[nodiscard]] std::size_t count_in(const std::vector<std::size_t>& shards) const;

  /// The runs in [first, last) that are there. A shard that is damaged has none.
  [[nodiscard]] std::vector<std::optional<SweepRun>> read(std::size_t first, std::size_t last) const;

  /// Removes them, once the grown sweep is complete. Errors are ignored: the next sweep tries again.
  void remove() const;

 private:
  struct Source {
    std::filesystem::path shards;  // folder
    std::string sha256;            // of the sweep that they are of
    RunNumbers numbers;
    std::vector<bool> done;  // (shard)
  };
  [[nodiscard]] const Source* source_of(const RunAddress& at) const;

  const SweepPlan& plan_;
  const SweepFolder& folder_;
  std::vector<Source> sources_;
};

}  // namespace hansa
