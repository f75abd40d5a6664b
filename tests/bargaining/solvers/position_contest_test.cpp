#include <array>

#include <catch2/catch.hpp>

#include "bargaining/solvers/position_contest.hpp"

namespace hansa {
namespace {

TEST_CASE("two equals who contest their positions meet halfway", "[solvers]") {
  const auto outcome = contest_of_positions(1, std::array{1., 1.}, std::array{.5, .5}, std::array{0., 1.});
  REQUIRE(outcome.size() == 1);
  CHECK(outcome[0] == Approx(0.5).margin(1e-9));
}

TEST_CASE("power counts twice in a contest: in votes and behind a text", "[solvers]") {
  // P(a, b) = 3/4, so standings are as 3 * 3/4 to 1 * 1/4
  const auto outcome = contest_of_positions(1, std::array{3., 1.}, std::array{.5, .5}, std::array{0., 1.});
  CHECK(outcome.at(0) == Approx(0.1).margin(1e-9));
}

TEST_CASE("an actor without power or salience puts no text forward", "[solvers]") {
  CHECK(contest_of_positions(1, std::array{1., 0., 1.}, std::array{.5, .5, 0.}, std::array{.25, 1., 0.}) ==
        std::vector{.25});
  CHECK(contest_of_positions(1, std::array{1., 0.}, std::array{0., 1.}, std::array{0., 1.}).empty());
}

TEST_CASE("however far apart powers are, the contest has an outcome", "[solvers]") {
  const auto outcome =
      contest_of_positions(1, std::array{1., 1e-12, 1e12}, std::array{1., .4, .5}, std::array{1., 0., 1.});
  CHECK(outcome.at(0) == Approx(1.0));
}

}  // namespace
}  // namespace hansa
