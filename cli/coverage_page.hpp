#pragma once

#include <string>

namespace hansa {

/// Runs the experiment of every row of the domain's coverage, and says in a table what came out. Base arms are run once.
[[nodiscard]] std::string coverage_page();

}  // namespace hansa
