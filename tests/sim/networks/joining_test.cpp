#include <cmath>
#include <numeric>

#include <catch2/catch.hpp>

#include "sim/networks/joining.hpp"
#include "support/numbers/reals.hpp"
#include "tests/small_world.hpp"

namespace hansa {
namespace {

using test::add_network;
using test::SmallWorld;
using Members = std::vector<CityId>;

/// One state with n cities that accept every offer, and networks that invite a set number.
struct Eager {
  SmallWorld small{1};
  NetworkParams& params;
  explicit Eager(std::size_t n_cities) : params(small.scenario.networks) {
    for (std::size_t c = 0; c < n_cities; ++c) small.add_city(0);
    params.join.intercept = 1000;
    params.invitations_sd = 0;
    params.growth = 0;
  }
  /// A world with cities' positions set, to compare with messages.
  World world(std::uint32_t realization = 0) const {
    World result = small.world(realization);
    result.cities.position.assign(result.cities.position.size(), 0.5);
    return result;
  }
};

TEST_CASE("a membership is noted on both sides and only once", "[joining]") {
  Eager eager(3);
  World world = eager.world();
  add_network(world, {});
  CHECK(join(world, CityId{2}, NetworkId{0}));
  CHECK(join(world, CityId{0}, NetworkId{0}));
  CHECK_FALSE(join(world, CityId{2}, NetworkId{0}));
  CHECK(world.networks.members[0] == Members{CityId{0}, CityId{2}});
  CHECK(world.cities.networks[2] == std::vector<NetworkId>{NetworkId{0}});
  leave(world, CityId{2}, NetworkId{0});
  CHECK(world.networks.members[0] == Members{CityId{0}});
  CHECK(world.cities.networks[2].empty());
}

TEST_CASE("a network invites a set number of cities at birth and a few a year later", "[joining]") {
  Eager eager(100);
  eager.params.invitations = 20;
  eager.params.growth = 0.25;
  eager.params.offers = 1000;
  World world = eager.world();
  add_network(world, {});
  invite(eager.params, world);
  CHECK(std::accumulate(world.cities.offers.begin(), world.cities.offers.end(), 0) == 20);
  const std::size_t n_members = world.networks.members[0].size();
  CHECK(n_members > 12);  // some were invited twice
  invite(eager.params, world);
  const int expected = static_cast<int>(0.25 * static_cast<double>(n_members) + 1);
  CHECK(std::accumulate(world.cities.offers.begin(), world.cities.offers.end(), 0) == expected);
}

TEST_CASE("no network invites more cities at birth than there are", "[joining]") {
  Eager eager(5);
  eager.params.invitations = 1000;
  eager.params.offers = 1000;
  World world = eager.world();
  add_network(world, {});
  invite(eager.params, world);
  CHECK(std::accumulate(world.cities.offers.begin(), world.cities.offers.end(), 0) == 5);
}

TEST_CASE("networks that do not communicate invite no city", "[joining]") {
  Eager eager(5);
  eager.params.functions.communicate = 0;
  World world = eager.world();
  add_network(world, {});
  add_network(world, {0, 1});
  invite(eager.params, world);
  CHECK(std::accumulate(world.cities.offers.begin(), world.cities.offers.end(), 0) == 0);
}

TEST_CASE("the number invited at birth is log-normal around its median", "[joining]") {
  Eager eager(2000);
  eager.params.invitations = 20;
  eager.params.invitations_sd = 1;
  eager.params.offers = 1'000'000;
  int n_above = 0;
  constexpr int n = 400;
  for (std::uint32_t r = 0; r < n; ++r) {
    World world = eager.world(r);
    add_network(world, {});
    invite(eager.params, world);
    n_above +=
        std::accumulate(world.cities.offers.begin(), world.cities.offers.end(), 0) > 20 * std::exp(1.0);
  }
  // one deviation above the median: 15.9 %
  CHECK(n_above == Approx(0.1587 * n).margin(4 * std::sqrt(n * 0.1587 * 0.8413)));
}

TEST_CASE("invitations go where capacity, resources and home rule are", "[joining]") {
  SmallWorld small(2);
  small.add_city(0, 1.0);
  small.add_city(0, 3.0);
  small.add_city(1, 3.0);
  small.now().home_rule = {0.5, 0.25};
  NetworkParams& params = small.scenario.networks;
  params.join.intercept = -1000;
  params.invitations = 3;
  params.invitations_sd = 0;
  params.offers = 1'000'000;
  World world = small.world();
  world.cities.position.assign(3, 0.5);
  world.cities.resources = {1.0, 1.0, 0.5};
  constexpr int n = 3000;
  for (int k = 0; k < n; ++k) add_network(world, {});
  invite(params, world);
  // weights .5, 1.5 and .375
  const double sum = 2.375;
  for (const auto& [c, weight] : {std::pair{0U, 0.5}, {1U, 1.5}, {2U, 0.375}}) {
    const double p = weight / sum;
    CHECK(world.cities.offers[c] == Approx(3 * n * p).margin(4 * std::sqrt(3 * n * p * (1 - p))));
  }
}

TEST_CASE("a city weighs so many invitations a year and no more", "[joining]") {
  Eager eager(1);
  eager.params.offers = 2;
  World world = eager.world();
  for (int k = 0; k < 5; ++k) add_network(world, {});
  invite(eager.params, world);
  CHECK(world.cities.networks[0].size() == 2);
  CHECK(world.cities.offers[0] == 2);
  invite(eager.params, world);  // and as many the next time
  CHECK(world.cities.offers[0] == 2);
}

TEST_CASE("networks take turns in an order that is drawn anew", "[joining]") {
  // a city considers one invitation: either of two networks may be first
  std::vector<int> n_first(2, 0);
  constexpr int n = 400;
  for (std::uint32_t r = 0; r < n; ++r) {
    Eager eager(1);
    eager.params.offers = 1;
    World world = eager.world(r);
    add_network(world, {});
    add_network(world, {});
    invite(eager.params, world);
    for (std::size_t k = 0; k < 2; ++k) n_first[k] += world.networks.members[k].empty() ? 0 : 1;
  }
  CHECK(n_first[0] + n_first[1] == n);
  CHECK(n_first[0] == Approx(n / 2).margin(4 * std::sqrt(n * 0.25)));
}

TEST_CASE("a city accepts by soft power, likeness and the attention it has left", "[joining]") {
  SmallWorld small(1);
  small.add_city(0);
  NetworkParams& params = small.scenario.networks;
  params.invitations = 1;
  params.invitations_sd = 0;
  params.attention_cost = 0.05;
  params.functions.communicate = 1;
  params.join = {.intercept = -0.5, .soft_power = 1.5, .similarity = 2.0, .memberships = 20.0};
  int n_accepted = 0;
  for (std::uint32_t r = 0; r < 300; ++r) {
    World world = small.world(r);
    world.cities.position = {0.3};
    add_network(world, {0});
    const std::size_t k = add_network(world, {}, 0, 0.5);
    world.networks.soft_power[k] = 3.0;
    world.networks.members[0] = {CityId{0}};
    invite(params, world);
    const bool joined = !world.networks.members[k].empty();
    // -.5 + 1.5 * 3/4 + 2 (1 - .2) - 20 * .05 * 1 membership
    const double chance = logistic(-0.5 + 1.125 + 1.6 - 1.0);
    const double u = world.draws.uniform(Purpose::Acceptance, world.year,
                                         entity_key(world.networks.key[k], small.facts.city_key[0]));
    REQUIRE(joined == (u < chance));
    n_accepted += joined;
  }
  CHECK((n_accepted > 150 && n_accepted < 290));
}

TEST_CASE("a network without a message yet is half alike to every city", "[joining]") {
  SmallWorld small(1);
  small.add_city(0);
  NetworkParams& params = small.scenario.networks;
  params.invitations = 1;
  params.invitations_sd = 0;
  params.join = {.intercept = -1.0, .soft_power = 0, .similarity = 2.0, .memberships = 0};
  for (std::uint32_t r = 0; r < 100; ++r) {
    World world = small.world(r);
    world.cities.position = {0.0};
    add_network(world, {}, 0, std::nan(""));
    invite(params, world);
    const double u = world.draws.uniform(Purpose::Acceptance, world.year,
                                         entity_key(world.networks.key[0], small.facts.city_key[0]));
    REQUIRE(world.networks.members[0].empty() == (u >= 0.5));
  }
}

/// A world of 2000 to 2010 with a known network of 2000, which city 0 joined in 2005 and of which city 1 was
/// observed to be a member in 2008.
struct Known {
  SmallWorld small{1, 1, 11};
  World world;
  explicit Known(std::uint32_t realization = 0) : world(small.world()) {
    for (int c = 0; c < 3; ++c) small.add_city(0);
    small.scenario.networks.join.intercept = 1000;
    small.facts.networks = {{.id = "known",
                             .key = 77,
                             .founded = 2000,
                             .roll = Roll::All,
                             .members = {{CityId{0}, 2005, false}, {CityId{1}, 2008, true}}}};
    world = small.world(realization);
    world.cities.position.assign(3, 0.5);
    add_network(world, {});
    world.networks.known[0] = 0;
    world.networks.key[0] = 77;
  }
};

TEST_CASE("known members join in their year and no other city is invited", "[joining]") {
  Known known;
  for (const auto& [year, is_member] : {std::pair{2000, false}, {2004, false}, {2005, true}, {2010, true}}) {
    known.world.year = year;
    invite(known.small.scenario.networks, known.world);
    CHECK(known.world.cities.networks[0].empty() == !is_member);
    CHECK(known.world.cities.networks[2].empty());
    CHECK(std::accumulate(known.world.cities.offers.begin(), known.world.cities.offers.end(), 0) == 0);
  }
}

TEST_CASE("a network with a partial roll has its known members and invites others as any other",
          "[joining]") {
  for (const Roll roll : {Roll::Some, Roll::None}) {
    Known known;
    known.small.facts.networks[0].roll = roll;
    known.small.scenario.networks.invitations = 20;
    known.small.scenario.networks.invitations_sd = 0;
    known.small.scenario.networks.offers = 1000;
    known.world.year = 2006;  // its first year with a member
    invite(known.small.scenario.networks, known.world);
    CHECK(std::accumulate(known.world.cities.offers.begin(), known.world.cities.offers.end(), 0) == 3);
    CHECK(known.world.cities.networks[0].size() == 1);
    known.small.scenario.networks.leave = 1;
    leave_networks(known.small.scenario.networks, known.world);
    CHECK(known.world.networks.members[0] == Members{CityId{0}, CityId{1}});
  }
}

TEST_CASE("a member that was only observed joined after an exponential lag, cut at the observation",
          "[joining]") {
  const double lag = GENERATE(4.0, 1000.0);
  std::vector<int> n_joined(2011, 0);
  constexpr int n = 900;
  for (std::uint32_t r = 0; r < n; ++r) {
    Known known(r);
    known.small.scenario.networks.join_lag = lag;
    for (known.world.year = 2000; known.world.cities.networks[1].empty(); ++known.world.year) {
      REQUIRE(known.world.year <= 2008);
      invite(known.small.scenario.networks, known.world);
    }
    ++n_joined[static_cast<std::size_t>(known.world.year - 1)];
  }
  for (std::size_t year = 2000; year <= 2008; ++year) {
    const double before = static_cast<double>(year) - 2000;
    const double p = (std::exp(-before / lag) - std::exp(-(before + 1) / lag)) / (1 - std::exp(-9 / lag));
    CHECK(n_joined[year] == Approx(n * p).margin(4 * std::sqrt(n * p)));
  }
}

TEST_CASE("members leave by chance but known members stay", "[joining]") {
  Known known;
  World& world = known.world;
  add_network(world, {0, 1, 2});
  world.networks.members[0] = {CityId{0}};
  world.cities.networks[0].push_back(NetworkId{0});
  known.small.scenario.networks.leave = 0;
  leave_networks(known.small.scenario.networks, world);
  CHECK(world.networks.members[1].size() == 3);
  known.small.scenario.networks.leave = 1;
  leave_networks(known.small.scenario.networks, world);
  CHECK(world.networks.members[0] == Members{CityId{0}});
  CHECK(world.networks.members[1].empty());
  CHECK(world.cities.networks[0] == std::vector<NetworkId>{NetworkId{0}});
}

TEST_CASE("as many members leave a year as their chance says", "[joining]") {
  SmallWorld small(1);
  std::vector<int> cities;
  constexpr int n = 2000;
  for (int c = 0; c < n; ++c) {
    small.add_city(0);
    cities.push_back(c);
  }
  small.scenario.networks.leave = 0.1;
  World world = small.world();
  add_network(world, cities);
  leave_networks(small.scenario.networks, world);
  CHECK(world.networks.members[0].size() == Approx(0.9 * n).margin(4 * std::sqrt(n * 0.09)));
}

}  // namespace
}  // namespace hansa
