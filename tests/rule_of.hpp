#pragma once

#include "scenarios/parameters/decision_rule.hpp"

namespace hansa::test {

/// A decision rule of a single clause.
inline DecisionRule rule_of(ClauseKind kind, double value = 0) { return {.clauses = {Clause{kind, value}}}; }

inline DecisionRule quota_heads(double share) { return rule_of(ClauseKind::QuotaHeads, share); }
inline DecisionRule quota_power(double share) { return rule_of(ClauseKind::QuotaPower, share); }

}  // namespace hansa::test
