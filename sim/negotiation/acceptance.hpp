#pragma once

#include "scenarios/decision_rule.hpp"
#include "scenarios/negotiation_params.hpp"
#include "sim/negotiation/table.hpp"

namespace hansa {

/// Every state weighs the chair's text by its worst veto player, and objects or is silenced by its isolation.
/// Returns the number of objectors. The cost of objecting rises to its full size at the deadline.
std::size_t review(const NegotiationParams& params, int round, Table& table);

/// What the conference's decision rule is applied to.
[[nodiscard]] Vote vote_on(const Table& table, std::size_t n_objectors);

}  // namespace hansa
