#include "agents/facts.hpp"

#include "scenarios/parameters/scenario.hpp"

namespace hansa {

double Facts::nearness(Access rung) const { return scenario->feedback.nearness[rung]; }

}  // namespace hansa
