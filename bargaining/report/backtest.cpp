#include "bargaining/report/backtest.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

#include <fmt/format.h>

#include "analysis/bootstrap.hpp"
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
    std::vector<double> errors(counts.size(), nothing), against_compromise(counts.size(), nothing),
        against_mean(counts.size(), nothing), against_median(counts.size(), nothing);
    std::size_t n_agreed = 0;
    for (std::size_t k = 0; k < counts.size(); ++k) {
      if (!counts[k]) continue;
      errors[k] = one.error[k];
      against_compromise[k] = one.error[k] - compromise[k];
      against_mean[k] = one.error[k] - mean[k];
      against_median[k] = one.error[k] - median[k];
      n_agreed += one.agreed[k] ? 1U : 0U;
    }
    scores.push_back({name_of(one.solver), clustered_mean(errors, proposals, seed),
                      clustered_mean(against_compromise, proposals, seed),
                      clustered_mean(against_mean, proposals, seed),
                      clustered_mean(against_median, proposals, seed), n_agreed});
  }
  return scores;
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

SolvedCases solve_cases(const CaseTable& table, BargainSolver solver, const BargainRules& rules) {
  const std::size_t n = table.cases.size();
  SolvedCases solved{solver, std::vector<double>(n, nothing), std::vector<double>(n, nothing),
                     std::vector<char>(n)};
  const CaseTable::Shared shared = table.shared();
  for_each_index(n, machine_threads(), [&](std::size_t k) {
    const BargainCase& one = table.cases[k];
    const BargainTable actors = CaseTable::table_of(one, shared);
    if (!can_solve(actors, solver, rules)) return;
    BargainRules of_case = rules;
    of_case.decision = decision_rule_of(one, rules);
    const BargainOutcome found = solve_bargain(actors, solver, of_case);
    solved.forecast[k] = found.outcome[0];
    solved.error[k] = std::abs(found.outcome[0] - one.outcome);
    solved.agreed[k] = found.agreed ? 1 : 0;
  });
  return solved;
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

Backtest backtest(const CaseTable& table, const BargainRules& rules, std::uint64_t seed) {
  std::vector<SolvedCases> solved;
  const BargainTable one_issue = table.table_of(table.cases.front());
  for (const BargainSolver solver : each<BargainSolver>)
    if (is_for(one_issue, solver, rules)) solved.push_back(solve_cases(table, solver, rules));
  const std::vector<std::size_t> proposals = proposals_of(table);
  Backtest found{score(solved, proposals, std::vector<char>(table.cases.size(), 1), seed),
                 score_groups(table, solved, proposals, seed,
                              [&](const BargainCase& one) { return rule_of(one, rules); }),
                 score_groups(table, solved, proposals, seed, size_of),
                 {}};
  found.solved = std::move(solved);
  return found;
}

}  // namespace hansa
