#pragma once

#include <nlohmann/json_fwd.hpp>

#include "analysis/comparison/attribution.hpp"

namespace hansa {

/// Members of a JSON object: attribution, and mean_attribution over conferences.
[[nodiscard]] nlohmann::ordered_json attribution_json(const Attribution& attribution);

}  // namespace hansa
