#include "analysis/json_value.hpp"

#include <cmath>

namespace hansa {

nlohmann::ordered_json or_null(double value) {
  return std::isnan(value) ? nlohmann::ordered_json(nullptr) : nlohmann::ordered_json(value);
}

}  // namespace hansa
