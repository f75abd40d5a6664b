#include "sim/leave_one_out.hpp"

#include "sim/record/network_record.hpp"

namespace hansa {
namespace {

void take_out(std::size_t k, World& world) {
  for (const CityId city : world.networks.members[k])
    std::erase(world.cities.networks[index(city)], static_cast<NetworkId>(k));
  world.networks.members[k].clear();
  world.networks.alive[k] = 0;
}

void put_back(std::size_t k, const World& from, World& world) {
  for (const CityId city : from.networks.members[k])
    world.cities.networks[index(city)] = from.cities.networks[index(city)];
  world.networks.members[k] = from.networks.members[k];
  world.networks.alive[k] = from.networks.alive[k];
  // what deliberation writes
  world.cities.attention = from.cities.attention;
  world.networks.message = from.networks.message;
  world.networks.cohesion = from.networks.cohesion;
}

}  // namespace

World without_network(const World& world, std::size_t k) {
  World less = world;
  take_out(k, less);
  return less;
}

void for_each_left_out(const World& world, const std::function<void(std::size_t row, World& less)>& visit) {
  World less = world;
  for (std::size_t k = 0; k < world.networks.size(); ++k) {
    const int row = known_row(world, k);
    if (row < 0) continue;
    take_out(k, less);
    visit(static_cast<std::size_t>(row), less);
    put_back(k, world, less);
  }
}

}  // namespace hansa
