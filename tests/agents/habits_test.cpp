#include <cmath>

#include <catch2/catch.hpp>

#include "agents/habits.hpp"
#include "tests/small_world.hpp"

namespace hansa {
namespace {

using namespace std::chrono;
using test::near;

const std::vector<std::string> states = {"AAA", "BBB", "CCC", "EUU"};
const std::vector<char> heads = {1, 1, 1, 0};

/// A treaty adopted in the middle of a year that AAA joins a year later, BBB three years later.
ObservedTreaty treaty_of(const std::string& id, int adopted) {
  const auto in_summer = [](int at) { return std::optional<Date>(sys_days(year(at) / July / 1)); };
  return {.id = id,
          .adopted = in_summer(adopted),
          .states = {{"AAA", in_summer(adopted + 1)}, {"BBB", in_summer(adopted + 3)}, {"CCC", {}}}};
}

TEST_CASE("those who joined earlier treaties first have the habit of joining", "[habits]") {
  // ranks 1/6, 3/6, 5/6 of three states, whose standard deviation is sqrt(2/27)
  const double one = 1 / 3.0 / std::sqrt(2 / 27.0);
  const std::vector<double> habit = habits_of_joining({treaty_of("t", 1990)}, states, heads, 2000);
  CHECK(habit[0] == near(one));
  CHECK(habit[1] == near(0));
  CHECK(habit[2] == near(-one));
  CHECK(habit[3] == 0);  // not a head
}

TEST_CASE("those who have not joined yet are alike, whatever they do later", "[habits]") {
  // in 1991 only AAA has joined: ranks 1/6, 4/6, 4/6
  const std::vector<double> habit = habits_of_joining({treaty_of("t", 1990)}, states, heads, 1991);
  CHECK(habit[1] == habit[2]);
  CHECK(habit[0] == near(-2 * habit[1]));
}

TEST_CASE("a treaty of the same year, or of a later one, tells nothing of habits", "[habits]") {
  const std::vector<ObservedTreaty> earlier = {treaty_of("a", 1990)};
  const std::vector<double> habit = habits_of_joining(earlier, states, heads, 1995);
  CHECK(habits_of_joining({treaty_of("a", 1990), treaty_of("own", 1995), treaty_of("z", 1996)}, states, heads,
                          1995) == habit);
  CHECK(habits_of_joining({treaty_of("own", 1995)}, states, heads, 1995) == std::vector<double>(4, 0.0));
  CHECK(habits_of_joining({}, states, heads, 1995) == std::vector<double>(4, 0.0));
}

TEST_CASE("states that the table knows and the world does not are passed over", "[habits]") {
  ObservedTreaty treaty = treaty_of("t", 1990);
  const std::vector<double> habit = habits_of_joining({treaty}, states, heads, 2000);
  treaty.states.push_back({"ZZZ", sys_days(1990y / August / 1)});
  CHECK(habits_of_joining({treaty}, states, heads, 2000) == habit);
}

}  // namespace
}  // namespace hansa
