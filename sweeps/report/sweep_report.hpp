#pragma once

#include <string>

#include "sweeps/report/sweep_summary.hpp"

namespace hansa {

/// The summary of a sweep as text for a terminal: a line for every design point and arm, and where there are
/// many conferences several blocks of such lines.
[[nodiscard]] std::string sweep_text(const SweepPlan& plan, const SweepSummary& summary);

/// The same as one JSON object; what does not apply is null. `wall_seconds`: what it took, if it was run now.
[[nodiscard]] std::string sweep_json(const SweepPlan& plan, const SweepSummary& summary,
                                     const std::string& out, std::optional<double> wall_seconds);

}  // namespace hansa
