#pragma once

#include <string>
#include <vector>

#include "bargaining/solvers/bargain.hpp"
#include "bargaining/tables/case_table.hpp"

namespace hansa {

/// The solvers that are applied to a table unless one is asked for, and why others are not, a sentence each.
struct SolverChoice {
  std::vector<BargainSolver> solvers;
  std::vector<std::string> left_out;
};
[[nodiscard]] SolverChoice choose_solvers(const BargainTable& table, const BargainRules& rules);

/// Says if chair would agree with more rounds; empty if it agreed, would not, or trying takes long.
[[nodiscard]] std::string remark_on_time(const BargainTable& table, const BargainRules& rules,
                                         const std::vector<BargainOutcome>& outcomes);

/// Says if proposals are solved together, or rules.packages finds none with two issues; empty otherwise.
[[nodiscard]] std::string remark_on_packages(const BargainTable& table, const BargainRules& rules);

/// Says which decision rules that cases name are unknown, one remark each.
[[nodiscard]] std::vector<std::string> remarks_on_rules(const CaseTable& table, const std::string& rule);

}  // namespace hansa
