#pragma once

#include "agents/world.hpp"
#include "scenarios/parameters/network_params.hpp"

namespace hansa {

/// Networks end: known ones in the year in which the table lets them merge into another, generated ones by
/// chance, or when fewer than two members are left after the years of grace.
void end_networks(const NetworkParams& params, World& world);

}  // namespace hansa
