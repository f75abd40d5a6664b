#pragma once

#include <string_view>

#include <catch2/catch.hpp>

#include "scenarios/parameters/decision_rule.hpp"

namespace hansa::test {

/// A decision rule as it is written.
inline DecisionRule rule_of(std::string_view words) {
  DecisionRule rule;
  REQUIRE(read_decision_rule(words, rule).empty());
  return rule;
}

/// A decision rule of a single clause.
inline DecisionRule rule_of(ClauseKind kind, double value = 0) { return {.clauses = {Clause{kind, value}}}; }

inline DecisionRule quota_heads(double share) { return rule_of(ClauseKind::QuotaHeads, share); }
inline DecisionRule quota_power(double share) { return rule_of(ClauseKind::QuotaPower, share); }

}  // namespace hansa::test
