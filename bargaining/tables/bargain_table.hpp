#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "bargaining/tables/actor_table.hpp"
#include "scenarios/tables/world_files.hpp"
#include "support/input/problem.hpp"

namespace hansa {

/// An issue of a bargain, on the scale of its table.
struct BargainIssue {
  std::string name;
  double least = 0, most = 0;          // ends of the scale
  std::optional<double> reference;     // outcome without an agreement
  std::optional<double> decided = {};  // what was decided in fact, which no solver reads
  bool ends_at_extremes = false;       // the scale is not given: it ends at the extreme values
  std::string proposal = {};           // that it is part of
};

/// The part of an issue's name before its number, as d00032 of d00032i1; the full name if it has no number.
[[nodiscard]] std::string proposal_of(const std::string& issue);

/// A bargain: positions, saliences and power of actors. Arrays are row-major.
struct BargainTable {
  std::vector<BargainIssue> issues;
  std::vector<std::string> actors;
  std::vector<double> power;     // actor, >= 0
  std::vector<char> veto;        // actor: whether it can block an agreement
  std::vector<double> position;  // actor x issue, on the issue's scale
  std::vector<double> salience;  // actor x issue                             [0..1]

  std::vector<double> size = {};               // actor, >= 0: a second weight; empty if no rule asks for it
  std::vector<UncertainInput> uncertain = {};  // numbers above that are known up to chance, by actor
  std::vector<std::string> assumptions = {};   // made in reading it

  [[nodiscard]] std::size_t n_actors() const { return actors.size(); }
  [[nodiscard]] std::size_t n_issues() const { return issues.size(); }

  /// Actors with power or a veto; others have no seat.
  [[nodiscard]] std::size_t n_seats() const;

  /// A value of an issue rescaled to [0, 1], from its least to its most; 0 if the scale has no width.
  [[nodiscard]] double to_unit(std::size_t issue, double value) const;
  /// The inverse.
  [[nodiscard]] double from_unit(std::size_t issue, double share) const;

  /// The number above that an input is.
  [[nodiscard]] double value_of(const UncertainInput& input) const;
  void set(const UncertainInput& input, double value);

  /// Moves the ends of scales that are not given to the extreme positions and references.
  void fit_scales();
};

/// One issue's column of an actor x issue array.
[[nodiscard]] std::vector<double> column(const std::vector<double>& rows, std::size_t issue,
                                         std::size_t n_issues);

/// Each actor's weight on an issue: power times salience.
[[nodiscard]] std::vector<double> weights_on(const BargainTable& table, std::size_t issue);

/// The table's positions on 0 to 1, actor x issue, and such positions on the table's scales.
[[nodiscard]] std::vector<double> on_unit_scale(const BargainTable& table);
[[nodiscard]] std::vector<double> on_own_scale(const BargainTable& table,
                                               const std::vector<double>& positions);

constexpr std::size_t most_bargain_actors = 100000;  // a table of 4 MiB has hardly more

/// The path of a table: a file, or by its bare name one that ships with the program. Throws ScenarioError.
[[nodiscard]] std::string find_bargain_table(const std::string& written, const DataFolders& folders);

/// Reads a table in KTAB's format, or of our own, long, wide or of one issue (actor_table.hpp):
///
///     actor        its name
///     power        at least 0; equal if there is no such column
///     size         a second weight, at least 0, read if the rule asks for it (quota-size)
///     position     on any scale, from the least to the most value or as in `position 4..10`
///     salience     0 to 100; 0 to 1 if none is larger; 0 to M as in `salience 0..M`
///     reference    optional: outcome without an agreement; empty cells repeat the others
///     decided      optional: what was decided in fact; no solver reads it
///     proposal     optional: that the issue is part of; else its name without a final i and digits
///     veto         optional: yes if the actor can block an agreement, else no or empty
///
/// A position, salience or power may be uncertain: `5 +- 1`, by its standard deviation, or with columns named
/// position_sd, or position_lo and position_hi, the ends of its central 90 % interval.
///
/// In a wide table ISSUE: stands before position, salience, reference and decided; a long one has a column issue. Throws a
/// ScenarioError with all problems.
[[nodiscard]] BargainTable read_bargain_table(const TableSource& source, const TableOptions& options = {});
[[nodiscard]] BargainTable read_bargain_table(const std::filesystem::path& path);

}  // namespace hansa
