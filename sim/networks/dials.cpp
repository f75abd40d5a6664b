#include "sim/networks/dials.hpp"

#include <algorithm>

#include "sim/networks/joining.hpp"
#include "sim/networks/succession.hpp"

namespace hansa {
namespace {

/// The known network of a slot; nullptr for a generated one.
const KnownNetwork* known_at(const World& world, std::size_t k) {
  const std::int32_t row = world.networks.known[k];
  return row < 0 ? nullptr : &world.facts->networks[static_cast<std::size_t>(row)];
}

/// The same, if its dials hold by now.
const KnownNetwork* dialled(const World& world, std::size_t k) {
  const KnownNetwork* network = known_at(world, k);
  return network != nullptr && network->dialled_from <= world.year ? network : nullptr;
}

}  // namespace

double part_in(const World& world, std::size_t network, Channel channel) {
  const KnownNetwork* known = dialled(world, network);
  return known == nullptr ? 1.0 : known->part[channel];
}

std::optional<Access> seat_of(const World& world, std::size_t network) {
  const KnownNetwork* known = dialled(world, network);
  return known == nullptr ? std::nullopt : known->seat;
}

void take_seats(World& world) {
  for (std::size_t k = 0; k < world.networks.size(); ++k) {
    const std::optional<Access> seat = seat_of(world, k);
    if (!world.networks.alive[k] || !seat) continue;
    for (std::size_t f = 0; f < n_forums; ++f) world.networks.rungs[k * n_forums + f] = *seat;
  }
}

void end_absent(World& world) {
  NetworkStore& networks = world.networks;
  for (std::size_t k = 0; k < networks.size(); ++k) {
    const KnownNetwork* network = known_at(world, k);
    if (!networks.alive[k] || network == nullptr || network->absent_from > world.year) continue;
    const std::vector<CityId> members = networks.members[k];
    for (const CityId city : members) leave(world, city, static_cast<NetworkId>(k));
    networks.alive[k] = 0;
    ++networks.deaths;
  }
}

int n_places_kept(const World& world) {
  const std::vector<KnownNetwork>& known = world.facts->networks;
  std::vector<char> lives(known.size(), 0);
  for (std::size_t k = 0; k < world.networks.size(); ++k) {
    if (world.networks.alive[k] && world.networks.known[k] >= 0)
      lives[static_cast<std::size_t>(world.networks.known[k])] = 1;
  }
  int n_kept = 0;
  for (std::size_t row = 0; row < known.size(); ++row) {
    if (known[row].keeps_place && known[row].founded < world.facts->first_year && !lives[row]) ++n_kept;
  }
  return n_kept;
}

void merge_domains(const NetworkParams& params, World& world) {
  if (world.year < params.merge_from) return;
  const auto& members = world.networks.members;
  for (const Domain domain : params.merge_domains) {
    std::vector<std::size_t> kin;
    for (std::size_t k = 0; k < world.networks.size(); ++k) {
      const KnownNetwork* network = known_at(world, k);
      if (world.networks.alive[k] && network != nullptr && network->domain == domain) kin.push_back(k);
    }
    const auto greatest = std::max_element(kin.begin(), kin.end(), [&](std::size_t a, std::size_t b) {
      const std::int32_t row_a = world.networks.known[a], row_b = world.networks.known[b];
      return members[a].size() != members[b].size() ? members[a].size() < members[b].size() : row_a > row_b;
    });
    for (const std::size_t k : kin)
      if (k != *greatest) take_over(world, *greatest, k);
  }
}

}  // namespace hansa
