// Compiled for AVX-512; called only where the processor has it.

#include "sim/kernel/contest_tile_loops.hpp"
#include "sim/kernel/lanes.hpp"

namespace hansa {

TileVariants eight_lane_tiles() { return TileLoops<Eight>::variants(); }

}  // namespace hansa
