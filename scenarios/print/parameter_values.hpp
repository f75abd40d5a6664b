#pragma once

#include <string>
#include <vector>

#include "scenarios/parameters/scenario.hpp"

namespace hansa {

/// One parameter of a scenario.
struct ParameterValue {
  std::string path;   // as for --set; a row without a name has its number: shocks[1].year
  std::string value;  // as YAML on one line
  std::string unit;

  bool operator==(const ParameterValue&) const = default;
};

/// Every parameter in the order of declaration, given or not; then those of a start, below start_from.
[[nodiscard]] std::vector<ParameterValue> parameter_values(Scenario scenario);

}  // namespace hansa
