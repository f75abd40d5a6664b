#include "sim/networks/joining.hpp"

#include <algorithm>
#include <cmath>

#include "sim/networks/succession.hpp"
#include "support/numbers/reals.hpp"

namespace hansa {
namespace {

/// Draws cities by capacity * resources * home rule, by inverting the cumulative sum.
class Invitations {
 public:
  explicit Invitations(const World& world) : sums_(world.facts->n_cities), first_(n_drawers + 1) {
    const Facts& facts = *world.facts;
    double sum = 0;
    for (std::size_t c = 0; c < facts.n_cities; ++c) {
      sum += facts.city_capacity[c] * world.cities.resources[c] *
             world.now().home_rule[index(facts.city_state[c])];
      sums_[c] = sum;
    }
    std::size_t c = 0;
    for (std::size_t k = 0; k <= n_drawers; ++k) {
      const double from = static_cast<double>(k) / n_drawers * sum;
      while (c < sums_.size() && sums_[c] <= from) ++c;
      first_[k] = std::min(c, sums_.size() - 1);
    }
  }

  /// The first city whose cumulative share exceeds u, else the last.
  [[nodiscard]] std::size_t city_at(double u) const {
    const double sought = u * sums_.back();
    std::size_t c = first_[static_cast<std::size_t>(u * n_drawers)];  // may be past it by rounding
    while (c > 0 && sums_[c - 1] > sought) --c;
    while (c + 1 < sums_.size() && sums_[c] <= sought) ++c;
    return c;
  }

 private:
  static constexpr std::size_t n_drawers = 4096;  // equal shares of the sum, to start the search from
  std::vector<double> sums_;
  std::vector<std::size_t> first_;
};

/// 1 - mean distance between a city's position and a network's message; 1/2 while the network has none.
double similarity(const World& world, CityId city, std::size_t network) {
  const std::size_t n_issues = world.facts->n_issues;
  const double* z = &world.cities.position[index(city) * n_issues];
  const double* message = &world.networks.message[network * n_issues];
  if (std::isnan(message[0])) return 0.5;
  double distance = 0;
  for (std::size_t d = 0; d < n_issues; ++d) distance += std::abs(z[d] - message[d]);
  return 1.0 - distance / static_cast<double>(n_issues);
}

bool accepts(const NetworkParams& params, const World& world, CityId city, std::size_t network) {
  const double power = world.networks.soft_power[network];
  const double held = static_cast<double>(world.cities.networks[index(city)].size());
  const double leaning =
      params.join.intercept + params.join.soft_power * power / (1.0 + power) +
      params.join.similarity * params.functions.communicate * similarity(world, city, network) -
      params.join.memberships * params.attention_cost * held;
  const std::uint64_t pair = entity_key(world.networks.key[network], world.facts->city_key[index(city)]);
  return world.draws.uniform(Purpose::Acceptance, world.year, pair) < logistic(leaning);
}

int n_invited(const NetworkParams& params, const World& world, std::size_t network, bool first) {
  const std::uint64_t key = world.networks.key[network];
  if (first) {
    const double size = params.invitations * params.functions.communicate *
                        real_exp(params.invitations_sd * world.draws.normal(Purpose::Size, 0, key));
    return static_cast<int>(std::min(size, static_cast<double>(world.facts->n_cities)));
  }
  const double more = params.growth * static_cast<double>(world.networks.members[network].size()) + 1.0;
  return static_cast<int>(more * params.functions.communicate);
}

/// The share of years of joining up to now among those from the founding on; exponential, without end.
double joined_by(int year, int founded, double lag) {
  return 1.0 - real_exp(-std::max(0, year - founded + 1) / lag);
}

void join_known(double lag, World& world, std::size_t slot, const KnownNetwork& network) {
  const double by_now = joined_by(world.year, network.founded, lag);
  for (const KnownNetwork::Member& member : network.members) {
    bool joined = member.since <= world.year;
    if (member.observed && !joined) {
      const std::uint64_t pair = entity_key(network.key, world.facts->city_key[index(member.city)]);
      joined =
          world.draws.uniform(Purpose::Joining, 0, pair) * joined_by(member.since, network.founded, lag) <
          by_now;
    }
    if (joined) join(world, member.city, static_cast<NetworkId>(slot));
  }
}

/// The existing networks in the random order in which they invite this year.
std::vector<std::size_t> turns(const World& world) {
  std::vector<std::pair<double, std::size_t>> drawn;
  for (std::size_t k = 0; k < world.networks.size(); ++k) {
    if (!world.networks.alive[k]) continue;
    drawn.emplace_back(world.draws.uniform(Purpose::Turn, world.year, world.networks.key[k]), k);
  }
  std::sort(drawn.begin(), drawn.end());
  std::vector<std::size_t> order;
  for (const auto& turn : drawn) order.push_back(turn.second);
  return order;
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

void invite(const NetworkParams& params, World& world) {
  const Invitations invitations(world);
  std::fill(world.cities.offers.begin(), world.cities.offers.end(), 0);
  const std::vector<Rolls> rolls = rolls_by_network(world);
  for (const std::size_t k : turns(world)) {
    const bool first = world.networks.members[k].empty();
    for (const KnownNetwork* network : rolls[k]) join_known(params.join_lag, world, k, *network);
    if (const int known = world.networks.known[k];
        known >= 0 && world.facts->networks[static_cast<std::size_t>(known)].roll == Roll::All)
      continue;
    const int n = n_invited(params, world, k, first);
    for (int j = 0; j < n; ++j) {
      const double u = world.draws.uniform(Purpose::Invitation, world.year,
                                           entity_key(world.networks.key[k], static_cast<std::uint64_t>(j)));
      const std::size_t c = invitations.city_at(u);
      if (world.cities.offers[c] >= params.offers) continue;
      ++world.cities.offers[c];
      const auto city = static_cast<CityId>(c);
      if (accepts(params, world, city, k)) join(world, city, static_cast<NetworkId>(k));
    }
  }
}

void leave_networks(const NetworkParams& params, World& world) {
  if (params.leave <= 0) return;
  const std::vector<Rolls> rolls = rolls_by_network(world);
  for (std::size_t k = 0; k < world.networks.size(); ++k) {
    if (!world.networks.alive[k]) continue;
    const std::vector<CityId> members = world.networks.members[k];
    for (const CityId city : members) {
      if (is_on(rolls[k], city)) continue;
      const std::uint64_t pair = entity_key(world.networks.key[k], world.facts->city_key[index(city)]);
      if (world.draws.uniform(Purpose::Leaving, world.year, pair) < params.leave)
        leave(world, city, static_cast<NetworkId>(k));
    }
  }
}

}  // namespace hansa
