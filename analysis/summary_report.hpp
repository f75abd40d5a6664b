#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
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

/// So many rows of a table at which all goes as usual are one line on a terminal.
inline constexpr std::size_t least_routine = 3;

/// Some of the names in a list, neighbours as "COP4 to COP14".
[[nodiscard]] std::string neighbours_joined(std::span<const std::string> names,
                                            std::span<const std::size_t> rows);

/// One line that stands for these rows of a table, with what holds at each.
[[nodiscard]] Text routine_line(std::span<const std::string> names, std::span<const std::size_t> rows,
                                std::string_view what);

}  // namespace hansa
