#include "sim/networks/race_loop.hpp"

namespace hansa {

FindEarly four_lane_race_loop() { return RaceLoop<Four>::find_early; }

}  // namespace hansa
