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

/// Founds n networks, each with a random focus, size and base: a place of a secretariat as those of the tables.
void found_generated(const NetworkParams& params, int year, int n, World& world);

/// Moves the founding of generated networks into the past by ages as a number that grows at this rate has: exponential
/// of mean 1 / growth, at most 100 years; 100 years at no growth.
void age_generated(const BirthParams& params, World& world);

}  // namespace hansa
