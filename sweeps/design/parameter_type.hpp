#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "scenarios/parameters/scenario.hpp"
#include "support/input/yaml_tree.hpp"

namespace hansa {

/// The type of one parameter of a scenario.
struct ParameterType {
  enum class Kind { Number, Whole, Other };
  Kind kind = Kind::Other;
  std::string unit;  // as in docs/reference/parameters.md

  /// Checks a value's type and bounds; false, and problems, if it is invalid. `number` is set if it is one.
  std::function<bool(const Node&, double& number, ProblemList&)> read;

  [[nodiscard]] bool is_number() const { return kind != Kind::Other; }
};

/// The type of the parameter at a path such as gridlock.level or conferences.COP15.floor; nullopt if there is none.
[[nodiscard]] std::optional<ParameterType> find_parameter(Scenario scenario, std::string_view path);

}  // namespace hansa
