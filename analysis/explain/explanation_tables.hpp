#pragma once

#include <string>
#include <utility>
#include <vector>

#include "agents/facts.hpp"
#include "analysis/explain/explanation.hpp"

namespace hansa {

/// An explanation as tidy tables in CSV, each with the name of its file: texts.csv (form x round x issue), states.csv
/// (form x fate x state), gains.csv (form x fate x state x issue x part), changes.csv (lever).
[[nodiscard]] std::vector<std::pair<std::string, std::string>> explanation_tables(
    const Explanation& explanation, const Facts& facts);

}  // namespace hansa
