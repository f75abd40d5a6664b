#pragma once

#include "agents/world.hpp"
#include "scenarios/parameters/network_params.hpp"

namespace hansa {

/// Forums accredit networks, for good [N4]: those of the table from the year that it says, on the rung that it says;
/// others by a procedure, on the forum's lowest rung, if they look for members worldwide or attend to the scenario's
/// issues more than to all else. They wait, from the year when they have the age and the forum accredits,
///
///     P(accredited by year y) = 1 - e^(-hazard * (y - max(founded + age, opened) + 1))
///
/// The time that a network waits in a forum is one draw, so that a higher rate only makes it shorter.
void accredit(const AccreditationParams& params, World& world);

}  // namespace hansa
