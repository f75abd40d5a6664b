#pragma once

#include "agents/facts.hpp"
#include "analysis/results/result_set.hpp"
#include "sim/record/network_tally.hpp"

namespace hansa {

/// Adds dimensions and variables on single networks and cities to the result of the same ensemble. Names, shapes, units
/// and meanings come from NetworkRecord::columns(), those of facts from here.
void lay_out_networks(const Facts& facts, const NetworkTally& tally, ResultSet& result);

}  // namespace hansa
