#include "bench/sim/kernel/ceiling.hpp"
#include "bench/sim/kernel/ceiling_loops.hpp"
#include "sim/kernel/lanes.hpp"

namespace hansa {

Ceilings eight_lane_ceilings() {
  using Loops = CeilingLoops<Eight>;
  return {Loops::proportional, Loops::cubic, Loops::mixed, Loops::binary, Loops::multiply_adds};
}

}  // namespace hansa
