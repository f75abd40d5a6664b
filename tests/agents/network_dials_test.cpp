#include <catch2/catch.hpp>

#include "agents/network_dials.hpp"

namespace hansa {
namespace {

/// Two networks; by the tables the first merges into the second in 2010.
std::vector<KnownNetwork> two() {
  return {{.id = "a", .key = 1, .founded = 1990, .ended = 2010, .successor = 1},
          {.id = "b", .key = 2, .founded = 2000}};
}

TEST_CASE("a network that a scenario does not name is as in the tables", "[dials]") {
  std::vector<KnownNetwork> networks = two();
  apply_dials({{.name = "b"}}, 1995, networks);
  CHECK(networks[0].ended == 2010);
  CHECK(networks[0].dialled_from == 9999);
  CHECK(networks[1].absent_from == 9999);
  CHECK_FALSE(networks[1].keeps_place);
  CHECK_FALSE(networks[1].seat);
  CHECK(networks[1].part == By<Channel, double>{1, 1, 1, 1, 1, 1});
}

TEST_CASE("dials hold from their year on", "[dials]") {
  std::vector<KnownNetwork> networks = two();
  apply_dials({{.name = "a", .exists = false, .year = 2003},
               {.name = "b", .access = Seat::Advisory, .channels = {1, 0, 1, 1, 1, 1}, .year = 2005}},
              1995, networks);
  CHECK(networks[0].absent_from == 2003);
  CHECK(networks[0].keeps_place);
  CHECK(networks[1].dialled_from == 2005);
  CHECK(networks[1].seat == Access::Advisory);
  CHECK(networks[1].part[Channel::Conference] == 0);
}

TEST_CASE("a merger of the scenario replaces that of the tables", "[dials]") {
  std::vector<KnownNetwork> networks = two();
  apply_dials({{.name = "a", .merged_into = "none"}, {.name = "b", .merged_into = "a", .year = 2004}}, 1995,
              networks);
  CHECK(networks[0].successor == -1);
  CHECK(networks[0].ended == 9999);
  CHECK_FALSE(networks[0].keeps_place);
  CHECK(networks[1].successor == 0);
  CHECK(networks[1].ended == 2004);
  CHECK(networks[1].keeps_place);
}

TEST_CASE("a network that the tables had ended before the first year has no place to keep", "[dials]") {
  std::vector<KnownNetwork> networks = two();
  apply_dials({{.name = "a", .exists = false}}, 2015, networks);
  CHECK_FALSE(networks[0].keeps_place);
}

TEST_CASE("a fixed seat is the rung of the same name", "[dials]") {
  CHECK_FALSE(rung_of(Seat::Table));
  for (const Access rung : each<Access>) CHECK(rung_of(each<Seat>[index(rung) + 1]) == rung);
}

}  // namespace
}  // namespace hansa
