#include "bargaining/report/backtest.hpp"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <limits>
#include <map>

#include <fmt/format.h>

#include "analysis/bootstrap.hpp"
#include "bargaining/tables/packages.hpp"
#include "support/numbers/expect.hpp"
#include "support/numbers/parallel.hpp"

namespace hansa {
namespace {

struct Cluster {
  double sum = 0;
  std::size_t n = 0;
};

constexpr double nothing = std::numeric_limits<double>::quiet_NaN();

/// The scores over the cases for which `counts` is true.
std::vector<BacktestScore> score(const std::vector<SolvedCases>& solved,
                                 const std::vector<std::size_t>& proposals, const std::vector<char>& counts,
                                 std::uint64_t seed) {
  std::vector<BacktestScore> scores;
  const auto errors_of = [&](BargainSolver solver) -> const std::vector<double>& {
    return std::ranges::find(solved, solver, &SolvedCases::solver)->error;
  };
  const std::vector<double>&compromise = errors_of(BargainSolver::Compromise),
        &mean = errors_of(BargainSolver::Mean), &median = errors_of(BargainSolver::Median);
  for (const SolvedCases& one : solved) {
    const auto against = [&](const std::vector<double>& others) {
      std::vector<double> differences(counts.size(), nothing);
      for (std::size_t k = 0; k < counts.size(); ++k)
        if (counts[k]) differences[k] = one.error[k] - others[k];
      return clustered_mean(differences, proposals, seed);
    };
    std::size_t n_agreed = 0;
    for (std::size_t k = 0; k < counts.size(); ++k) n_agreed += counts[k] && one.agreed[k] ? 1U : 0U;
    BacktestScore score{.solver = name_of(one.solver),
                        .error = against(std::vector<double>(counts.size(), 0.0)),
                        .against_compromise = against(compromise),
                        .against_mean = against(mean),
                        .against_median = against(median),
                        .against_alone = {},
                        .n_agreed = n_agreed};
    if (!one.error_alone.empty()) score.against_alone = against(one.error_alone);
    scores.push_back(score);
  }
  return scores;
}

/// The cases that a solver is given together.
std::vector<Package> packages_solved(const CaseTable& table, BargainSolver solver,
                                     const BargainRules& rules) {
  if (rules.packages && !is_by_issue(solver)) return packages_of(table);
  std::vector<Package> alone;
  for (std::size_t k = 0; k < table.cases.size(); ++k) alone.push_back({k});
  return alone;
}

/// The errors of the last of the solvers where each case is solved alone. An exchange takes two issues: on one alone the
/// expected outcome is the compromise.
std::vector<double> errors_alone(const CaseTable& table, const std::vector<SolvedCases>& solved,
                                 BargainRules rules, const Watch& watch) {
  const BargainSolver solver = solved.back().solver;
  if (is_by_issue(solver)) return solved.back().error;
  rules.packages = false;
  return solve_cases(table, solver == BargainSolver::Exchange ? BargainSolver::Compromise : solver, rules,
                     watch)
      .error;
}

std::string size_of(const BargainCase& one) {
  const std::size_t n = one.position.size();
  return n <= 10 ? "1 to 10" : n <= 20 ? "11 to 20" : "21 and more";
}

std::string rule_of(const BargainCase& one, const BargainRules& rules) {
  return fmt::format("{} ({})", one.voting.empty() ? "not named" : one.voting,
                     to_text(decision_rule_of(one, rules)));
}

/// A group for each name that `name_of` gives a case, in the order of names.
template <class NameOf>
std::vector<BacktestGroup> score_groups(const CaseTable& table, const std::vector<SolvedCases>& solved,
                                        const std::vector<std::size_t>& proposals, std::uint64_t seed,
                                        const NameOf& name_of) {
  std::map<std::string, std::vector<char>> members;
  for (std::size_t k = 0; k < table.cases.size(); ++k) {
    std::vector<char>& counts = members[name_of(table.cases[k])];
    counts.resize(table.cases.size());
    counts[k] = 1;
  }
  std::vector<BacktestGroup> groups;
  for (const auto& [name, counts] : members)
    groups.push_back({name, static_cast<std::size_t>(std::count(counts.begin(), counts.end(), 1)),
                      score(solved, proposals, counts, seed)});
  return groups;
}

}  // namespace

BootstrappedMean clustered_mean(std::span<const double> values, std::span<const std::size_t> cluster,
                                std::uint64_t seed) {
  HANSA_EXPECT(values.size() == cluster.size());
  std::vector<Cluster> clusters;
  Cluster all;
  for (std::size_t k = 0; k < values.size(); ++k) {
    if (std::isnan(values[k])) continue;
    if (cluster[k] >= clusters.size()) clusters.resize(cluster[k] + 1);
    for (Cluster* one : {&clusters[cluster[k]], &all}) {
      one->sum += values[k];
      one->n += 1;
    }
  }
  std::erase_if(clusters, [](const Cluster& one) { return one.n == 0; });
  if (clusters.empty()) return {};
  const Interval ci95 = bootstrap(clusters.size(), seed, [&](std::span<const std::size_t> drawn) {
    Cluster sample;
    for (const std::size_t k : drawn) {
      sample.sum += clusters[k].sum;
      sample.n += clusters[k].n;
    }
    return sample.sum / static_cast<double>(sample.n);
  });
  return {all.sum / static_cast<double>(all.n), ci95.lo, ci95.hi, all.n};
}

DecisionRule decision_rule_of(const BargainCase& one, const BargainRules& rules) {
  return decision_rule_called(one.voting).value_or(rules.decision);
}

SolvedCases solve_cases(const CaseTable& table, BargainSolver solver, const BargainRules& rules,
                        const Watch& watch) {
  const std::size_t n = table.cases.size();
  SolvedCases solved{solver, std::vector<double>(n, nothing), std::vector<double>(n, nothing),
                     std::vector<char>(n)};
  const CaseTable::Shared shared = table.shared();
  const std::vector<Package> packages = packages_solved(table, solver, rules);
  std::atomic<std::size_t> n_solved = 0;
  for_each_index(packages.size(), machine_threads(), [&](std::size_t p) {
    if (watch.stop != nullptr && *watch.stop) return;
    const Package& package = packages[p];
    const auto tell = [&] {
      const std::size_t n_done = n_solved += package.size();
      if (watch.progress) watch.progress(n_done);
    };
    const BargainTable actors = package_of(table, package, shared);
    BargainRules own = rules;
    own.packages = false;
    own.decision = decision_rule_of(table.cases[package.front()], rules);
    if (!can_solve(actors, solver, own)) return tell();
    const BargainOutcome found = solve_bargain(actors, solver, own);
    for (std::size_t d = 0; d < package.size(); ++d) {
      const std::size_t k = package[d];
      solved.forecast[k] = found.outcome[d];
      solved.error[k] = std::abs(found.outcome[d] - table.cases[k].outcome);
      solved.agreed[k] = found.agreed ? 1 : 0;
    }
    tell();
  });
  return solved;
}

std::vector<BargainSolver> solvers_for(const CaseTable& table, const BargainRules& rules) {
  const std::vector<Package> packages = packages_of(table);
  const bool has_packages =
      rules.packages && std::ranges::any_of(packages, [](const Package& one) { return one.size() > 1; });
  std::vector<BargainSolver> solvers;
  for (const BargainSolver solver : each<BargainSolver>) {
    const bool is_scored = solver == BargainSolver::Setter     ? !rules.setter.empty()
                           : solver == BargainSolver::Exchange ? has_packages
                                                               : true;
    if (is_scored) solvers.push_back(solver);
  }
  return solvers;
}

std::size_t n_solutions(const CaseTable& table, const BargainRules& rules) {
  std::size_t n_times = 0;
  for (const BargainSolver solver : solvers_for(table, rules))
    n_times += rules.packages && !is_by_issue(solver) ? 2U : 1U;
  return n_times * table.cases.size();
}

std::vector<std::size_t> proposals_of(const CaseTable& table) {
  std::map<std::string, std::size_t> numbers;
  std::vector<std::size_t> proposals;
  for (const BargainCase& one : table.cases)
    proposals.push_back(numbers.emplace(one.proposal, numbers.size()).first->second);
  return proposals;
}

std::size_t count_proposals(const CaseTable& table) {
  const std::vector<std::size_t> proposals = proposals_of(table);
  return 1 + *std::max_element(proposals.begin(), proposals.end());
}

Backtest backtest(const CaseTable& table, const BargainRules& rules, std::uint64_t seed, const Watch& watch) {
  std::vector<SolvedCases> solved;
  std::size_t n_before = 0;
  const Watch part{.progress =
                       [&](std::size_t n_done) {
                         if (watch.progress) watch.progress(n_before + n_done);
                       },
                   .stop = watch.stop};
  for (const BargainSolver solver : solvers_for(table, rules)) {
    solved.push_back(solve_cases(table, solver, rules, part));
    n_before += table.cases.size();
    if (!rules.packages) continue;
    solved.back().error_alone = errors_alone(table, solved, rules, part);
    n_before += is_by_issue(solver) ? 0 : table.cases.size();
  }
  if (watch.stop != nullptr && *watch.stop) return {};
  const std::vector<std::size_t> proposals = proposals_of(table);
  Backtest found{score(solved, proposals, std::vector<char>(table.cases.size(), 1), seed),
                 score_groups(table, solved, proposals, seed,
                              [&](const BargainCase& one) { return rule_of(one, rules); }),
                 score_groups(table, solved, proposals, seed, size_of),
                 {}};
  found.solved = std::move(solved);
  if (rules.packages) found.n_packages = packages_of(table).size();
  return found;
}

}  // namespace hansa
