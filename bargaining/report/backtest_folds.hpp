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

/// The parameters chosen without a fold's cases, and their errors.
struct HeldOutFold {
  ChairSettings chosen;
  std::size_t n_cases = 0;    // held out
  double error_inside = 0;    // mean absolute error on the cases used in the choice
  double error_held_out = 0;  // and on the fold's own
};

/// Chair's errors on cases that were not used to choose its parameters.
struct CrossValidation {
  std::vector<HeldOutFold> folds;
  BootstrappedMean error, against_compromise;  // over all cases, each held out once
  ChairSettings chosen_on_all;
  double error_on_all = 0;  // of these, on all cases
  std::size_t n_candidates = 0;
};

/// The candidates: every combination of a few values of a few parameters.
[[nodiscard]] std::vector<ChairSettings> chair_candidates();

/// Divides the proposals into folds at random by `seed`. For each fold chooses the candidate with the least mean
/// absolute error on the other folds (the first of equals) and scores it on this fold. `n_folds` is from 2 to the number
/// of proposals. `watch` is told how many of `n_fold_solutions` are made, and may stop.
[[nodiscard]] CrossValidation cross_validate(const CaseTable& table, const BargainRules& rules,
                                             std::size_t n_folds, std::uint64_t seed,
                                             const Watch& watch = {});

/// The number of cases times candidates.
[[nodiscard]] std::size_t n_fold_solutions(const CaseTable& table);

}  // namespace hansa
