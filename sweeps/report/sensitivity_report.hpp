#pragma once

#include <string>

#include <nlohmann/json_fwd.hpp>

#include "sweeps/sensitivity/sensitivity.hpp"

namespace hansa {

/// The parameters that matter most for each outcome, ranked, with intervals; and how many more runs would halve these.
[[nodiscard]] std::string sensitivity_text(const SweepPlan& plan, const Sensitivity& sensitivity);

/// The first parameter with a beyond-chance effect that is a number, to draw a curve of; empty: there is none.
[[nodiscard]] std::string curve_worth_drawing(const SweepPlan& plan, const Sensitivity& sensitivity);

/// All of it, null where a value does not apply.
[[nodiscard]] nlohmann::ordered_json sensitivity_json(const SweepPlan& plan, const Sensitivity& sensitivity);

}  // namespace hansa
