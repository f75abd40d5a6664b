// Compiled for AVX-512; called only where the processor has it.

#include "sim/kernel/contest_tile_loops.hpp"
#include "sim/kernel/eight_lanes.hpp"

namespace hansa {

TileBodies eight_lane_tiles() { return TileLoops<Eight>::bodies(); }

}  // namespace hansa
