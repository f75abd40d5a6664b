#pragma once

#include "sim/kernel/contest.hpp"

namespace hansa {

// The contest as one would write it first: a signed and an absolute sum a pair, no branch, texts outermost. The compiler
// is given -O2 alone; what the bodies of sim/kernel/ are measured against.

void plain_proportional(const ContestInput& in, std::span<double> win);
void plain_cubic(const ContestInput& in, std::span<double> win);
void plain_mixed(const ContestInput& in, std::span<double> win);
void plain_binary(const ContestInput& in, std::span<double> win);

}  // namespace hansa
