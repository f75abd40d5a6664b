#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "bargaining/report/backtest.hpp"

namespace hansa {

/// Parameters of chair, as `set_chair_rule` reads them: {{"salience_weight", "0.5"}, ...}.
using ChairSettings = std::vector<std::pair<std::string, std::string>>;

/// What was chosen without a fold's cases, and how it did on them.
struct HeldOutFold {
  ChairSettings chosen;
  std::size_t n_cases = 0;    // held out
  double error_inside = 0;    // mean absolute error on the cases that chose
  double error_held_out = 0;  // and on the others
};

/// How well chair does on cases that had no part in choosing its parameters.
struct CrossValidation {
  std::vector<HeldOutFold> folds;
  BootstrappedMean error, beyond_compromise;  // over all cases, each held out once
  ChairSettings chosen_on_all;
  double error_on_all = 0;  // of these, on the cases that chose them
  std::size_t n_candidates = 0;
};

/// The candidates: every combination of a few values of a few parameters.
[[nodiscard]] std::vector<ChairSettings> chair_candidates();

/// Parts the proposals into folds by draws of `seed`; for each fold takes, of all candidates, the one with the least
/// mean absolute error on the other folds (the first of equals), and scores it on the fold. At least 2 folds, at most as
/// many as proposals.
[[nodiscard]] CrossValidation cross_validate(const CaseTable& table, const BargainRules& rules,
                                             std::size_t n_folds, std::uint64_t seed);

}  // namespace hansa
