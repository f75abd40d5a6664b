#pragma once

#include "sim/kernel/contest.hpp"

namespace hansa {

// The plain loop, the baseline for the variants in sim/kernel/: a signed and an absolute sum per pair, no branch,
// texts outermost, compiled with -O2.

void plain_proportional(const ContestInput& in, std::span<double> win);
void plain_cubic(const ContestInput& in, std::span<double> win);
void plain_mixed(const ContestInput& in, std::span<double> win);
void plain_binary(const ContestInput& in, std::span<double> win);

}  // namespace hansa
