#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "support/input/problem.hpp"

namespace hansa {

/// An issue of a bargain, on the scale of its table.
struct BargainIssue {
  std::string name;
  double least = 0, most = 0;       // ends of the scale
  std::optional<double> reference;  // what holds without an agreement
};

/// Who wants what, how much they care, and how much they count.
struct BargainTable {
  std::vector<BargainIssue> issues;
  std::vector<std::string> actors;
  std::vector<double> power;     // actor, >= 0
  std::vector<char> veto;        // actor: whether nothing is agreed without it
  std::vector<double> position;  // actor x issue, on the issue's scale
  std::vector<double> salience;  // actor x issue                             [0..1]

  [[nodiscard]] std::size_t n_actors() const { return actors.size(); }
  [[nodiscard]] std::size_t n_issues() const { return issues.size(); }

  /// A value of an issue on the way from the least, 0, to the most, 1; an issue without width is all 0.
  [[nodiscard]] double to_unit(std::size_t issue, double value) const;
  [[nodiscard]] double from_unit(std::size_t issue, double share) const;
};

constexpr std::size_t most_bargain_actors = 500;  // the slowest solver takes N^3 steps a turn

/// Reads a table in our own format or in KTAB's, told apart by the first lines. Throws a ScenarioError with all
/// problems.
[[nodiscard]] BargainTable read_bargain_table(const std::filesystem::path& path);

}  // namespace hansa
