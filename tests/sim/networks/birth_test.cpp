#include <algorithm>
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

TEST_CASE("births follow the number of networks, and summits if they are said to", "[birth]") {
  const BirthParams params{.growth = 0.05, .event = 4};
  const std::vector<int> summits = {1976, 1996, 1997};
  CHECK(expected_births(params, {}, 60, 2000) == near(3));
  CHECK(expected_births(params, {}, 0, 2000) == 0);
  CHECK(expected_births(params, summits, 60, 1976) == near(7));
  CHECK(expected_births(params, summits, 60, 1975) == near(5));
  CHECK(expected_births(params, summits, 60, 1977) == near(5));
  CHECK(expected_births(params, summits, 60, 1974) == near(3));
  // a summit year beside another one counts once
  CHECK(expected_births({.growth = 0, .event = 4}, summits, 60, 1997) == 4.0);
}

/// A world of two issues with four known networks.
struct Known {
  SmallWorld small{1, 2};
  Known() {
    small.facts.networks = {{.id = "old", .key = 1, .founded = 1990, .issue = 1},
                            {.id = "gone", .key = 2, .founded = 1990, .ended = 1999, .successor = 0},
                            {.id = "now", .key = 3, .founded = 2000, .issue = 2, .domain = Domain::General},
                            {.id = "later", .key = 4, .founded = 2001}};
    small.scenario.networks.focus = 0.6;
  }
};

TEST_CASE("a known network is founded in its year", "[birth]") {
  Known known;
  World world = known.small.world();
  CHECK(found_known(known.small.scenario.networks, 2000, false, world) == 1);
  CHECK(world.networks.known == std::vector<std::int32_t>{2});
  CHECK(world.networks.key == std::vector<std::uint64_t>{3});
  CHECK(world.networks.founded == std::vector<std::int32_t>{2000});
  CHECK(found_known(known.small.scenario.networks, 1999, false, world) == 0);
}

TEST_CASE("the world begins with the known networks of earlier years", "[birth]") {
  Known known;
  World world = known.small.world();
  CHECK(found_known(known.small.scenario.networks, 2000, true, world) == 2);
  CHECK(world.networks.known == std::vector<std::int32_t>{0, 1});
  CHECK(world.networks.founded == std::vector<std::int32_t>{1990, 1990});
  CHECK(world.networks.rungs == std::vector<Access>(2 * n_forums, Access::None));
  CHECK(world.networks.alive == std::vector<char>{1, 1});
  CHECK(world.networks.successor == std::vector<std::int32_t>{-1, -1});
  CHECK(world.networks.soft_power == std::vector<double>{1.0, 1.0});
}

TEST_CASE("a network attends to its main issue most and to the rest alike", "[birth]") {
  Known known;
  World world = known.small.world();
  found_known(known.small.scenario.networks, 2000, true, world);
  found_known(known.small.scenario.networks, 2000, false, world);
  // .6 on the second issue, .2 on the first and on all else; then .6 on all else
  CHECK(world.networks.focus[0] == near(0.2));
  CHECK(world.networks.focus[1] == near(0.6));
  CHECK(world.networks.focus[2] == near(0.2));
  CHECK(world.networks.focus[6] == near(0.2));
  CHECK(world.networks.focus[8] == near(0.6));
}

TEST_CASE("networks for cities in general are in the coordinating body wherever there is one", "[birth]") {
  Known known;
  World world = known.small.world();
  known.small.scenario.networks.coordination = 1e-12;
  found_known(known.small.scenario.networks, 2000, true, world);
  found_known(known.small.scenario.networks, 2000, false, world);
  CHECK(world.networks.coordinated == std::vector<char>{0, 0, 1});
  World without = known.small.world();
  known.small.scenario.networks.coordination = 0;
  found_known(known.small.scenario.networks, 2000, false, without);
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
    CHECK(world.networks.rung(k) == Access::None);
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

TEST_CASE("networks that communicate twice as much will have twice the members", "[birth]") {
  SmallWorld small(1);
  World once = small.world(), twice = small.world(), silent = small.world();
  NetworkParams params;
  found_generated(params, 2000, 20, once);
  params.functions.communicate = 2;
  found_generated(params, 2000, 20, twice);
  params.functions.communicate = 0;
  found_generated(params, 2000, 20, silent);
  for (std::size_t k = 0; k < 20; ++k) {
    CHECK(twice.networks.target[k] == near(2 * once.networks.target[k]));
    CHECK(silent.networks.target[k] == 0);
  }
}

TEST_CASE("the members that a network will have are log-normal around their median", "[birth]") {
  SmallWorld small(1);
  World world = small.world();
  const NetworkParams params{.size = 20, .size_sd = 1};
  constexpr int n = 1000;
  found_generated(params, 2000, n, world);
  const auto n_above = [&](double size) {
    return std::count_if(world.networks.target.begin(), world.networks.target.end(),
                         [&](double target) { return target > size; });
  };
  CHECK(n_above(20) == Approx(n / 2).margin(4 * std::sqrt(n * 0.25)));
  // one deviation above the median: 15.9 %
  CHECK(n_above(20 * std::exp(1.0)) == Approx(0.1587 * n).margin(4 * std::sqrt(n * 0.1587 * 0.8413)));
}

TEST_CASE("generated networks sit where networks of the tables do", "[birth]") {
  SmallWorld small(1);
  World world = small.world();
  found_generated({}, 2000, 3, world);
  CHECK(world.networks.base == std::vector<std::int32_t>{-1, -1, -1});  // there are none
  small.facts.bases = {{1.0}, {2.0}};
  small.facts.base_of_networks = {1, 0, 1, 1};
  constexpr int n = 1000;
  World based = small.world();
  found_generated({}, 2000, n, based);
  CHECK(std::count(based.networks.base.begin(), based.networks.base.end(), 1) ==
        Approx(0.75 * n).margin(4 * std::sqrt(n * 0.1875)));
}

TEST_CASE("networks of the start are as old as those of a number that grows", "[birth]") {
  SmallWorld small(1);
  World world = small.world();
  constexpr int n = 2000;
  found_generated({}, 1999, n, world);
  age_generated({.growth = 0.05}, world);
  double sum = 0;
  for (const int founded : world.networks.founded) sum += 1999 - founded;
  // exponential of mean 20, cut at 100, whole years
  CHECK(sum / n == Approx(20 * (1 - std::exp(-5.0)) - 0.5).margin(4 * 20 / std::sqrt(n)));
}

}  // namespace
}  // namespace hansa
