#pragma once

#include <cstdint>
#include <span>
#include <string>

#include "analysis/results/result_set.hpp"
#include "sim/record/run_record.hpp"
#include "sweeps/design/sweep.hpp"

namespace hansa {

/// Where a run of a sweep stands in its design.
struct RunAddress {
  std::size_t realization = 0, point = 0, arm = 0;

  bool operator==(const RunAddress&) const = default;
};

/// One run of a sweep, as far as a sweep keeps it.
struct SweepRun {
  RunAddress address;
  std::string failure;  // what was thrown; empty: the run is well
  RunRecord record;     // its summary; empty where the run failed
};

/// What identifies a sweep inside its shards.
struct SweepStamp {
  std::string text;    // resolved, as YAML
  std::string sha256;  // of that text: the design's hash
};

/// The content of a shard whose first run has this number. A pure function of the sweep and the number.
[[nodiscard]] ResultSet lay_out_shard(const Sweep& sweep, const SweepStamp& stamp, std::size_t shard,
                                      std::size_t first_run, std::span<const SweepRun> runs);

/// The dimensions of one run: years, channels and conferences, in the order of result.h5.
[[nodiscard]] std::vector<Dimension> run_dimensions(const Scenario& scenario);

/// The dimension `parameter`, with the paths that a sweep varies.
[[nodiscard]] Dimension parameter_dimension(const Sweep& sweep);

/// Whether a parameter takes values that are no numbers, so that its text must be kept too.
[[nodiscard]] bool has_words(const Sweep& sweep);

/// What each arm sets over the design points, as text, along this dimension of arms.
[[nodiscard]] Variable arm_settings(const Sweep& sweep, const std::string& dimension);

/// The attributes that shards and merged files share.
[[nodiscard]] std::vector<Attribute> sweep_attributes(const Sweep& sweep, const SweepStamp& stamp);

}  // namespace hansa
