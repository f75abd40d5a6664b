#pragma once

#include "support/input/csv_table.hpp"

namespace hansa {

/// What a table of a bargain may hold. Far beyond any scale in use, and so far within the range of numbers that
/// no difference or product of two of them leaves it.
constexpr double largest_amount = 1e12;
constexpr Bounds amount{0.0, largest_amount};                 // power, salience
constexpr Bounds any_scale{-largest_amount, largest_amount};  // positions, references, outcomes

}  // namespace hansa
