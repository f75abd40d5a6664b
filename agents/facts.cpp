#include "agents/facts.hpp"

#include "scenarios/scenario.hpp"

namespace hansa {

double Facts::nearness(Access rung) const {
  return scenario->feedback.nearness[static_cast<std::size_t>(rung)];
}

}  // namespace hansa
