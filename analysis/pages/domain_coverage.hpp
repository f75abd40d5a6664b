#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/comparison/comparison.hpp"

namespace hansa {

/// One claim or case of the domain, the mechanism that holds it, and the experiment that measures it: a scenario, and the
/// same with one change, on common random numbers.
struct CoverageRow {
  std::string_view tag;         // S1 ... K10; a tag may have several rows
  std::string_view mechanism;   // what the program does
  std::string_view file;        // where
  std::string_view parameters;  // which dials, by path, parted by a blank
  std::string_view scenario;    // of the library
  std::string_view change;      // settings of the second arm, parted by " ; "
  std::string_view metric;      // of the comparison
  std::string_view when;        // a conference, "last" year, or "mean" over all years
  char claim;                   // how the domain lets the metric move by the change: '+', '-' or '0'
  std::string_view test;        // FILE: NAME
  std::string_view both = "";   // settings of both arms, parted by " ; "
};

/// Every tag of the domain, in order. No row may be empty.
[[nodiscard]] std::span<const CoverageRow> domain_coverage();

/// The settings of the first arm of a row, and of the second.
[[nodiscard]] std::vector<std::string> base_settings_of(const CoverageRow& row);
[[nodiscard]] std::vector<std::string> settings_of(const CoverageRow& row);

/// The measured outcome of a row. Throws std::logic_error if the comparison has none of that name.
[[nodiscard]] const OutcomeDifference& outcome_of(const CoverageRow& row, const Comparison& comparison);

/// Whether the interval bears the claim out: "as claimed", "not beyond chance" or "the other way".
[[nodiscard]] std::string_view verdict(char claim, const PairedDifference& difference);

/// Throws std::logic_error naming the first row with an empty field or a parameter that no registry knows.
void refuse_unknown(std::span<const CoverageRow> rows);

/// The table for docs/domain_coverage.md; `differences` holds one outcome a row.
[[nodiscard]] std::string coverage_table(std::span<const CoverageRow> rows,
                                         std::span<const OutcomeDifference> differences);

}  // namespace hansa
