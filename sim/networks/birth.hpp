#pragma once

#include <vector>

#include "agents/world.hpp"
#include "scenarios/parameters/network_params.hpp"

namespace hansa {

/// Births expected in a year [N1, N2]; the growth of communication, not its level, founds networks.
[[nodiscard]] double expected_births(const BirthParams& params, const std::vector<int>& event_years,
                                     int year);

/// Founds the networks that the table dates to this year (or, at the start, to any year before it). Returns
/// how many.
int found_known(const NetworkParams& params, int year, bool and_earlier, int most, World& world);

/// Founds networks with a drawn focus.
void found_generated(const NetworkParams& params, int year, int n, World& world);

}  // namespace hansa
