#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "analysis/comparison/comparison_arms.hpp"
#include "python/engine/interruptible.hpp"
#include "scenarios/tables/world_files.hpp"
#include "sweeps/run/sweep_plan.hpp"

namespace hansa::python {

/// Runs the arms of a comparison and compares them:
///     {names: [arm], arms: [the arrays of each], json: the text of compare.json, text, page or None}
[[nodiscard]] py::dict compare(const ComparisonRequest& request, double smallest, std::size_t n_threads,
                               const Progress& progress, const DataFolders& folders);

/// Plays a conference of a scenario again and again; None for the only one:
///     {json: the text of explanation.json, text, tables: {NAME: CSV}}
[[nodiscard]] py::dict explain(const std::string& scenario, const std::vector<std::string>& settings,
                               const std::optional<std::string>& conference, std::size_t n_threads,
                               const Progress& progress, const DataFolders& folders);

/// A sweep that was played in memory.
class SweptRuns {
 public:
  /// Plays all runs of a sweep, given by the text of its file; see read_sweep_text().
  SweptRuns(const std::string& text, const std::string& shown_as, const std::string& points_folder,
            std::size_t n_threads, const Progress& progress, const DataFolders& folders);

  /// The arrays of all runs, as in a shard, with the number of points, arms and realizations.
  [[nodiscard]] py::dict arrays() const;

  /// The text of `hansa analyze --json`, of its effects.
  [[nodiscard]] std::string effects(const std::optional<std::string>& method, const std::string& missing,
                                    const std::string& conference) const;

 private:
  std::shared_ptr<const SweepPlan> plan_;
  std::shared_ptr<const ResultSet> runs_;
};

/// Keys of columns and the table's names for them.
using ColumnNames = std::vector<std::pair<std::string, std::string>>;

/// KEY=VALUE for smp, chair and expected_utility.
using SolverRules = std::map<std::string, std::vector<std::string>>;

/// Solves the table of a file: {json, text, page or None, remarks}. `rule` is empty for consensus.
[[nodiscard]] py::dict bargain(const std::string& file, const std::string& solver, const SolverRules& rules,
                               const std::string& rule, const std::string& setter, double patience,
                               const ColumnNames& columns, bool strict, bool packages, std::size_t n_draws,
                               std::uint64_t seed, std::size_t n_threads, const DataFolders& folders);

/// Scores the solvers on the cases of a file: {json, remarks}, the text of `hansa backtest --json`.
[[nodiscard]] py::dict backtest(const std::string& file, const SolverRules& rules, const std::string& rule,
                                const std::string& setter, std::size_t n_folds, std::uint64_t seed,
                                const ColumnNames& columns, bool strict, bool packages);

/// Every parameter of a scenario, as a list of {path, type, default, unit, minimum, maximum, meaning, source, choices}.
[[nodiscard]] py::list parameters();

}  // namespace hansa::python
