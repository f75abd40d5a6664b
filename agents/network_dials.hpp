#pragma once

#include <vector>

#include "agents/facts.hpp"
#include "scenarios/parameters/network_params.hpp"

namespace hansa {

/// Changes the known networks of a scenario from `first_year` on by what it sets for each of them (`networks.NAME`).
/// Their ids must be among the networks'; a scenario without known networks has nothing to change.
void apply_dials(const std::vector<NetworkDials>& dials, int first_year, std::vector<KnownNetwork>& networks);

}  // namespace hansa
