#pragma once

#include <cstdint>
#include <string>

#include "analysis/summary.hpp"

namespace hansa {

/// What identifies a run.
struct RunIdentity {
  std::string scenario, scenario_sha256;
  std::uint64_t seed = 0;
  std::string out;
  double wall_seconds = 0;
};

/// The summary as one JSON object; what does not apply is null.
[[nodiscard]] std::string summary_json(const Summary& summary, const RunIdentity& identity);

}  // namespace hansa
