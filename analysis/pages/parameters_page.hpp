#pragma once

#include <span>
#include <string>

#include "scenarios/parameters/issue_params.hpp"

namespace hansa {

/// docs/parameters.md: every parameter with its default, unit, bounds, meaning and source; with the
/// coefficients of the shipped issues.
std::string parameters_page(std::span<const IssueParams> issues);

}  // namespace hansa
