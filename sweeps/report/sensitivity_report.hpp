#pragma once

#include <optional>
#include <string>

#include <nlohmann/json_fwd.hpp>

#include "support/text/text.hpp"
#include "sweeps/sensitivity/sensitivity.hpp"

namespace hansa {

/// The parameters that matter most for each outcome, ranked, with intervals; and how many more runs would halve these.
[[nodiscard]] Text sensitivity_text(const SweepPlan& plan, const Sensitivity& sensitivity);

/// The number of the measure by which a method ranks parameters: the last, but for Morris, where it is the first.
[[nodiscard]] std::size_t ranking_measure(SensitivityMethod method);

/// The parameters that the method fits, by the size of that measure.
[[nodiscard]] std::vector<std::size_t> ranking_of(const Effects& effects);

/// Why there is nothing to rank; empty: there is.
[[nodiscard]] std::string nothing_to_rank(const OutcomeEffects& found);

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
