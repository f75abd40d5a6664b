#include "bargaining/draws/outcome_draws.hpp"

#include "bargaining/draws/drawn_table.hpp"
#include "support/numbers/expect.hpp"
#include "support/numbers/parallel.hpp"

namespace hansa {

std::vector<DrawnOutcomes> draw_outcomes(const BargainTable& table, const std::vector<BargainSolver>& solvers,
                                         const BargainRules& rules, const DrawOptions& options,
                                         const Watch& watch) {
  const std::size_t n_issues = table.n_issues();
  HANSA_EXPECT(options.n * solvers.size() * n_issues <= most_drawn_outcomes);
  BargainRules of_draw = rules;
  of_draw.tries_orders = false;
  std::vector<DrawnOutcomes> found;
  for (const BargainSolver solver : solvers)
    found.push_back(
        {solver, options.n, std::vector<double>(n_issues * options.n), std::vector<char>(options.n)});
  const auto stopped = [&] { return watch.stop != nullptr && watch.stop->load(); };
  std::atomic<std::size_t> n_done = 0;
  for_each_index(options.n, options.n_threads, [&](std::size_t draw) {
    if (stopped()) return;
    const BargainTable drawn = drawn_table(table, options.seed, static_cast<std::uint32_t>(draw));
    for (DrawnOutcomes& one : found) {
      const BargainOutcome solved = solve_bargain(drawn, one.solver, of_draw);
      for (std::size_t d = 0; d < n_issues; ++d) one.outcome[d * options.n + draw] = solved.outcome[d];
      one.agreed[draw] = solved.agreed ? 1 : 0;
    }
    const std::size_t done = ++n_done;
    if (watch.progress) watch.progress(done);
  });
  if (stopped()) found.clear();
  return found;
}

}  // namespace hansa
