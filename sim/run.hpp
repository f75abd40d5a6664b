#pragma once

#include <cstdint>

#include "agents/facts.hpp"
#include "sim/record/run_record.hpp"

namespace hansa {

/// One realization, from the first year to the last: a pure function of the facts, the seed and its number.
[[nodiscard]] RunRecord run_realization(const Facts& facts, std::uint64_t seed, std::uint32_t realization);

}  // namespace hansa
