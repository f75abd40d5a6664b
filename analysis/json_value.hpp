#pragma once

#include <optional>
#include <string>

#include <nlohmann/json.hpp>

namespace hansa {

/// A number, null for NaN.
[[nodiscard]] nlohmann::ordered_json or_null(double value);

/// A value, null for nullopt.
template <class T> [[nodiscard]] nlohmann::ordered_json or_null(const std::optional<T>& value) {
  return value ? nlohmann::ordered_json(*value) : nlohmann::ordered_json(nullptr);
}

}  // namespace hansa
