#pragma once

#include <string>

#include <nlohmann/json_fwd.hpp>

namespace hansa {

/// A JSON value as text, indented by two blanks per level. Invalid UTF-8, which file names may contain, is
/// replaced. Only this file instantiates the writer, which takes a second to compile.
[[nodiscard]] std::string json_text(const nlohmann::ordered_json& json);

/// The same on one line, without blanks.
[[nodiscard]] std::string json_line(const nlohmann::ordered_json& json);

}  // namespace hansa
