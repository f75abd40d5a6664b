#pragma once

#include <cstddef>

#include "agents/facts.hpp"

namespace hansa {

/// Bytes that the records and the result of an ensemble need in memory.
[[nodiscard]] double estimate_memory(const Facts& facts);

/// Throws ScenarioError if that is more than the machine has to give now.
void refuse_too_large(const Facts& facts);

}  // namespace hansa
