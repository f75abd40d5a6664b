#pragma once

#include <string>

#include "sweeps/run/sweep_status.hpp"

namespace hansa {

/// The status as text and as a JSON object.
[[nodiscard]] std::string status_text(const SweepPlan& plan, const SweepStatus& status,
                                      const std::string& folder);
[[nodiscard]] std::string status_json(const SweepPlan& plan, const SweepStatus& status,
                                      const std::string& folder);

}  // namespace hansa
