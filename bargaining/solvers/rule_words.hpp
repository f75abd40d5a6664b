#pragma once

#include <optional>
#include <string>
#include <vector>

#include "bargaining/solvers/bargain.hpp"

namespace hansa {

/// A rule that cannot be read: of smp, chair, expected-utility or the decision (`rule`), and why.
struct WrongRule {
  std::string of, message;
};

/// Rules as they are written: KEY=VALUE each, and the decision rule.
struct RuleWords {
  std::vector<std::string> smp, chair, expected_utility;
  std::string decision = "consensus";
};

/// Sets the rules of the solvers and the decision rule. Returns the first wrong one.
[[nodiscard]] std::optional<WrongRule> set_rules(const RuleWords& words, BargainRules& rules);

}  // namespace hansa
