#pragma once

#include <span>
#include <string>
#include <string_view>

#include "agents/facts.hpp"
#include "analysis/results/result_set.hpp"
#include "sim/record/run_record.hpp"

namespace hansa {

/// The identity of the scenario, stored in its result.
struct ScenarioStamp {
  std::string text;     // complete, as YAML
  std::string sha256;   // of that text
  std::string version;  // of the program
};

/// The result of an ensemble whose realizations are numbered from `first_realization`. Names, shapes, units and
/// meanings of outcomes come from RunRecord::columns(), those of facts from here; the list in
/// docs/reference/result_file.md is generated from this function.
[[nodiscard]] ResultSet lay_out(const Facts& facts, std::span<const RunRecord> records,
                                const ScenarioStamp& stamp, std::int64_t first_realization = 0);

}  // namespace hansa
