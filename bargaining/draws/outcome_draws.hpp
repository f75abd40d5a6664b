#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "bargaining/solvers/bargain.hpp"
#include "bargaining/tables/bargain_table.hpp"
#include "sim/run.hpp"

namespace hansa {

/// How a table's uncertainty is drawn.
struct DrawOptions {
  std::size_t n = 1000;
  std::uint64_t seed = 42;
  std::size_t n_threads = 1;  // no result depends on it
};

constexpr std::size_t least_draws = 100, most_draws = 1'000'000;

/// The most numbers that are kept: draws times solvers times issues.
constexpr std::size_t most_drawn_outcomes = 100'000'000;

/// A solver's results for every drawn table.
struct DrawnOutcomes {
  BargainSolver solver;
  std::size_t n = 0;
  std::vector<double> outcome;  // issue x draw
  std::vector<char> agreed;     // draw

  [[nodiscard]] std::span<const double> on(std::size_t issue) const {
    return std::span(outcome).subspan(issue * n, n);
  }
};

/// Solves drawn tables by these solvers, which can solve the table. Progress counts draws; empty if stopped.
[[nodiscard]] std::vector<DrawnOutcomes> draw_outcomes(const BargainTable& table,
                                                       const std::vector<BargainSolver>& solvers,
                                                       const BargainRules& rules, const DrawOptions& options,
                                                       const Watch& watch = {});

}  // namespace hansa
