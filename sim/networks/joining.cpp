#include "sim/networks/joining.hpp"

#include <algorithm>
#include <cmath>

#include "sim/networks/race.hpp"
#include "sim/networks/succession.hpp"
#include "support/numbers/reals.hpp"

namespace hansa {
namespace {

/// The share of years of joining up to now among those from the founding on; exponential, without end.
double joined_by(int year, int founded, double lag) {
  return 1.0 - real_exp(-std::max(0, year - founded + 1) / lag);
}

/// Whether a known member has joined by this year.
bool has_joined(double lag, const World& world, const KnownNetwork& network,
                const KnownNetwork::Member& member, double by_now) {
  if (member.since <= world.year) return true;
  if (!member.observed) return false;
  const std::uint64_t pair = entity_key(network.key, world.facts->city_key[index(member.city)]);
  return world.draws.uniform(Purpose::Joining, 0, pair) * joined_by(member.since, network.founded, lag) <
         by_now;
}

void join_known(double lag, World& world, std::size_t slot, const KnownNetwork& network) {
  const double by_now = joined_by(world.year, network.founded, lag);
  const std::vector<CityId> before = world.networks.members[slot];
  auto member_of_it = before.begin();
  for (const KnownNetwork::Member& member : network.members) {
    while (member_of_it != before.end() && *member_of_it < member.city) ++member_of_it;
    if (member_of_it != before.end() && *member_of_it == member.city) continue;
    if (has_joined(lag, world, network, member, by_now))
      join(world, member.city, static_cast<NetworkId>(slot));
  }
}

/// The share of its size that a network has reached.
double grown(const World& world, std::size_t k, double lag) {
  const double by_now = joined_by(world.year, world.networks.founded[k], lag);
  const int known = world.networks.known[k];
  if (known < 0) return by_now;
  const std::optional<int>& counted = world.facts->networks[static_cast<std::size_t>(known)].counted;
  return counted ? std::min(1.0, by_now / joined_by(*counted, world.networks.founded[k], lag)) : by_now;
}

/// Cities next in line join until the network has as many members as it should by now.
void fill_places(const NetworkParams& params, World& world, std::size_t k) {
  const double size = world.networks.target[k];
  const auto n_places = static_cast<std::size_t>(std::lround(
      std::min(size, std::max<double>(params.founders, size * grown(world, k, params.join_lag)))));
  std::vector<CityId>& line = world.networks.line[k];
  auto& served = world.networks.served[k];
  while (world.networks.members[k].size() < n_places) {
    if (static_cast<std::size_t>(served) == line.size()) {
      const std::size_t so_far = line.size();
      line = first_in_race(world, k, std::max(2 * so_far, static_cast<std::size_t>(size) + 8));
      if (line.size() == so_far) return;
    }
    join(world, line[static_cast<std::size_t>(served++)], static_cast<NetworkId>(k));
  }
}

}  // namespace

bool join(World& world, CityId city, NetworkId network) {
  std::vector<CityId>& members = world.networks.members[index(network)];
  const auto place = std::lower_bound(members.begin(), members.end(), city);
  if (place != members.end() && *place == city) return false;
  members.insert(place, city);
  world.cities.networks[index(city)].push_back(network);
  return true;
}

void leave(World& world, CityId city, NetworkId network) {
  std::vector<CityId>& members = world.networks.members[index(network)];
  members.erase(std::lower_bound(members.begin(), members.end(), city));
  std::erase(world.cities.networks[index(city)], network);
}

void join_networks(const NetworkParams& params, World& world) {
  const std::vector<Rolls> rolls = rolls_by_network(world);
  for (std::size_t k = 0; k < world.networks.size(); ++k) {
    if (!world.networks.alive[k]) continue;
    for (const KnownNetwork* network : rolls[k]) join_known(params.join_lag, world, k, *network);
    const int known = world.networks.known[k];
    const bool complete =
        known >= 0 && world.facts->networks[static_cast<std::size_t>(known)].roll == Roll::All;
    if (!complete) fill_places(params, world, k);
  }
}

void leave_networks(const NetworkParams& params, World& world) {
  if (params.leave <= 0) return;
  const std::vector<Rolls> rolls = rolls_by_network(world);
  std::vector<std::uint64_t> pairs;
  std::vector<double> drawn;
  for (std::size_t k = 0; k < world.networks.size(); ++k) {
    if (!world.networks.alive[k]) continue;
    const std::vector<CityId> others = off_rolls(rolls[k], world.networks.members[k]);
    pairs.clear();
    for (const CityId city : others)
      pairs.push_back(entity_key(world.networks.key[k], world.facts->city_key[index(city)]));
    drawn.resize(pairs.size());
    world.draws.uniforms(Purpose::Leaving, world.year, pairs, drawn);
    for (std::size_t m = 0; m < others.size(); ++m)
      if (drawn[m] < params.leave) leave(world, others[m], static_cast<NetworkId>(k));
  }
}

}  // namespace hansa
