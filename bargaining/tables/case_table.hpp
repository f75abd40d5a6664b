#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "bargaining/tables/bargain_table.hpp"

namespace hansa {

/// A bargain over one issue, and how it ended.
struct BargainCase {
  std::string name, proposal;
  std::string voting;                             // what the table calls the decision rule; often nothing
  std::vector<double> position, power, salience;  // actor
  std::optional<double> reference;
  double outcome = 0;
};

struct CaseTable {
  std::vector<BargainCase> cases;    // in the order of their first lines
  std::size_t n_rows_left_out = 0;   // actors without position or salience
  std::size_t n_cases_left_out = 0;  // issues without outcome, or without anyone who cares

  [[nodiscard]] std::size_t n_with_reference() const;

  /// A case as a table of actors, on the scale that all share: from the least to the most of all positions and
  /// references. Saliences are divided by the largest of all.
  [[nodiscard]] BargainTable table_of(const BargainCase& one) const;
};

/// Reads a table of cases, one line an actor of an issue: issue, actor, position, salience, outcome; optional are
/// power (else all are equal), reference or reference_point, voting (the decision rule) and proposal (issues decided
/// together; else what stands before i and digits at the end of the name, else the issue alone). Other
/// columns are passed over. Salience is on any scale from 0, positions are on any that the issues share. Throws a
/// ScenarioError with all problems.
[[nodiscard]] CaseTable read_cases(const std::filesystem::path& path);

}  // namespace hansa
