#pragma once

#include <string>
#include <variant>
#include <vector>

#include "sim/record/run_record.hpp"

namespace hansa {

/// One column of a record as a variable of a result: the only place where its name, unit and meaning stand.
/// `dims` are those of one run; an ensemble puts its realizations before them, a shard of a sweep its runs.
struct RunVariable {
  std::variant<std::vector<double> RunRecord::*, std::vector<std::int32_t> RunRecord::*,
               std::vector<std::uint8_t> RunRecord::*>
      column;
  std::string name;
  std::vector<std::string> dims;
  std::string units;
  std::string long_name;
  std::vector<std::string> flag_meanings;
};

[[nodiscard]] std::vector<RunVariable> conference_variables();
[[nodiscard]] std::vector<RunVariable> treaty_variables();
[[nodiscard]] std::vector<RunVariable> year_variables();

/// Those of which an ensemble keeps the mean alone, for they are large.
[[nodiscard]] std::vector<RunVariable> averaged_conference_variables();
[[nodiscard]] std::vector<RunVariable> averaged_year_variables();

/// What a sweep keeps of a run: what lies along (conference), (conference x channel) or (year).
[[nodiscard]] std::vector<RunVariable> summary_variables();

/// Drops all other columns of a record.
void keep_summary(RunRecord& record);

}  // namespace hansa
