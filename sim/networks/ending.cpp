#include "sim/networks/ending.hpp"

#include "sim/networks/joining.hpp"

namespace hansa {

void end_networks(const NetworkParams& params, World& world) {
  constexpr std::size_t fewest_members = 2;
  NetworkStore& networks = world.networks;
  for (std::size_t k = 0; k < networks.size(); ++k) {
    if (!networks.alive[k]) continue;
    const int known = networks.known[k];
    const bool ends =
        known >= 0 ? world.facts->networks[static_cast<std::size_t>(known)].ended <= world.year
                   : (networks.members[k].size() < fewest_members &&
                      world.year - networks.founded[k] > params.grace) ||
                         world.draws.uniform(Purpose::Death, world.year, networks.key[k]) < params.death;
    if (!ends) continue;
    const std::vector<CityId> members = networks.members[k];
    for (const CityId city : members) leave(world, city, static_cast<NetworkId>(k));
    networks.alive[k] = 0;
    ++networks.deaths;
  }
}

}  // namespace hansa
