#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "bargaining/tables/actor_table.hpp"
#include "bargaining/tables/bargain_table.hpp"

namespace hansa {

/// A bargain over one issue and its actual outcome.
struct BargainCase {
  std::string name, proposal;
  std::string voting;                             // the table's name for the decision rule; may be empty
  std::vector<double> position, power, salience;  // actor
  std::optional<double> reference;
  double outcome = 0;
  std::optional<ColumnScale> scale = {};  // of positions, if the table gives it
  std::vector<std::string> actors = {};   // their names
};

struct CaseTable {
  std::vector<BargainCase> cases;    // in order of their first lines
  std::size_t n_rows_left_out = 0;   // actors without position or salience
  std::size_t n_cases_left_out = 0;  // issues without an outcome, or without an actor with power and salience
  std::optional<double> salience_of_all;  // the salience that is 1, if the table gives it; else the largest
  std::size_t n_uncertain = 0;            // numbers with an uncertainty, of which the value alone is read
  std::vector<std::string> assumptions;   // made in reading it

  [[nodiscard]] std::size_t n_with_reference() const;

  /// What all cases share: the ends of their positions and references, and the salience that is 1.
  struct Shared {
    double least = 0, most = 0, salience = 1;
  };
  [[nodiscard]] Shared shared() const;

  /// A case as a table of actors. Cases without a scale of their own share one, from the least to the most of all
  /// positions and references; saliences are divided by the largest of all cases or `salience_of_all`.
  [[nodiscard]] static BargainTable table_of(const BargainCase& one, const Shared& shared);
  [[nodiscard]] BargainTable table_of(const BargainCase& one) const { return table_of(one, shared()); }
};

/// Why a case's rule has no sizes.
inline constexpr std::string_view no_sizes_of_cases =
    "a table of cases has no sizes: quota-size and over-size are for one bargain";

/// Reads a table of cases, long, wide or of one issue (actor_table.hpp): actor, position, salience, outcome. Optional
/// are issue, power (equal by default), reference, voting (the decision rule) and proposal (the issues that were decided
/// together; by default the name without a final i and digits). Actors without position or salience are left
/// out. Salience is on any scale from 0, positions are on any scale that the issues share. Throws a ScenarioError with
/// all problems.
[[nodiscard]] CaseTable read_cases(const TableSource& source, const TableOptions& options = {});
[[nodiscard]] CaseTable read_cases(const std::filesystem::path& path);

}  // namespace hansa
