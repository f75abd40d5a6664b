#include <algorithm>
#include <cmath>
#include <iterator>
#include <numeric>

#include <catch2/catch.hpp>

#include "sim/phases/formation.hpp"
#include "sim/record/network_statistics.hpp"
#include "sim/year.hpp"
#include "tests/laws/law_world.hpp"
#include "tests/small_world.hpp"

namespace hansa {
namespace {

using test::add_network;
using test::near;
using test::SmallWorld;

/// Cities in one state, and networks with these members.
struct Ecology {
  SmallWorld small{1};
  World world;
  Ecology(std::size_t n_cities, const std::vector<std::vector<int>>& networks) : world(small.world()) {
    for (std::size_t c = 0; c < n_cities; ++c) small.add_city(0);
    world = small.world();
    for (const std::vector<int>& members : networks) add_network(world, members);
  }
};

std::vector<int> from_to(int first, int last) {
  std::vector<int> range(static_cast<std::size_t>(last - first + 1));
  std::iota(range.begin(), range.end(), first);
  return range;
}

TEST_CASE("the entropy number counts equal networks as what they are", "[network_statistics]") {
  CHECK(entropy_number(std::vector<double>{}) == 0.0);
  CHECK(entropy_number(std::vector<double>{1.0}) == near(1.0));
  CHECK(entropy_number(std::vector<double>(7, 1.0 / 7)) == near(7.0));
  CHECK(entropy_number(std::vector<double>{0.5, 0.0, 0.5}) ==
        near(2.0));  // a network without share does not count
}

TEST_CASE("the entropy number of unequal networks has the value of its closed form", "[network_statistics]") {
  CHECK(entropy_number(std::vector<double>{0.4, 0.3, 0.2, 0.1}) ==
        Approx(3.596115467).epsilon(0).margin(1e-9));
  // one of nine tenths, and sixty that share the rest: e^-(.9 ln .9 + .1 ln (.1 / 60))
  std::vector<double> shares(61, 0.1 / 60);
  shares[0] = 0.9;
  CHECK(entropy_number(shares) ==
        Approx(std::exp(-(0.9 * std::log(0.9) + 0.1 * std::log(0.1 / 60)))).epsilon(1e-12));
  CHECK(entropy_number(shares) == Approx(2.0845).epsilon(0).margin(5e-5));
}

TEST_CASE("the mean overlap of pairs of networks has the value of its closed form", "[network_statistics]") {
  // 5/15, 0, 10/20, 5/15, 10/20, 10/20: two pairs of a third, three of a half, one of nothing
  const Ecology ecology(20, {from_to(0, 9), from_to(5, 14), from_to(10, 19), from_to(0, 19)});
  CHECK(mean_jaccard(ecology.world) == Approx(0.361111111).epsilon(0).margin(1e-9));
  CHECK(mean_jaccard(ecology.world) == near((2 * (1.0 / 3) + 3 * 0.5) / 6));
}

TEST_CASE("networks of the same members overlap wholly, of others not at all", "[network_statistics]") {
  CHECK(mean_jaccard(Ecology(4, {{0, 1}, {0, 1}, {0, 1}}).world) == near(1.0));
  CHECK(mean_jaccard(Ecology(4, {{0, 1}, {2, 3}}).world) == 0.0);
  CHECK(mean_jaccard(Ecology(4, {{0, 1}}).world) == 0.0);
  CHECK(mean_jaccard(Ecology(4, {}).world) == 0.0);
  CHECK(mean_jaccard(Ecology(4, {{0, 1}, {}, {0, 1}}).world) ==
        near(1.0));  // a network without members does not count
}

TEST_CASE("the overlap of pairs is that of every pair, taken one by one, in every year of a run",
          "[network_statistics]") {
  const Scenario scenario = test::law_scenario();
  const Facts facts = build_facts(scenario, test::law_tables());
  World world = make_world(facts, Draws(11, 0));
  RunRecord record = make_record(facts);
  found_initial_networks(scenario.networks, world);
  double all = 0;
  for (world.year = 1995; world.year <= 2004; ++world.year) {
    play_year(scenario, world, record);
    double sum = 0, n_pairs = 0;
    for (const auto& a : world.networks.members) {
      for (const auto& b : world.networks.members) {
        if (&a <= &b || a.empty() || b.empty()) continue;
        std::vector<CityId> common;
        std::ranges::set_intersection(a, b, std::back_inserter(common));
        const auto n_common = static_cast<double>(common.size());
        sum += n_common / (static_cast<double>(a.size() + b.size()) - n_common);
        ++n_pairs;
      }
    }
    REQUIRE(n_pairs > 2);
    all += sum / n_pairs;
    CHECK(mean_jaccard(world) == near(sum / n_pairs));
  }
  CHECK(all > 0.05);
}

TEST_CASE("a city in two networks has half of its memberships elsewhere", "[network_statistics]") {
  // cities 0 and 3 have one membership, 1 and 2 have two each
  const NetworkStatistics statistics = count_networks(Ecology(5, {{0, 1, 2}, {1, 2, 3}}).world);
  CHECK(statistics.n_networks == 2);
  CHECK(statistics.n_memberships == 6);
  CHECK(statistics.n_member_cities == 4);
  CHECK(statistics.overlap == near(0.25));
  CHECK(statistics.mean_soft_power == 1.0);
}

TEST_CASE("the top twentieth of networks may hold all access", "[network_statistics]") {
  std::vector<std::vector<int>> networks(21, std::vector<int>{0});
  Ecology ecology(1, networks);
  CHECK(count_networks(ecology.world).top_access == 0.0);  // no network has access
  test::set_rung(ecology.world, 5, Access::Drafting);
  test::set_rung(ecology.world, 6, Access::Drafting);
  CHECK(count_networks(ecology.world).top_access == near(1.0));  // two of 21
  test::set_rung(ecology.world, 7, Access::Drafting);
  CHECK(count_networks(ecology.world).top_access == near(2.0 / 3));
}

}  // namespace
}  // namespace hansa
