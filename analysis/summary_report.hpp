#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "analysis/summary.hpp"
#include "support/text/text.hpp"

namespace hansa {

/// The summary as text for a terminal: a line per conference, then networks in a few years, then treaties.
[[nodiscard]] Text summary_text(const Summary& summary, std::string_view title);

/// The identity of a run.
struct RunIdentity {
  std::string scenario, scenario_sha256;
  std::uint64_t seed = 0;
  std::string out;
  double wall_seconds = 0;
};

/// The summary as one JSON object; values that do not apply are null.
[[nodiscard]] std::string summary_json(const Summary& summary, const RunIdentity& identity);

}  // namespace hansa
