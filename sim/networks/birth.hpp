#pragma once

#include <vector>

#include "agents/world.hpp"
#include "scenarios/parameters/network_params.hpp"

namespace hansa {

/// Births expected in a year [N1, N2]; they depend on the growth of communication, not its level.
[[nodiscard]] double expected_births(const BirthParams& params, const std::vector<int>& event_years,
                                     int year);

/// Founds at most `most` known networks of this year, or with `and_earlier` those of previous years that
/// still exist. Returns their number.
int found_known(const NetworkParams& params, int year, bool and_earlier, int most, World& world);

/// Founds n networks with a random focus.
void found_generated(const NetworkParams& params, int year, int n, World& world);

}  // namespace hansa
