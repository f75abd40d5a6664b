#include <catch2/catch.hpp>

#include "sim/year.hpp"
#include "tests/small_world.hpp"

namespace hansa {
namespace {

using test::near;
using test::SmallWorld;

/// Three states that want .5 of one issue in each of three years, followed to the letter.
struct Years {
  SmallWorld small{3, 1, 3};
  World world;
  RunRecord record;
  Years() : world(small.world()) {
    small.scenario.gridlock.level = 0;
    small.scenario.lobbying.strength = 0;
  }
  void play(int n) {
    record = make_record(small.facts);
    world = small.world();
    for (world.year = 2000; world.year < 2000 + n; ++world.year) play_year(small.scenario, world, record);
  }
};

TEST_CASE("a conference is held in its year and moves the status quo as far as states comply", "[year]") {
  Years years;
  years.small.add_conference({.name = "COP", .year = 2001});
  years.play(3);
  CHECK(years.record.adopted == std::vector<std::uint8_t>{1});
  CHECK(years.record.status_quo[0] == 0.0);
  CHECK(years.record.status_quo[1] == Approx(0.5 * years.record.compliance[1]).epsilon(1e-6));
  CHECK(years.record.status_quo[2] == years.record.status_quo[1]);
}

TEST_CASE("conferences of one year begin at the same status quo, since texts act in December", "[year]") {
  Years years;
  years.small.add_conference({.name = "first", .year = 2000});
  years.small.add_conference({.name = "second", .year = 2000});
  years.play(1);
  CHECK(years.record.adopted == std::vector<std::uint8_t>{1, 1});
  CHECK(years.record.depth[0] == Approx(0.5).epsilon(1e-6));
  CHECK(years.record.depth[1] == Approx(0.5).epsilon(1e-6));
}

TEST_CASE("what is adopted is carried out from that December on", "[year]") {
  Years years;
  years.small.add_conference({.name = "COP", .year = 2000});
  years.play(2);
  CHECK(years.record.compliance[0] < 0.9);
  CHECK(years.record.compliance[1] < 0.9);
}

TEST_CASE("positions and the gridlock dial are those of the year", "[year]") {
  Years years;
  years.small.scenario.environment.trend = 0.1;
  years.play(3);
  REQUIRE(years.record.position.size() == 9);
  CHECK(years.record.position[0] == 0.5);
  CHECK(years.record.position[3] == near(logistic(0.1)));
  CHECK(years.record.position[6] == near(logistic(0.2)));
}

TEST_CASE("shortfall in one year speeds the lapse of the next", "[year]") {
  Years years;
  years.small.scenario.environment = {.trend = 0, .lapse = 0.1, .neglect = 2, .residual = 0};
  years.small.add_conference({.name = "COP", .year = 2000});
  years.play(3);
  const double q = years.record.status_quo[0];
  const auto kept = [&](std::size_t year) { return 1 - 0.1 * (1 + 2 * (1 - years.record.compliance[year])); };
  CHECK(years.record.status_quo[1] == near(q * kept(0)));
  CHECK(years.record.status_quo[2] == near(q * kept(0) * kept(1)));
}

TEST_CASE("a network is heard from the year on in which the forum of the conference accredits it", "[year]") {
  Years years;
  for (int c = 0; c < 10; ++c) years.small.add_city(0);
  years.small.facts.initial_networks = 3;
  years.small.scenario.networks.births.growth = 0;
  years.small.scenario.networks.death = years.small.scenario.networks.leave = 0;
  years.small.scenario.networks.accreditation = {.age = 1, .hazard = 100};
  for (const auto& [name, year] : {std::pair{"first", 2000}, {"second", 2001}})
    years.small.add_conference({.name = name, .year = year, .access = Access::Observer});
  years.world = years.small.world();
  years.record = make_record(years.small.facts);
  test::add_network(years.world, {0, 1, 2});
  for (years.world.year = 2000; years.world.year <= 2001; ++years.world.year)
    play_year(years.small.scenario, years.world, years.record);
  CHECK(years.record.accredited == std::vector<std::int32_t>{0, 1});
  CHECK(years.record.conference_access[1] > years.record.conference_access[0]);
}

}  // namespace
}  // namespace hansa
