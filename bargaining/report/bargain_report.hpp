#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "bargaining/draws/outcome_spread.hpp"
#include "bargaining/solvers/bargain.hpp"
#include "bargaining/tables/bargain_table.hpp"
#include "bargaining/voting/who_decides.hpp"
#include "support/text/text.hpp"

namespace hansa {

/// The solvers' outcomes for a table, and the actors' first and last positions under each solver that takes turns.
[[nodiscard]] Text bargain_text(std::string_view title, const BargainTable& table,
                                const std::vector<BargainOutcome>& outcomes);

/// A table and the solvers' outcomes:
///     {assumptions: [text], issues: [{name, min, max, reference, decided}], actors: [{name, power, veto}],
///      solvers: {NAME: {outcome: [issue], agreed, turns, positions: [turn][actor][issue]}}}
/// on the table's scales, under smp also ties, the number that the order of actors decided, and, if there are any, the
/// range over orders {n, min: [issue], max: [issue]}; under chair also texts: [turn][issue]; a missing reference or
/// decision is null. With rules.packages issues have their proposal, solvers agreed_on: [issue]. With `decides` also what who_decides_json says, with `spread` in `draws` what spread_json says.
[[nodiscard]] std::string bargain_json(const BargainTable& table, const std::vector<BargainOutcome>& outcomes,
                                       const std::optional<WhoDecides>& decides,
                                       const std::optional<BargainSpread>& spread = {});

}  // namespace hansa
