#include "agents/network_dials.hpp"

#include <algorithm>

namespace hansa {

void apply_dials(const std::vector<NetworkDials>& dials, int first_year,
                 std::vector<KnownNetwork>& networks) {
  constexpr int never = 9999;
  const auto find = [&](const std::string& id) {
    return std::find_if(networks.begin(), networks.end(),
                        [&](const KnownNetwork& network) { return network.id == id; });
  };
  for (const NetworkDials& one : dials) {
    const auto network = find(one.name);
    if (network == networks.end()) continue;
    const bool merges = !one.merged_into.empty() && one.merged_into != NetworkDials::nothing;
    network->keeps_place = (!one.exists || merges) && network->ended > first_year;
    if (!one.exists) network->absent_from = one.year;
    if (!one.merged_into.empty()) {
      network->successor = merges ? static_cast<int>(find(one.merged_into) - networks.begin()) : -1;
      network->ended = merges ? one.year : never;
    }
    network->dialled_from = one.year;
    network->seat = rung_of(one.access);
    network->part = one.channels;
  }
}

}  // namespace hansa
