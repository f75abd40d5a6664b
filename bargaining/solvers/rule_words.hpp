#pragma once

#include <optional>
#include <string>
#include <vector>

#include "bargaining/solvers/bargain.hpp"

namespace hansa {

/// A rule that cannot be read: of smp, chair or the decision (`rule`), and why.
struct WrongRule {
  std::string of, message;
};

/// Sets rules of smp and chair, KEY=VALUE each, and the decision rule. Returns the first wrong one.
[[nodiscard]] std::optional<WrongRule> set_rules(const std::vector<std::string>& smp,
                                                 const std::vector<std::string>& chair,
                                                 const std::string& decision, BargainRules& rules);

}  // namespace hansa
