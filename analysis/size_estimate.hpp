#pragma once

#include <cstddef>

#include "agents/facts.hpp"

namespace hansa {

/// Memory available without swapping; 0 if unknown [byte].
[[nodiscard]] double available_memory();

/// Peak memory of the records of an ensemble, its result and the image of its file, summed over RunRecord::columns()
/// [byte]. Other memory of a run does not grow with realizations.
[[nodiscard]] double estimate_memory(const Facts& facts);

/// Throws ScenarioError if the estimate exceeds 80 % of the memory available.
void refuse_too_large(const Facts& facts);

}  // namespace hansa
