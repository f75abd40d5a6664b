#include "sim/kernel/gain_loops.hpp"

namespace hansa {

AddUpGains four_lane_gain_loop() { return GainLoops<Four>::gains; }

}  // namespace hansa
