#pragma once

#include <string>
#include <vector>

#include "analysis/prepared_scenario.hpp"
#include "analysis/results/result_set.hpp"
#include "analysis/summary.hpp"

namespace hansa {

/// What a run asks, in one sentence.
[[nodiscard]] std::string question_of(const Scenario& scenario, const ResultSet& result,
                                      const Summary& summary);

/// What came out, in a few sentences. Every number has its uncertainty beside it: the 95 % interval of a share, the
/// range of 90 % of the realizations.
[[nodiscard]] std::vector<std::string> headline_of(const ResultSet& result, const Summary& summary);

}  // namespace hansa
