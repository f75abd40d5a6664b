#pragma once

#include <vector>

#include <nlohmann/json.hpp>

#include "sim/solvers/bargain.hpp"

namespace hansa {

/// A table and what the solvers make of it:
///     {issues: [{name, min, max, reference}], actors: [{name, power, veto}],
///      solvers: {NAME: {outcome: [issue], agreed, turns, positions: [turn][actor][issue]}}}
/// and under chair also its texts: [turn][issue],
/// on the table's scales; a reference that is not given is null.
[[nodiscard]] nlohmann::ordered_json bargain_json(const BargainTable& table,
                                                  const std::vector<BargainOutcome>& outcomes);

}  // namespace hansa
