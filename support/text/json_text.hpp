#pragma once

#include <string>

#include <nlohmann/json_fwd.hpp>

namespace hansa {

/// A JSON value as text, two blanks a level. Bytes that are no UTF-8, as file names may have, are replaced. Only
/// this file instantiates the writer, which takes a second to compile.
[[nodiscard]] std::string json_text(const nlohmann::ordered_json& json);

}  // namespace hansa
