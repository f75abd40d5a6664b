#pragma once

#include <cstddef>

namespace hansa {

// The operations of a contest on numbers that never leave the registers: what the arithmetic alone allows. Each does
// at least n_votes votes, one a pair of texts and actor, and returns how many it did.

std::size_t ceiling_proportional(std::size_t n_votes);
std::size_t ceiling_cubic(std::size_t n_votes);
std::size_t ceiling_mixed(std::size_t n_votes);
std::size_t ceiling_binary(std::size_t n_votes);

/// Multiply-adds on registers: how much of a core there is.
std::size_t multiply_adds(std::size_t n);

}  // namespace hansa
