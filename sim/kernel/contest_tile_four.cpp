#include "sim/kernel/contest_tile_loops.hpp"
#include "sim/kernel/lanes.hpp"

namespace hansa {

TileVariants four_lane_tiles() { return TileLoops<Four>::variants(); }

}  // namespace hansa
