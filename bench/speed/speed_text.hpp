#pragma once

#include <string>

#include "bench/speed/measure_speed.hpp"

namespace hansa {

/// The figures as printed tables, and as one JSON object.
[[nodiscard]] std::string speed_text(const Speed& speed);
[[nodiscard]] std::string speed_json(const Speed& speed);

}  // namespace hansa
