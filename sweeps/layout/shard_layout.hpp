#pragma once

#include <cstdint>
#include <span>
#include <string>

#include "analysis/results/result_set.hpp"
#include "sim/record/run_record.hpp"
#include "sweeps/design/sweep.hpp"
#include "sweeps/layout/run_numbers.hpp"

namespace hansa {

/// One run of a sweep with the variables that a sweep keeps.
struct SweepRun {
  RunAddress address;
  std::string failure;  // message of the exception; empty: none
  RunRecord record;     // summary; empty for a failed run
};

/// Identity of a sweep, stored in its shards.
struct SweepStamp {
  std::string text;    // resolved, as YAML
  std::string sha256;  // of that text: the design's hash
};

/// The content of a shard that starts with run `first_run`. A pure function.
[[nodiscard]] ResultSet lay_out_shard(const Sweep& sweep, const SweepStamp& stamp, std::size_t shard,
                                      std::size_t first_run, std::span<const SweepRun> runs);

/// The runs of such a content, in order.
[[nodiscard]] std::vector<SweepRun> read_runs(const ResultSet& shard);

/// The dimensions of one run: years, channels and conferences, in the order of result.h5.
[[nodiscard]] std::vector<Dimension> run_dimensions(const Scenario& scenario);

/// The dimension `parameter`, labelled with the swept paths.
[[nodiscard]] Dimension parameter_dimension(const Sweep& sweep);

/// Whether a parameter has values that are no numbers, so that texts are stored too.
[[nodiscard]] bool has_words(const Sweep& sweep);

/// The settings of each arm as text, along this dimension.
[[nodiscard]] Variable arm_settings(const Sweep& sweep, const std::string& dimension);

/// Attributes common to shards and merged files.
[[nodiscard]] std::vector<Attribute> sweep_attributes(const Sweep& sweep, const SweepStamp& stamp);

}  // namespace hansa
