#pragma once

#include <optional>
#include <string>

#include <nlohmann/json_fwd.hpp>

#include "sweeps/sensitivity/sensitivity.hpp"

namespace hansa {

/// The parameters that matter most for each outcome, ranked, with intervals; and how many more runs would halve these.
[[nodiscard]] std::string sensitivity_text(const SweepPlan& plan, const Sensitivity& sensitivity);

/// An outcome, and the parameter that is a number and matters most for it.
struct CurveWorthDrawing {
  std::string parameter;
  OutcomeName outcome;
};

/// The first of them with an effect beyond chance; nullopt: there is none.
[[nodiscard]] std::optional<CurveWorthDrawing> curve_worth_drawing(const SweepPlan& plan,
                                                                   const Sensitivity& sensitivity);

/// All of it, null where a value does not apply.
[[nodiscard]] nlohmann::ordered_json sensitivity_json(const SweepPlan& plan, const Sensitivity& sensitivity);

}  // namespace hansa
