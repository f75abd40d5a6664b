#pragma once

#include <span>
#include <string>

#include "analysis/results/result_set.hpp"
#include "scenarios/parameters/issue_params.hpp"

namespace hansa {

/// docs/reference/parameters.md: every parameter with its default, unit, bounds, meaning and source; and the
/// coefficients of the shipped issues.
[[nodiscard]] std::string parameters_page(std::span<const IssueParams> issues);

/// The variables and attributes of a result as Markdown tables, for docs/reference/result_file.md, and those that only
/// the same result `with_networks` has.
[[nodiscard]] std::string variables_page(const ResultSet& result, const ResultSet& with_networks);

}  // namespace hansa
