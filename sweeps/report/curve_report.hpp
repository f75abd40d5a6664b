#pragma once

#include <string>

#include <nlohmann/json_fwd.hpp>

#include "support/text/text.hpp"
#include "sweeps/sensitivity/outcome_curves.hpp"

namespace hansa {

/// Curves as text: for each outcome a table with a column for each contrast, and where the share adopted crosses one half.
[[nodiscard]] Text curves_text(const OutcomeCurves& curves, const CurveWay& way);

/// Curves or maps, a row for each place or cell of each outcome and contrast.
[[nodiscard]] std::string curves_csv(const OutcomeCurves& curves, const CurveWay& way);
[[nodiscard]] nlohmann::ordered_json curves_json(const OutcomeCurves& curves, const CurveWay& way);

}  // namespace hansa
