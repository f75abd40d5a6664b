#pragma once

#include <string>

#include "sweeps/report/sweep_summary.hpp"

namespace hansa {

/// The summary of a sweep as text: a line per design point and arm, in several blocks for many conferences.
[[nodiscard]] std::string sweep_text(const SweepPlan& plan, const SweepSummary& summary);

/// The summary as a JSON object, null where a value does not apply. `wall_seconds`: nullopt if nothing was
/// run.
[[nodiscard]] std::string sweep_json(const SweepPlan& plan, const SweepSummary& summary,
                                     const std::string& out, std::optional<double> wall_seconds);

}  // namespace hansa
