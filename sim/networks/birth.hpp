#pragma once

#include <vector>

#include "agents/world.hpp"
#include "scenarios/parameters/network_params.hpp"

namespace hansa {

/// Births expected in a year [N1, N2]: growth * networks of the year before + event * (1 in an event year, 1/2
/// beside one).
[[nodiscard]] double expected_births(const BirthParams& params, const std::vector<int>& event_years,
                                     int n_networks, int year);

/// Founds the known networks of this year, or with `earlier` those of previous years, merged ones among them.
/// Returns their number, with those that do not exist in this scenario.
int found_known(const NetworkParams& params, int year, bool earlier, World& world);

/// Founds n networks with a random focus.
void found_generated(const NetworkParams& params, int year, int n, World& world);

}  // namespace hansa
