#pragma once

#include <cstddef>

#include "agents/facts.hpp"

namespace hansa {

/// What a run records beyond its usual columns.
enum class Detail { Usual, Networks };

/// Bytes that the variables on single networks and cities add to result.h5, summed over NetworkRecord::columns(),
/// without names and chunk overhead.
[[nodiscard]] double estimate_networks_file(const Facts& facts);

/// Peak memory of the records of an ensemble, its result and the image of its file, summed over RunRecord::columns()
/// and, with Detail::Networks, NetworkRecord::columns() [byte]. Other memory of a run does not grow with realizations.
[[nodiscard]] double estimate_memory(const Facts& facts, Detail detail = Detail::Usual,
                                     std::size_t n_threads = 1);

/// Throws ScenarioError if the estimate exceeds 80 % of the memory available.
void refuse_too_large(const Facts& facts, Detail detail = Detail::Usual, std::size_t n_threads = 1);

}  // namespace hansa
