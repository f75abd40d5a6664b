#include <algorithm>
#include <cmath>

#include <catch2/catch.hpp>

#include "sim/kernel/processor.hpp"
#include "sim/networks/race.hpp"
#include "sim/networks/race_loop.hpp"
#include "support/numbers/reals.hpp"
#include "tests/small_world.hpp"

namespace hansa {
namespace {

using test::add_network;
using test::near;
using test::SmallWorld;

/// Two states with cities of different rates, and a network whose base the second is half as near to as the first.
struct Race {
  SmallWorld small{2};
  World world;
  explicit Race(int n_cities, std::uint32_t realization = 0) : world(small.world()) {
    for (std::size_t state : {0U, 1U})
      for (int c = 0; c < n_cities / 2; ++c) small.add_city(state);
    for (std::size_t c = 0; c < small.facts.n_cities; ++c)
      small.facts.city_pull[c] = 0.01 * static_cast<double>(1 + c % 7);
    small.now().joining = {1.0, 3.0};
    small.facts.bases = {{1.0, 0.5}};
    world = small.world(realization);
    add_network(world, {});
    world.networks.base[0] = 0;
  }
  double rate(std::size_t c) const {
    return small.facts.city_pull[c] * (small.facts.city_state[c] == StateId{0} ? 1.0 : 1.5);
  }
};

TEST_CASE("those whose clocks ring first are first, whatever the number asked for", "[race]") {
  const Race race(400);
  std::vector<std::pair<double, CityId>> clocks;
  const std::uint64_t drawn = race.world.draws.word(Purpose::Joining, 1, race.world.networks.key[0]);
  for (std::size_t c = 0; c < 400; ++c) {
    const double u = unit_interval(entity_key(drawn, race.small.facts.city_key[c]));
    clocks.emplace_back(-std::log(1.0 - u) / race.rate(c), static_cast<CityId>(c));
  }
  std::sort(clocks.begin(), clocks.end());
  std::vector<CityId> order;
  for (const auto& [time, city] : clocks) order.push_back(city);
  for (const std::size_t n : {0U, 1U, 7U, 100U, 399U, 400U}) {
    const std::vector<CityId> expected(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(n));
    CHECK(first_in_race(race.world, 0, n) == expected);
  }
  CHECK(first_in_race(race.world, 0, 1000) == order);
}

TEST_CASE("the same clocks are early in lanes of any width", "[race]") {
  const std::size_t n_cities = GENERATE(4U, 5U, 7U, 8U, 9U, 15U, 16U, 400U, 401U);
  Race race(402);
  std::vector<double> joining = race.world.cities.joining, of_state = {1.0, 1.5};
  joining[3] = 0;
  joining[5] = 1e300;
  joining[7] = -0.0;
  joining[2] = std::nan("");
  const RaceClocks clocks{.n_cities = n_cities,
                          .drawn = race.world.draws.word(Purpose::Joining, 1, 7),
                          .keys = race.small.facts.city_key.data(),
                          .states = race.small.facts.city_state.data(),
                          .joining = joining.data(),
                          .of_state = of_state.data()};
  const auto found_by = [&](const auto& find, double time) {
    std::vector<CityId> early(n_cities);
    early.resize(find(clocks, time, early.data()));
    return early;
  };
  for (const double time : {0.0, 1e-3, 1.0, 10.0, 50.0, 1e6, 1e300, HUGE_VAL}) {
    const std::vector<CityId> expected = found_by(find_early_reference, time);
    CHECK(found_by(four_lane_race_loop(), time) == expected);
    if (has_eight_lanes() && n_cities >= 8) CHECK(found_by(eight_lane_race_loop(), time) == expected);
  }
}

TEST_CASE("cities without a rate never join", "[race]") {
  Race race(10);
  race.small.facts.bases = {{1.0, 0.0}};
  CHECK(first_in_race(race.world, 0, 10).size() == 5);
  race.small.facts.bases = {{0.0, 0.0}};
  CHECK(first_in_race(race.world, 0, 10).empty());
}

TEST_CASE("another rate of one city moves that city alone", "[race]") {
  Race race(400);
  const std::vector<CityId> before = first_in_race(race.world, 0, 400);
  const CityId moved = before[300];
  race.world.cities.joining[index(moved)] *= 1000;
  std::vector<CityId> after = first_in_race(race.world, 0, 400);
  CHECK(after[300] != moved);
  std::vector<CityId> others = before;
  std::erase(others, moved);
  std::erase(after, moved);
  CHECK(after == others);
}

TEST_CASE("a city is first as often as its share of all rates says", "[race]") {
  constexpr int n = 4000;
  std::vector<int> n_first(14, 0);
  Race race(14);
  double sum = 0;
  for (std::size_t c = 0; c < 14; ++c) sum += race.rate(c);
  for (std::uint32_t r = 0; r < n; ++r) {
    race.world.draws = Draws(7, r);
    ++n_first[index(first_in_race(race.world, 0, 1)[0])];
  }
  for (std::size_t c = 0; c < 14; ++c) {
    const double p = race.rate(c) / sum;
    CHECK(n_first[c] == Approx(n * p).margin(4 * std::sqrt(n * p * (1 - p))));
  }
}

TEST_CASE("networks draw on their own, and a network founded before the start by the first year", "[race]") {
  Race race(400);
  add_network(race.world, {});
  race.world.networks.base[1] = 0;
  CHECK(first_in_race(race.world, 0, 50) != first_in_race(race.world, 1, 50));
  const auto order = first_in_race(race.world, 0, 50);
  race.world.networks.founded[0] = 1900;
  CHECK(first_in_race(race.world, 0, 50) == order);
}

TEST_CASE("a city's factor is gamma distributed about its mean", "[race]") {
  SmallWorld small(1);
  for (int c = 0; c < 4000; ++c) {
    small.add_city(0);
    small.facts.city_factor_shape.back() = 2;
    small.facts.city_factor_rate.back() = 4;
    small.facts.city_pull.back() = 10;
  }
  const World world = small.world();
  double sum = 0, squares = 0;
  for (const double rate : world.cities.joining) {
    sum += rate / 10;
    squares += rate * rate / 100;
  }
  const double mean = sum / 4000;
  CHECK(mean == Approx(0.5).margin(0.02));                             // shape / rate
  CHECK(squares / 4000 - mean * mean == Approx(0.125).margin(0.015));  // shape / rate^2
  CHECK(world.cities.joining_of_state[0] == near(10 * sum));
}

}  // namespace
}  // namespace hansa
