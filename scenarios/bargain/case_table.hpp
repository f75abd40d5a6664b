#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace hansa {

/// A bargain over one issue, and how it ended.
struct BargainCase {
  std::string name;
  std::vector<double> position, weight;  // actor; weight is power * salience
  std::optional<double> reference;
  double outcome = 0;
};

struct CaseTable {
  std::vector<BargainCase> cases;    // in the order of their first lines
  std::size_t n_rows_left_out = 0;   // actors without position or salience
  std::size_t n_cases_left_out = 0;  // issues without outcome, or without anyone who cares
};

/// Reads a table of cases, one line an actor of an issue: issue, actor, position, salience, outcome; optional
/// are power (else all are equal) and reference (or reference_point). Salience is on any scale from 0, positions are on
/// any that the issues share. Throws a ScenarioError with all problems.
[[nodiscard]] CaseTable read_cases(const std::filesystem::path& path);

}  // namespace hansa
