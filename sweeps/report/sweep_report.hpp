#pragma once

#include <optional>
#include <string>

#include <nlohmann/json_fwd.hpp>

#include "support/text/text.hpp"
#include "sweeps/report/sweep_summary.hpp"

namespace hansa {

/// One line: what the sweep is, and how much of it failed or is missing.
[[nodiscard]] std::string sweep_headline(const SweepPlan& plan, std::size_t n_failed, std::size_t n_missing);

/// The summary of a sweep as text: a line per design point and arm, at most `most_rows`, in several blocks for many
/// conferences.
[[nodiscard]] Text sweep_text(const SweepPlan& plan, const SweepSummary& summary,
                              std::size_t most_rows = 1000);

/// What identifies a sweep, and how much of it is there, as a JSON object. `wall_seconds`: nullopt if nothing was run.
[[nodiscard]] nlohmann::ordered_json sweep_json(const SweepPlan& plan, std::size_t n_failed,
                                                std::size_t n_missing, const std::string& out,
                                                std::optional<double> wall_seconds);

/// The summary as a JSON array, an object for each design point and arm, null where a value does not apply.
[[nodiscard]] nlohmann::ordered_json rows_json(const SweepPlan& plan, const SweepSummary& summary);

/// The summary as CSV, a line for each design point and arm, empty where a value does not apply.
[[nodiscard]] std::string rows_csv(const SweepPlan& plan, const SweepSummary& summary);

}  // namespace hansa
