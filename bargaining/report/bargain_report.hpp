#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "bargaining/solvers/bargain.hpp"
#include "bargaining/solvers/voting_power.hpp"
#include "bargaining/tables/bargain_table.hpp"
#include "support/text/text.hpp"

namespace hansa {

/// The solvers' outcomes for a table, and the actors' first and last positions under each solver that takes turns.
[[nodiscard]] Text bargain_text(std::string_view title, const BargainTable& table,
                                const std::vector<BargainOutcome>& outcomes);

/// Voting power under a rule, as a printed table.
[[nodiscard]] Text bargain_power_text(std::string_view rule, const BargainTable& table,
                                      const VotingPower& found);

/// A table and the solvers' outcomes:
///     {assumptions: [text], issues: [{name, min, max, reference, decided}], actors: [{name, power, veto}],
///      solvers: {NAME: {outcome: [issue], agreed, turns, positions: [turn][actor][issue]}}}
/// on the table's scales, under smp also ties, the number that the order of actors decided, and, if there are any, the
/// range over orders {n, min: [issue], max: [issue]}; under chair also texts: [turn][issue]; a missing reference or decision is null. With `power` also the
/// voting power under `rule`:
///     power: {rule, shapley: [actor], banzhaf: [actor], swings: [actor]}
[[nodiscard]] std::string bargain_json(const BargainTable& table, const std::vector<BargainOutcome>& outcomes,
                                       std::string_view rule, const std::optional<VotingPower>& power);

}  // namespace hansa
