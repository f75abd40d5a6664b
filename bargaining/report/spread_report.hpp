#pragma once

#include <string>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "bargaining/draws/outcome_spread.hpp"
#include "bargaining/tables/bargain_table.hpp"
#include "support/text/text.hpp"

namespace hansa {

/// The distribution of each solver's outcome by issue, and the actors whose uncertainty matters most to it: of several
/// solvers up to three each, whose share is beyond chance; of one up to twenty.
[[nodiscard]] Text spread_text(const BargainTable& table, const std::vector<BargainOutcome>& outcomes,
                               const BargainSpread& spread);

/// The same in full:
///     {n, seed, inputs: [{actor, input, issue, value, sd: [below, above], min, max, beyond}],
///      solvers: {NAME: {agreed: {share, lo, hi},
///                       issues: [{mean, sd, q05, q25, q50, q75, q95,
///                                 actors: [{name, share, lo, hi, inputs: [{input, issue, share, lo, hi}]}]}]}}}
/// An issue is null for power, bounds that are infinite are null; `beyond`: the share of the distribution beyond the bounds,
/// from which nothing is drawn.
[[nodiscard]] nlohmann::ordered_json spread_json(const BargainTable& table, const BargainSpread& spread);

/// What is told of drawn inputs beside the results: distributions cut at their bounds, scales that follow the draws.
[[nodiscard]] std::vector<std::string> told_of_draws(const BargainTable& table);

}  // namespace hansa
