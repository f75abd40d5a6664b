#pragma once

#include <string>
#include <string_view>

#include <nlohmann/json_fwd.hpp>

#include "analysis/comparison/attribution.hpp"
#include "support/text/text.hpp"

namespace hansa {

/// An attribution as text for a terminal: a table per outcome, a line per conference where any part contributes.
[[nodiscard]] Text attribution_text(const Attribution& attribution, std::string_view title);

/// Members of a JSON object: attribution, and mean_attribution over conferences.
[[nodiscard]] nlohmann::ordered_json attribution_json(const Attribution& attribution);

}  // namespace hansa
