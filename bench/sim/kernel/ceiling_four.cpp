#include "bench/sim/kernel/ceiling.hpp"
#include "bench/sim/kernel/ceiling_loops.hpp"
#include "sim/kernel/lanes.hpp"

namespace hansa {

Ceilings four_lane_ceilings() {
  using Loops = CeilingLoops<Four>;
  return {Loops::proportional, Loops::cubic, Loops::mixed, Loops::binary, Loops::multiply_adds};
}

}  // namespace hansa
