#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "bargaining/solvers/bargain.hpp"
#include "bargaining/solvers/voting_power.hpp"
#include "bargaining/tables/bargain_table.hpp"

namespace hansa {

/// What the solvers make of a table, and from where to where the actors move under each that takes turns.
[[nodiscard]] std::string bargain_text(std::string_view title, const BargainTable& table,
                                       const std::vector<BargainOutcome>& outcomes);

/// Who decides under a rule, as a table in text.
[[nodiscard]] std::string bargain_power_text(std::string_view rule, const BargainTable& table,
                                             const VotingPower& found);

/// A table and what the solvers make of it:
///     {issues: [{name, min, max, reference}], actors: [{name, power, veto}],
///      solvers: {NAME: {outcome: [issue], agreed, turns, positions: [turn][actor][issue]}}}
/// and under chair also its texts: [turn][issue],
/// on the table's scales; a reference that is not given is null. With `power` also who decides under `rule`:
///     power: {rule, shapley: [actor], banzhaf: [actor], swings: [actor]}
[[nodiscard]] std::string bargain_json(const BargainTable& table, const std::vector<BargainOutcome>& outcomes,
                                       std::string_view rule, const std::optional<VotingPower>& power);

}  // namespace hansa
