#pragma once

#include <optional>
#include <span>
#include <string>
#include <variant>

#include "analysis/comparison/attribution.hpp"
#include "analysis/comparison/comparison.hpp"
#include "analysis/comparison/comparison_arms.hpp"
#include "support/text/text.hpp"

namespace hansa {

/// Comparison: the first arm with the second, whose difference the others split. Attribution: the first arm with an arm
/// without each channel, and the last without all.
using Findings = std::variant<Comparison, Attribution>;

/// Compares the results of the prepared arms, given in the same order.
[[nodiscard]] Findings compare_arms(std::span<const PreparedArm> arms, std::span<const ResultSet> results,
                                    double smallest = default_smallest);

/// Where a comparison was written and how long it took.
struct WrittenTo {
  std::string out;
  double wall_seconds = 0;
};

/// The text of compare.json. Printed output adds `written`; the file must not, since equal comparisons have equal
/// bytes.
[[nodiscard]] std::string findings_json(std::span<const PreparedArm> arms, const Findings& findings,
                                        const std::optional<WrittenTo>& written = std::nullopt);

/// The same as text for a terminal, with what data identify of it.
[[nodiscard]] Text findings_text(std::span<const PreparedArm> arms, const Findings& findings);

}  // namespace hansa
