#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sweeps/run/shard_file.hpp"

namespace hansa {

/// Means over the realizations of one design point and arm; depth over those that adopted a text.
struct SweepRow {
  std::size_t point = 0, arm = 0;
  std::size_t n_runs = 0, n_failed = 0;  // n_runs: without failures
  struct Conference {
    double adopted = 0;           // share of runs
    std::optional<double> depth;  // effective
  };
  std::vector<Conference> conferences;
  double voice = 0, networks = 0;  // in the last year
};

struct SweepSummary {
  std::vector<SweepRow> rows;  // point by point, arm by arm
  std::size_t n_runs = 0, n_failed = 0, n_missing = 0;
};

/// Means and shares over the shards of a folder, read one by one. Throws ResultFileError for a damaged shard.
[[nodiscard]] SweepSummary summarise_sweep(const SweepPlan& plan, const SweepFolder& folder);

}  // namespace hansa
