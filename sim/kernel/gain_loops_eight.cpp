// Compiled for AVX-512; called only where the processor has it.

#include "sim/kernel/gain_loops.hpp"

namespace hansa {

AddUpGains eight_lane_gain_loop() { return GainLoops<Eight>::gains; }

}  // namespace hansa
