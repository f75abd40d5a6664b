#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "scenarios/scenario.hpp"

namespace hansa {

/// One parameter of a scenario, as it stands there.
struct LookedUp {
  enum class Kind { Number, Whole, Other };
  Kind kind;
  std::string text;  // as YAML on one line
};

/// The parameter under a path such as gridlock.level or conferences.COP15.floor; nothing if there is none.
[[nodiscard]] std::optional<LookedUp> look_up(Scenario scenario, std::string_view path);

}  // namespace hansa
