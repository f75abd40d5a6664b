#include "bargaining/solvers/package_bargain.hpp"

#include <algorithm>
#include <utility>

#include "bargaining/tables/packages.hpp"

namespace hansa {
namespace {

BargainRules of_one_package(BargainRules rules) {
  rules.packages = false;
  return rules;
}

/// Writes rows of a package, actor x issue or issue, into those of the table.
void write(const std::vector<double>& rows, const Package& package, std::size_t n_issues,
           std::vector<double>& all) {
  for (std::size_t k = 0; k < rows.size(); ++k)
    all[k / package.size() * n_issues + package[k % package.size()]] = rows[k];
}

/// Writes the path of a package, whose last rows stay to the end.
void write_path(const std::vector<std::vector<double>>& path, const Package& package, std::size_t n_issues,
                std::vector<std::vector<double>>& all) {
  for (std::size_t turn = 0; turn < all.size() && !path.empty(); ++turn)
    write(path[std::min(turn, path.size() - 1)], package, n_issues, all[turn]);
}

void write_range(const BargainOutcome& found, const Package& package, std::size_t n_issues,
                 const std::vector<double>& outcome, std::optional<OrderRange>& all) {
  if (!found.orders) return;
  if (!all) all = OrderRange{.n_orders = 0, .least = outcome, .most = outcome};
  all->n_orders = std::max(all->n_orders, found.orders->n_orders);
  write(found.orders->least, package, n_issues, all->least);
  write(found.orders->most, package, n_issues, all->most);
}

}  // namespace

std::string lack_of_packages(const BargainTable& table, BargainSolver solver, const BargainRules& rules) {
  const BargainRules own = of_one_package(rules);
  if (solver == BargainSolver::Exchange && !is_for(table, solver, rules))
    return "exchange needs a proposal with two issues";
  for (const Package& package : packages_of(table)) {
    const BargainTable part = part_of(table, package);
    if (solver == BargainSolver::Exchange && part.n_issues() < 2) continue;
    if (std::string lack = lack_of(part, solver, own); !lack.empty()) return lack;
  }
  return "";
}

BargainOutcome solve_packages(const BargainTable& table, BargainSolver solver, const BargainRules& rules) {
  const std::vector<Package> packages = packages_of(table);
  const std::size_t n_issues = table.n_issues();
  std::vector<BargainOutcome> parts;
  BargainOutcome all{.solver = solver, .outcome = std::vector<double>(n_issues), .positions = {}};
  all.agreed_on.resize(n_issues);
  std::size_t n_positions = 1, n_texts = 0;
  for (const Package& package : packages) {
    const BargainTable part = part_of(table, package);
    const BargainSolver own =
        solver == BargainSolver::Exchange && package.size() < 2 ? BargainSolver::Compromise : solver;
    parts.push_back(solve_bargain(part, own, of_one_package(rules)));
    const BargainOutcome& found = parts.back();
    n_positions = std::max(n_positions, found.positions.size());
    n_texts = std::max(n_texts, found.texts.size());
    write(found.outcome, package, n_issues, all.outcome);
    for (const std::size_t d : package) all.agreed_on[d] = found.agreed ? 1 : 0;
    all.agreed = all.agreed && found.agreed;
    all.n_ties += found.n_ties;
  }
  all.positions.assign(n_positions, table.position);
  all.texts.assign(n_texts, std::vector<double>(n_issues));
  for (std::size_t k = 0; k < packages.size(); ++k) {
    write_path(parts[k].positions, packages[k], n_issues, all.positions);
    write_path(parts[k].texts, packages[k], n_issues, all.texts);
    write_range(parts[k], packages[k], n_issues, all.outcome, all.orders);
  }
  return all;
}

}  // namespace hansa
