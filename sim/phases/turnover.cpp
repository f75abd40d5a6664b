#include "sim/phases/turnover.hpp"

namespace hansa {

void turn_over(const GridlockParams& params, World& world) {
  const Facts& facts = *world.facts;
  for (std::size_t i = 0; i < facts.n_states; ++i) {
    const double shift = params.turnover * world.now().swing[i];
    for (std::size_t d = 0; d < facts.n_issues; ++d) world.states.logit[i * facts.n_issues + d] += shift;
  }
}

}  // namespace hansa
