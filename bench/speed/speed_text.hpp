#pragma once

#include <string>

#include "bench/speed/measure_speed.hpp"
#include "support/text/text.hpp"

namespace hansa {

/// The figures as printed tables, and as one JSON object.
[[nodiscard]] Text speed_text(const Speed& speed);
[[nodiscard]] std::string speed_json(const Speed& speed);

}  // namespace hansa
