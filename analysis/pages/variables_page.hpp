#pragma once

#include <string>

#include "analysis/results/result_set.hpp"

namespace hansa {

/// The variables and attributes of a result as Markdown tables, for docs/result_file.md.
[[nodiscard]] std::string variables_page(const ResultSet& result);

}  // namespace hansa
