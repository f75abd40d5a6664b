#pragma once

#include <optional>
#include <span>
#include <string>
#include <variant>

#include "analysis/comparison/attribution.hpp"
#include "analysis/comparison/comparison.hpp"
#include "analysis/comparison/comparison_arms.hpp"

namespace hansa {

/// The first arm against the one other; or against an arm without each channel, and the last without all.
using Findings = std::variant<Comparison, Attribution>;

/// Compares the results of prepared arms, in their order.
[[nodiscard]] Findings compare_arms(std::span<const PreparedArm> arms, std::span<const ResultSet> results);

/// Where a comparison was written, and how long it took.
struct WrittenTo {
  std::string out;
  double wall_seconds = 0;
};

/// The text of compare.json. What is printed also says where it was written, which the file must not.
[[nodiscard]] std::string findings_json(std::span<const PreparedArm> arms, const Findings& findings,
                                        const std::optional<WrittenTo>& written = std::nullopt);

/// The same as a table for a terminal.
[[nodiscard]] std::string findings_table(std::span<const PreparedArm> arms, const Findings& findings);

}  // namespace hansa
