#pragma once

#include <atomic>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/comparison/comparison.hpp"
#include "scenarios/tables/world_files.hpp"

namespace hansa {

/// One claim or case of the domain, its mechanism, and the experiment that measures it: a scenario and the same with
/// one change, on common random numbers.
struct CoverageRow {
  std::string_view tag;         // S1 ... K10; a tag may have several rows
  std::string_view mechanism;   // what the program does
  std::string_view file;        // that implements it
  std::string_view parameters;  // its dials, by path, separated by blanks
  std::string_view scenario;    // of the library
  std::string_view change;      // settings of the second arm, separated by " ; "
  std::string_view metric;      // of the comparison
  std::string_view when;        // a conference, "last" year, or "mean" over all years
  char claim;                   // expected effect of the change on the metric: '+', '-' or '0'
  std::string_view test;        // FILE: NAME
  std::string_view both = "";   // settings of both arms, separated by " ; "
};

/// Every tag of the domain, in order. No row may be empty.
[[nodiscard]] std::span<const CoverageRow> domain_coverage();

/// The settings of the first and of the second arm of a row.
[[nodiscard]] std::vector<std::string> base_settings_of(const CoverageRow& row);
[[nodiscard]] std::vector<std::string> settings_of(const CoverageRow& row);

/// The measured outcome of a row. Throws std::logic_error if the comparison has none of that name.
[[nodiscard]] const OutcomeDifference& outcome_of(const CoverageRow& row, const Comparison& comparison);

/// Whether the interval supports the claim: "as claimed", "not beyond chance" or "the other way".
[[nodiscard]] std::string_view verdict(char claim, const PairedDifference& difference);

/// Throws std::logic_error naming the first row with an empty field or an unknown parameter.
void refuse_unknown(std::span<const CoverageRow> rows);

/// The table of docs/reference/domain_coverage.md; `differences` has one outcome per row.
[[nodiscard]] std::string coverage_text(std::span<const CoverageRow> rows,
                                        std::span<const OutcomeDifference> differences);

/// Runs the experiment of every row and returns the table of results. Equal base arms run once. Throws
/// std::runtime_error if stopped.
[[nodiscard]] std::string coverage_page(const DataFolders& folders, std::size_t n_threads,
                                        const std::atomic<bool>& stop);

}  // namespace hansa
