#include "sim/networks/succession.hpp"

#include <algorithm>

#include "sim/networks/joining.hpp"

namespace hansa {

std::optional<std::size_t> standing_for(const World& world, std::size_t network) {
  const NetworkStore& networks = world.networks;
  // a chain has fewer steps than there are networks
  for (std::size_t step = 0; step < networks.size(); ++step) {
    if (networks.alive[network]) return network;
    if (networks.successor[network] < 0) break;
    network = static_cast<std::size_t>(networks.successor[network]);
  }
  return std::nullopt;
}

void take_over(World& world, std::size_t into, std::size_t from) {
  NetworkStore& networks = world.networks;
  networks.soft_power[into] += networks.soft_power[from];
  for (std::size_t f = 0; f < n_forums; ++f) {
    Access& rung = networks.rungs[into * n_forums + f];
    rung = std::max(rung, networks.rungs[from * n_forums + f]);
  }
  networks.coordinated[into] = networks.coordinated[into] || networks.coordinated[from];
  const std::vector<CityId> members = networks.members[from];
  for (const CityId city : members) {
    leave(world, city, static_cast<NetworkId>(from));
    join(world, city, static_cast<NetworkId>(into));
  }
  networks.alive[from] = 0;
  networks.successor[from] = static_cast<std::int32_t>(into);
  ++networks.mergers;
}

void hand_over(World& world) {
  const NetworkStore& networks = world.networks;
  for (std::size_t k = 0; k < networks.size(); ++k) {
    if (!networks.alive[k] || networks.known[k] < 0) continue;
    const KnownNetwork& network = world.facts->networks[static_cast<std::size_t>(networks.known[k])];
    if (network.ended > world.year || network.successor < 0) continue;
    const auto founded = std::find(networks.known.begin(), networks.known.end(), network.successor);
    if (founded == networks.known.end()) continue;
    const auto into = standing_for(world, static_cast<std::size_t>(founded - networks.known.begin()));
    if (into && *into != k) take_over(world, *into, k);
  }
}

std::vector<Rolls> rolls_by_network(const World& world) {
  std::vector<Rolls> rolls(world.networks.size());
  for (std::size_t k = 0; k < world.networks.size(); ++k) {
    if (world.networks.known[k] < 0) continue;
    const KnownNetwork& network = world.facts->networks[static_cast<std::size_t>(world.networks.known[k])];
    const auto living = standing_for(world, k);
    if (living && !network.members.empty()) rolls[*living].push_back(&network);
  }
  return rolls;
}

std::vector<CityId> off_rolls(const Rolls& rolls, std::vector<CityId> cities) {
  for (const KnownNetwork* network : rolls) {
    auto listed = network->members.begin();
    std::erase_if(cities, [&](CityId city) {
      while (listed != network->members.end() && listed->city < city) ++listed;
      return listed != network->members.end() && listed->city == city;
    });
  }
  return cities;
}

}  // namespace hansa
