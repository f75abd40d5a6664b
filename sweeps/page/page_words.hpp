#pragma once

#include <string>
#include <vector>

#include "sweeps/page/sweep_parts.hpp"

namespace hansa {

/// What a sweep asks, in one or two sentences.
[[nodiscard]] std::string question_of(const SweepPlan& plan);

/// What came out, in a few sentences, every estimate with its 95 % interval.
[[nodiscard]] std::vector<std::string> headline_of(const SweepFindings& found);

}  // namespace hansa
