#include "sim/record/network_statistics.hpp"

#include <algorithm>
#include <functional>
#include <numeric>

#include "scenarios/parameters/scenario.hpp"
#include "sim/networks/succession.hpp"
#include "support/numbers/reals.hpp"

namespace hansa {

NetworkStatistics count_networks(const World& world) {
  const By<Access, double>& nearness = world.facts->scenario->feedback.nearness;
  NetworkStatistics result;
  std::vector<double> access;
  double elsewhere = 0;
  const std::vector<Rolls> rolls = rolls_by_network(world);
  for (std::size_t k = 0; k < world.networks.size(); ++k) {
    if (!world.networks.alive[k] || world.networks.members[k].empty()) continue;
    ++result.n_networks;
    result.n_known_networks += world.networks.known[k] >= 0 ? 1 : 0;
    const std::size_t n_members = world.networks.members[k].size();
    const std::size_t n_others = off_rolls(rolls[k], world.networks.members[k]).size();
    result.n_known_memberships += static_cast<std::int32_t>(n_members - n_others);
    result.n_memberships += static_cast<std::int32_t>(n_members);
    result.mean_soft_power += world.networks.soft_power[k];
    access.push_back(nearness[world.networks.rung(k)]);
  }
  for (const auto& networks : world.cities.networks) {
    if (networks.empty()) continue;
    ++result.n_member_cities;
    elsewhere += static_cast<double>(networks.size() - 1) / static_cast<double>(networks.size());
  }
  if (result.n_networks == 0) return result;
  result.mean_soft_power /= result.n_networks;
  result.overlap = elsewhere / result.n_member_cities;
  std::sort(access.begin(), access.end(), std::greater<>());
  const std::size_t top = (access.size() + 19) / 20;
  const double all = std::accumulate(access.begin(), access.end(), 0.0);
  result.top_access =
      all > 0 ? std::accumulate(access.begin(), access.begin() + static_cast<std::ptrdiff_t>(top), 0.0) / all
              : 0.0;
  return result;
}

std::int32_t count_accredited(const World& world, Forum forum) {
  std::int32_t n = 0;
  for (std::size_t k = 0; k < world.networks.size(); ++k)
    n += !world.networks.members[k].empty() && world.networks.rung(k, forum) > Access::None ? 1 : 0;
  return n;
}

double entropy_number(std::span<const double> shares) {
  double entropy = 0, sum = 0;
  for (const double share : shares) {
    if (share <= 0) continue;
    entropy -= share * real_log(share);
    sum += share;
  }
  return sum > 0 ? real_exp(entropy) : 0.0;
}

double mean_jaccard(const World& world) {
  constexpr std::size_t block_size = 16;
  const NetworkStore& networks = world.networks;
  const std::vector<std::vector<NetworkId>>& memberships = world.cities.networks;
  std::vector<std::size_t> end;  // (city) of its networks met so far, of which there is room for all
  std::size_t n_memberships = 0;
  for (const std::vector<NetworkId>& own : memberships) {
    end.push_back(n_memberships);
    n_memberships += own.size();
  }
  const std::vector<std::size_t> begin = end;
  std::vector<std::uint32_t> met(n_memberships), n_common(networks.size() + block_size, 0);
  std::vector<double> size;  // (network)
  for (const std::vector<CityId>& members : networks.members)
    size.push_back(static_cast<double>(members.size()));
  double sum = 0, n = 0;
  for (std::size_t k = 0; k < networks.size(); ++k) {
    const std::vector<CityId>& members = networks.members[k];
    if (members.empty()) continue;
    ++n;
    for (const CityId city : members) {
      const std::size_t c = index(city);
      for (std::size_t m = begin[c]; m < end[c]; ++m) ++n_common[met[m]];
      met[end[c]++] = static_cast<std::uint32_t>(k);
    }
    for (std::size_t block = 0; block < k; block += block_size) {  // most share no city
      std::uint32_t any = 0;
      for (std::size_t j = 0; j < block_size; ++j) any |= n_common[block + j];
      if (any == 0) continue;
      for (std::size_t other = block; other < std::min(k, block + block_size); ++other) {
        if (n_common[other] == 0) continue;
        const auto common = static_cast<double>(n_common[other]);
        sum += common / (size[k] + size[other] - common);
        n_common[other] = 0;
      }
    }
  }
  return n > 1 ? sum / (n * (n - 1) / 2.0) : 0.0;
}

}  // namespace hansa
