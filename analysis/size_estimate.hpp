#pragma once

#include <cstddef>

#include "agents/facts.hpp"

namespace hansa {

/// Bytes of memory that can be had without swapping; 0 if the system does not say.
[[nodiscard]] double available_memory();

/// Bytes that the records of an ensemble, its result and the image of its file take in memory at most, summed over
/// RunRecord::columns(). What a run takes beside them does not grow with realizations.
[[nodiscard]] double estimate_memory(const Facts& facts);

/// Throws ScenarioError if that is more than the machine has to give now.
void refuse_too_large(const Facts& facts);

}  // namespace hansa
