#include "bargaining/report/backtest_folds.hpp"

#include <algorithm>
#include <limits>
#include <numeric>

#include "support/numbers/draws.hpp"
#include "support/numbers/expect.hpp"

namespace hansa {
namespace {

/// A fold for each proposal, drawn at random; sizes differ by at most one proposal.
std::vector<std::size_t> draw_folds(std::size_t n_proposals, std::size_t n_folds, std::uint64_t seed) {
  const Draws draws(seed, 0);
  std::vector<double> lot;
  for (std::size_t k = 0; k < n_proposals; ++k) lot.push_back(draws.uniform(Purpose::Resampling, 1, k));
  std::vector<std::size_t> order(n_proposals), fold(n_proposals);
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return lot[a] < lot[b]; });
  for (std::size_t k = 0; k < n_proposals; ++k) fold[order[k]] = k % n_folds;
  return fold;
}

/// The mean over the cases inside, or outside, a fold.
double mean_error(const std::vector<double>& error, const std::vector<std::size_t>& fold_of, std::size_t fold,
                  bool is_of_fold) {
  double sum = 0;
  std::size_t n = 0;
  for (std::size_t k = 0; k < error.size(); ++k) {
    if ((fold_of[k] == fold) != is_of_fold) continue;
    sum += error[k];
    ++n;
  }
  return n > 0 ? sum / static_cast<double>(n) : std::numeric_limits<double>::quiet_NaN();
}

std::size_t least_of(const std::vector<double>& values) {
  return static_cast<std::size_t>(std::min_element(values.begin(), values.end()) - values.begin());
}

}  // namespace

CrossValidation cross_validate(const CaseTable& table, const BargainRules& rules, std::size_t n_folds,
                               std::uint64_t seed, const Watch& watch) {
  const std::vector<std::size_t> proposals = proposals_of(table);
  const std::size_t n_cases = table.cases.size(),
                    n_proposals = 1 + *std::max_element(proposals.begin(), proposals.end());
  HANSA_EXPECT(n_folds >= 2 && n_folds <= n_proposals);
  const std::vector<std::size_t> folds = draw_folds(n_proposals, n_folds, seed);
  std::vector<std::size_t> fold_of;
  for (const std::size_t proposal : proposals) fold_of.push_back(folds[proposal]);

  const std::vector<ChairSettings> candidates = chair_candidates();
  std::vector<std::vector<double>> errors;
  for (const ChairSettings& candidate : candidates) {
    BargainRules tried = rules;
    for (const auto& [key, value] : candidate) HANSA_EXPECT(set_chair_rule(tried.chair, key, value).empty());
    const std::size_t n_before = errors.size() * n_cases;
    const Watch part{.progress =
                         [&](std::size_t n_done) {
                           if (watch.progress) watch.progress(n_before + n_done);
                         },
                     .stop = watch.stop};
    errors.push_back(solve_cases(table, BargainSolver::Chair, tried, part).error);
  }
  if (watch.stop != nullptr && *watch.stop) return {};
  CrossValidation found{.n_candidates = candidates.size()};
  std::vector<double> held_out(n_cases), against = solve_cases(table, BargainSolver::Compromise, rules).error;
  for (std::size_t fold = 0; fold < n_folds; ++fold) {
    std::vector<double> inside;
    for (const auto& error : errors) inside.push_back(mean_error(error, fold_of, fold, false));
    const std::size_t best = least_of(inside);
    for (std::size_t k = 0; k < n_cases; ++k)
      if (fold_of[k] == fold) held_out[k] = errors[best][k];
    found.folds.push_back({candidates[best],
                           static_cast<std::size_t>(std::count(fold_of.begin(), fold_of.end(), fold)),
                           inside[best], mean_error(errors[best], fold_of, fold, true)});
  }
  for (std::size_t k = 0; k < n_cases; ++k) against[k] = held_out[k] - against[k];
  found.error = clustered_mean(held_out, proposals, seed);
  found.against_compromise = clustered_mean(against, proposals, seed);
  std::vector<double> on_all;
  for (const auto& error : errors) on_all.push_back(mean_error(error, fold_of, n_folds, false));
  found.chosen_on_all = candidates[least_of(on_all)];
  found.error_on_all = on_all[least_of(on_all)];
  return found;
}

std::size_t n_fold_solutions(const CaseTable& table) {
  return chair_candidates().size() * table.cases.size();
}

std::vector<ChairSettings> chair_candidates() {
  std::vector<ChairSettings> candidates;
  for (const char* contest : {"proportional", "cubic"})
    for (const char* disagreement : {"0", "0.25", "1"})
      for (const char* salience : {"0", "0.5", "1"})
        candidates.push_back(
            {{"contest", contest}, {"disagreement", disagreement}, {"salience_weight", salience}});
  return candidates;
}

}  // namespace hansa
