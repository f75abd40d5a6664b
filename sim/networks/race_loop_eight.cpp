// Compiled for AVX-512; called only where the processor has it.

#include "sim/networks/race_loop.hpp"

namespace hansa {

FindEarly eight_lane_race_loop() { return RaceLoop<Eight>::find_early; }

}  // namespace hansa
