#pragma once

#include <cstdint>
#include <stdexcept>

#include "sim/record/run_record.hpp"

namespace hansa {

/// Thrown where a number is infinite, or NaN in a column that does not declare NaN: what() names phase, year and column.
class NotFinite : public std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// Throws NotFinite if a number of this record of a realization is not finite and its column does not declare NaN; to find
/// the phase it plays the realization again.
void expect_finite(const RunRecord& record, const Facts& facts, std::uint64_t seed,
                   std::uint32_t realization);

}  // namespace hansa
