#include "sim/networks/ending.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

#include "sim/networks/joining.hpp"
#include "sim/networks/succession.hpp"

namespace hansa {
namespace {

std::optional<std::size_t> meets(const World& world, std::size_t k) {
  const std::vector<CityId>& members = world.networks.members[k];
  if (members.empty()) return std::nullopt;
  const double u = world.draws.uniform(Purpose::Partner, world.year, world.networks.key[k]);
  const double scaled = u * static_cast<double>(members.size());
  const std::vector<NetworkId>& others =
      world.cities.networks[index(members[static_cast<std::size_t>(scaled)])];
  if (others.size() < 2) return std::nullopt;
  const double rest = scaled - std::floor(scaled);
  auto pick = static_cast<std::size_t>(rest * static_cast<double>(others.size() - 1));
  if (index(others[pick]) == k) pick = others.size() - 1;
  return index(others[pick]);
}

/// The Jaccard index: members of both as a share of the members of either.
double overlap(const std::vector<CityId>& a, const std::vector<CityId>& b) {
  std::size_t common = 0;
  for (const CityId city : a) common += std::binary_search(b.begin(), b.end(), city) ? 1U : 0U;
  return static_cast<double>(common) / static_cast<double>(a.size() + b.size() - common);
}

/// The squared cosine of the angle between the subjects of two networks.
double kinship(const World& world, std::size_t a, std::size_t b) {
  const std::size_t width = world.facts->n_issues + 1;
  const double *p = &world.networks.focus[a * width], *q = &world.networks.focus[b * width];
  double pq = 0, pp = 0, qq = 0;
  for (std::size_t d = 0; d < width; ++d) {
    pq += p[d] * q[d];
    pp += p[d] * p[d];
    qq += q[d] * q[d];
  }
  return pq * pq / (pp * qq);
}

double distance(const World& world, std::size_t a, std::size_t b) {
  const std::size_t n_issues = world.facts->n_issues;
  double sum = 0;
  for (std::size_t d = 0; d < n_issues; ++d) {
    sum += std::abs(world.networks.message[a * n_issues + d] - world.networks.message[b * n_issues + d]);
  }
  return std::isnan(sum) ? 1.0 : sum / static_cast<double>(n_issues);
}

/// The larger of two networks takes over the other; its subjects become those of all members.
void merge_pair(World& world, std::size_t into, std::size_t from) {
  NetworkStore& networks = world.networks;
  const std::size_t width = world.facts->n_issues + 1;
  const auto size_into = static_cast<double>(networks.members[into].size());
  const auto size_from = static_cast<double>(networks.members[from].size());
  for (std::size_t d = 0; d < width; ++d) {
    double& focus = networks.focus[into * width + d];
    focus = (size_into * focus + size_from * networks.focus[from * width + d]) / (size_into + size_from);
  }
  take_over(world, into, from);
}

}  // namespace

void merge(const NetworkParams& params, World& world) {
  const double most = (params.merger + params.consolidation) * (1.0 + 1e-9);  // any chance, but for rounding
  if (most <= 0) return;
  for (std::size_t k = 0; k < world.networks.size(); ++k) {
    if (!world.networks.alive[k]) continue;
    const double u = world.draws.uniform(Purpose::Merger, world.year, world.networks.key[k]);
    if (u >= most) continue;
    const std::optional<std::size_t> other = meets(world, k);
    if (!other) continue;
    const bool known = world.networks.known[k] >= 0 || world.networks.known[*other] >= 0;
    const double rate = std::min(1.0, params.consolidation + (known ? 0.0 : params.merger));
    const std::vector<CityId>&a = world.networks.members[k], &b = world.networks.members[*other];
    const double chance =
        rate * overlap(a, b) * kinship(world, k, *other) * (1.0 - distance(world, k, *other));
    if (u >= chance) continue;
    if (a.size() >= b.size())
      merge_pair(world, k, *other);
    else
      merge_pair(world, *other, k);
  }
}

void end_networks(const NetworkParams& params, World& world) {
  constexpr std::size_t fewest_members = 2;
  NetworkStore& networks = world.networks;
  for (std::size_t k = 0; k < networks.size(); ++k) {
    if (!networks.alive[k]) continue;
    if (networks.known[k] >= 0) continue;
    const bool ends =
        (networks.members[k].size() < fewest_members && world.year - networks.founded[k] > params.grace) ||
        world.draws.uniform(Purpose::Death, world.year, networks.key[k]) < params.death;
    if (!ends) continue;
    const std::vector<CityId> members = networks.members[k];
    for (const CityId city : members) leave(world, city, static_cast<NetworkId>(k));
    networks.alive[k] = 0;
    ++networks.deaths;
  }
}

}  // namespace hansa
