#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "sweeps/design/design_rows.hpp"
#include "sweeps/sensitivity/curves.hpp"
#include "sweeps/sensitivity/sensitivity.hpp"

// The data of the page of a sweep, one part for each section. Outcomes, contrasts, parameters and arms are named by their
// numbers in RunOutcomes::names, contrasts_of(), Sweep::parameters and Sweep::arms. An estimate is [value, low, high], null
// where it does not apply; its interval is null where none can be given.

namespace hansa {

/// What the page is made of.
struct SweepFindings {
  const SweepPlan& plan;
  RunOutcomes runs;
  std::vector<DesignRow> rows;        // (point)
  std::vector<DesignColumn> columns;  // (parameter)
  Sensitivity sensitivity;            // by every method that fits the design
};
[[nodiscard]] SweepFindings find_out(const SweepPlan& plan, RunOutcomes runs);

/// What was varied, in which arms, with which outcomes; and whose scenario it is.
[[nodiscard]] nlohmann::ordered_json design_part(const SweepFindings& found);

/// Which shards are done, with the number of failed runs in each, and some of these.
[[nodiscard]] nlohmann::ordered_json completeness_part(const SweepFindings& found, const SweepFolder& folder);

/// The mean of each outcome over the design, and its curves by the parameters that matter most.
[[nodiscard]] nlohmann::ordered_json mean_part(const SweepFindings& found);
[[nodiscard]] nlohmann::ordered_json curve_part(const SweepFindings& found);

/// Mean outcomes over cells of two parameters, of those that matter most.
[[nodiscard]] nlohmann::ordered_json map_part(const SweepFindings& found);

/// How much each parameter matters.
[[nodiscard]] nlohmann::ordered_json effect_part(const SweepFindings& found);

/// Every point of a grid, each with its own interval; and where cuts through the grid cross one half, or peak. null: the
/// sweep is no grid, or too large a one for dials.
[[nodiscard]] nlohmann::ordered_json grid_part(const SweepFindings& found);
inline constexpr std::size_t most_dials = 5, most_grid_points = 2000;

// For these parts.

/// The blocks of an outcome in a contrast; nullopt: no run is done.
[[nodiscard]] std::optional<Blocks> blocks_of(const SweepFindings& found, std::size_t outcome,
                                              const Contrast& contrast);

/// The parameters by how much they matter for an outcome, at most `most` of them.
[[nodiscard]] std::vector<std::size_t> parameters_that_matter(const SweepFindings& found, std::size_t outcome,
                                                              std::size_t most);

/// The outcome that is shown first: the adoption that varies most over the design in the first arm; else the voice.
[[nodiscard]] std::size_t main_outcome(const SweepFindings& found);

/// The method whose measures are shown first, of those that fit the design: one that gives shares, where there is one.
[[nodiscard]] SensitivityMethod main_method(const SweepFindings& found);

/// The least and the greatest value of a parameter that is a number.
struct Ends {
  double least, greatest;
};
[[nodiscard]] Ends ends_of(const Sweep& sweep, std::size_t parameter);

/// Whether a curve has a peak: one that is more than the rounding of equal values.
[[nodiscard]] bool has_peak(const Curve& curve);

[[nodiscard]] nlohmann::ordered_json estimate_part(const Estimate& estimate);

/// A place on a curve's axis, its interval cut to the range: [value, low, high, goes below, goes above]; null: there is none.
[[nodiscard]] nlohmann::ordered_json place_part(const Estimate& place, const Curve& curve);

/// The mean of an outcome over the design, every point of which counts alike.
[[nodiscard]] Estimate mean_over_design(const SweepFindings& found, const Blocks& blocks);

}  // namespace hansa
