#pragma once

#include <array>
#include <cstddef>
#include <vector>

#include "analysis/sensitivity/jackknife.hpp"
#include "bargaining/draws/outcome_draws.hpp"

namespace hansa {

inline constexpr std::array<double, 5> told_quantiles = {0.05, 0.25, 0.5, 0.75, 0.95};

/// What an actor's uncertainty makes of an outcome's variance by itself: first-order shares.
struct ActorShare {
  std::size_t actor = 0;
  Estimate share;  // the sum of those of its inputs
  struct Input {
    std::size_t input;  // its number in BargainTable::uncertain
    Estimate share;
  };
  std::vector<Input> inputs;
};

/// The distribution of a solver's outcome on an issue over the draws.
struct OutcomeSpread {
  double mean = 0, sd = 0;
  std::array<double, told_quantiles.size()> quantiles = {};
  std::vector<ActorShare> actors;  // the largest share first; none if the outcome never changes
};

/// A share of the draws with its 95 % interval (Wilson 1927).
struct ShareOfDraws {
  double value = 0, lo = 0, hi = 0;
};

struct SolverSpread {
  BargainSolver solver;
  ShareOfDraws agreed;
  std::vector<OutcomeSpread> issues;
};

/// What a table's uncertainty makes of its forecasts.
struct BargainSpread {
  DrawOptions options;
  std::vector<SolverSpread> solvers;
};

/// Outcomes and agreement are those of the drawn tables; without an agreement an outcome is what the solver says then. The
/// shares come from the same draws, by bins of each input (analysis/sensitivity/binned_shares.hpp), so that they cost no
/// further solving; they are divided by what bins tell of the inputs themselves, so that those of a linear outcome are right. What all shares leave to 1 is due to inputs together.
[[nodiscard]] BargainSpread spread_of(const BargainTable& table, const std::vector<DrawnOutcomes>& drawn,
                                      const DrawOptions& options);

}  // namespace hansa
