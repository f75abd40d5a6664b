#pragma once

#include <string>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "analysis/paired_difference.hpp"
#include "analysis/results/result_set.hpp"
#include "support/text/text.hpp"

namespace hansa {

/// What leaving out one network changes in the voice, in the last year that two arms have in common.
struct NetworkDifference {
  std::string network;
  double full, other;           // mean of leave_one_out in each arm; NaN: no members in any realization
  PairedDifference difference;  // over the pairs in which it has members in both
};

/// The networks with members in some realization of either arm, those first whose difference is largest in size, then
/// those without a pair. Differences beyond chance after adjustment for their number are named. Empty if either result lacks single networks.
[[nodiscard]] std::vector<NetworkDifference> compare_networks(const ResultSet& full, const ResultSet& other);

/// The first five as a table for a terminal, and the names of those without a pair; empty if none has one.
[[nodiscard]] Text network_differences_text(const std::vector<NetworkDifference>& networks, int year);

/// All of them as a JSON list.
[[nodiscard]] nlohmann::ordered_json network_differences_json(const std::vector<NetworkDifference>& networks);

}  // namespace hansa
