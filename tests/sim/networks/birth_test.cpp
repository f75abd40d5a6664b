#include <cmath>
#include <numeric>
#include <set>

#include <catch2/catch.hpp>

#include "sim/networks/birth.hpp"
#include "tests/small_world.hpp"

namespace hansa {
namespace {

using test::near;
using test::SmallWorld;

TEST_CASE("networks are born steadily, around summits and while communication grows cheaper", "[birth]") {
  const BirthParams params{.base = 3.5, .event = 4, .communication = 6, .peak_year = 2000, .width = 4};
  const std::vector<int> summits = {1976, 1996, 1997};
  CHECK(expected_births(params, {}, 2000) == near(9.5));
  CHECK(expected_births(params, {}, 2004) == near(3.5 + 6 * std::exp(-0.5)));
  CHECK(expected_births(params, {}, 1996) == near(3.5 + 6 * std::exp(-0.5)));
  CHECK(expected_births(params, summits, 1976) == near(7.5).epsilon(1e-6));
  CHECK(expected_births(params, summits, 1975) == near(5.5).epsilon(1e-6));
  CHECK(expected_births(params, summits, 1977) == near(5.5).epsilon(1e-6));
  CHECK(expected_births(params, summits, 1974) == near(3.5).epsilon(1e-6));
  // a summit year beside another one counts once
  CHECK(expected_births({.base = 0, .event = 4, .communication = 0}, summits, 1997) == 4.0);
}

/// A world of two issues with four known networks.
struct Known {
  SmallWorld small{1, 2};
  Known() {
    small.facts.networks = {
        {.id = "old", .key = 1, .founded = 1990, .issue = 1, .accreditation = Access::Observer},
        {.id = "gone", .key = 2, .founded = 1990, .ended = 1999},
        {.id = "now", .key = 3, .founded = 2000, .issue = 2, .general = true},
        {.id = "later", .key = 4, .founded = 2001}};
    small.scenario.networks.focus = 0.6;
  }
};

TEST_CASE("a known network is founded in its year", "[birth]") {
  Known known;
  World world = known.small.world();
  CHECK(found_known(known.small.scenario.networks, 2000, false, 1000, world) == 1);
  CHECK(world.networks.known == std::vector<std::int32_t>{2});
  CHECK(world.networks.key == std::vector<std::uint64_t>{3});
  CHECK(world.networks.founded == std::vector<std::int32_t>{2000});
  CHECK(found_known(known.small.scenario.networks, 1999, false, 1000, world) == 0);
}

TEST_CASE("the world begins with the known networks that are still there", "[birth]") {
  Known known;
  World world = known.small.world();
  CHECK(found_known(known.small.scenario.networks, 2000, true, 1000, world) == 1);
  CHECK(world.networks.known == std::vector<std::int32_t>{0});
  CHECK(world.networks.founded == std::vector<std::int32_t>{1990});
  CHECK(world.networks.access == std::vector<Access>{Access::Observer});
  CHECK(world.networks.alive == std::vector<char>{1});
  CHECK(world.networks.soft_power == std::vector<double>{1.0});
}

TEST_CASE("no more known networks are founded than are asked for", "[birth]") {
  Known known;
  known.small.facts.networks[3].founded = 1995;
  World world = known.small.world();
  CHECK(found_known(known.small.scenario.networks, 2000, true, 1, world) == 1);
  CHECK(world.networks.known == std::vector<std::int32_t>{0});
  World none = known.small.world();
  CHECK(found_known(known.small.scenario.networks, 2000, true, 0, none) == 0);
}

TEST_CASE("a network attends to its main issue most and to the rest alike", "[birth]") {
  Known known;
  World world = known.small.world();
  found_known(known.small.scenario.networks, 2000, true, 1000, world);
  found_known(known.small.scenario.networks, 2000, false, 1000, world);
  // .6 on the second issue, .2 on the first and on all else; then .6 on all else
  CHECK(world.networks.focus[0] == near(0.2));
  CHECK(world.networks.focus[1] == near(0.6));
  CHECK(world.networks.focus[2] == near(0.2));
  CHECK(world.networks.focus[3] == near(0.2));
  CHECK(world.networks.focus[5] == near(0.6));
}

TEST_CASE("networks for cities in general are in the coordinating body wherever there is one", "[birth]") {
  Known known;
  World world = known.small.world();
  known.small.scenario.networks.coordination = 1e-12;
  found_known(known.small.scenario.networks, 2000, true, 1000, world);
  found_known(known.small.scenario.networks, 2000, false, 1000, world);
  CHECK(world.networks.coordinated == std::vector<char>{0, 1});
  World without = known.small.world();
  known.small.scenario.networks.coordination = 0;
  found_known(known.small.scenario.networks, 2000, false, 1000, without);
  CHECK(without.networks.coordinated == std::vector<char>{0});
}

TEST_CASE("generated networks have no message, no member and no access yet", "[birth]") {
  SmallWorld small(1, 2);
  World world = small.world();
  found_generated(small.scenario.networks, 2000, 3, world);
  REQUIRE(world.networks.size() == 3);
  for (std::size_t k = 0; k < 3; ++k) {
    CHECK(world.networks.known[k] == -1);
    CHECK(world.networks.founded[k] == 2000);
    CHECK(world.networks.members[k].empty());
    CHECK(std::isnan(world.networks.message[k * 2]));
    CHECK(world.networks.access[k] == Access::None);
    const double* focus = &world.networks.focus[k * 3];
    CHECK(focus[0] + focus[1] + focus[2] == near(1.0));
  }
  found_generated(small.scenario.networks, 2001, 3, world);
  CHECK(std::set(world.networks.key.begin(), world.networks.key.end()).size() == 6);
}

TEST_CASE("generated networks spread over the issues and all else alike", "[birth]") {
  SmallWorld small(1, 3);
  small.scenario.networks.focus = 1;
  small.scenario.networks.coordination = 0.3;
  World world = small.world();
  constexpr int n = 4000;
  found_generated(small.scenario.networks, 2000, n, world);
  std::vector<double> count(4, 0.0);
  for (std::size_t cell = 0; cell < world.networks.focus.size(); ++cell)
    count[cell % 4] += world.networks.focus[cell];
  for (const double of_issue : count) CHECK(of_issue == Approx(n / 4).margin(4 * std::sqrt(n * 0.25 * 0.75)));
  const int coordinated =
      std::accumulate(world.networks.coordinated.begin(), world.networks.coordinated.end(), 0);
  CHECK(coordinated == Approx(0.3 * n).margin(4 * std::sqrt(n * 0.3 * 0.7)));
}

}  // namespace
}  // namespace hansa
