#include <cmath>
#include <random>
#include <vector>

#include <catch2/catch.hpp>

#include "bargaining/solvers/joint_nash.hpp"
#include "bargaining/solvers/one_issue.hpp"

namespace hansa {
namespace {

using Values = std::vector<double>;

TEST_CASE("two who care for different issues trade them", "[solvers][joint-nash]") {
  // by symmetry y = 1 - x, and A's gain .25 - .9 x^2 - .1 (1 - x)^2 is largest at x = .1
  const auto found =
      joint_nash_bargain(Values{1, 1}, Values{.9, .1, .1, .9}, Values{0, 0, 1, 1}, Values{.5, .5});
  REQUIRE(found);
  CHECK((*found)[0] == Approx(0.1).margin(1e-9));
  CHECK((*found)[1] == Approx(0.9).margin(1e-9));
}

TEST_CASE("on one issue the joint bargain is that of the issue", "[solvers][joint-nash]") {
  for (const auto& [a, b] : {std::pair{.4, .6}, {.3, .9}, {.5, 1.}}) {
    const auto found = joint_nash_bargain(Values{1, 1}, Values{.5, 1}, Values{a, b}, Values{0});
    REQUIRE(found);
    // [3 (a + b) - sqrt(9 (a + b)^2 - 32 a b)] / 4
    const double sum = 3 * (a + b);
    CHECK((*found)[0] == Approx((sum - std::sqrt(sum * sum - 32 * a * b)) / 4).margin(1e-9));
  }
  const Values power = {.1, .3, .25, .2, .15}, position = {.4, .55, .7, .9, 1},
               salience = {.9, .5, .7, 1, .4};
  const auto found = joint_nash_bargain(power, salience, position, Values{0});
  CHECK((*found)[0] == Approx(nash_bargain(position, power, 0).value()).margin(1e-9));
}

TEST_CASE("one alone gets its ideal where it cares, and the reference stays elsewhere",
          "[solvers][joint-nash]") {
  const auto found = joint_nash_bargain(Values{2, 0}, Values{.7, .2, 0, 1, 1, 1}, Values{.3, .9, .1, 0, 0, 0},
                                        Values{.5, .5, .4});
  REQUIRE(found);
  CHECK((*found)[0] == Approx(.3).margin(1e-9));
  CHECK((*found)[1] == Approx(.9).margin(1e-9));
  CHECK((*found)[2] == Approx(.4).margin(1e-12));
}

TEST_CASE("where one's gain is another's loss there is no joint bargain", "[solvers][joint-nash]") {
  CHECK_FALSE(joint_nash_bargain(Values{1, 1}, Values{1, 1}, Values{0, 1}, Values{.5}));
  CHECK_FALSE(
      joint_nash_bargain(Values{1, 1}, Values{1, 1}, Values{.5, 1}, Values{.5}));  // one is at the reference
  // equal saliences and opposite sides: no trade
  CHECK_FALSE(joint_nash_bargain(Values{1, 1}, Values{1, 1, 1, 1}, Values{0, 0, 1, 1}, Values{.5, .5}));
  // three that pull apart by 120 degrees
  CHECK_FALSE(joint_nash_bargain(Values{1, 1, 1}, Values(6, 1.0), Values{1, .5, .25, .933, .25, .067},
                                 Values{.5, .5}));
}

TEST_CASE("a joint bargain is a mean of positions in which whoever gains least weighs most",
          "[solvers][joint-nash]") {
  // at the maximum x_d = sum (w_k / G_k) s_kd y_kd / sum (w_k / G_k) s_kd
  std::mt19937 random(3);
  std::uniform_real_distribution<double> unit(0, 1);
  int n_found = 0;
  for (int round = 0; round < 40; ++round) {
    const std::size_t n = 2 + random() % 5, m = 1 + random() % 4;
    Values power, salience, position, reference;
    for (std::size_t k = 0; k < n; ++k) power.push_back(.1 + unit(random));
    for (std::size_t k = 0; k < n * m; ++k) {
      salience.push_back(.05 + unit(random));
      position.push_back(unit(random) * .8 + (round % 2) * .2);
    }
    for (std::size_t d = 0; d < m; ++d) reference.push_back(round % 2 ? 0.1 * unit(random) : unit(random));
    const auto found = joint_nash_bargain(power, salience, position, reference);
    if (!found) continue;
    ++n_found;
    Values above(m), below(m);
    for (std::size_t k = 0; k < n; ++k) {
      double gain = 0;
      for (std::size_t d = 0; d < m; ++d) {
        const double y = position[k * m + d];
        gain += salience[k * m + d] * (std::pow(reference[d] - y, 2) - std::pow((*found)[d] - y, 2));
      }
      CHECK(gain > 0);
      for (std::size_t d = 0; d < m; ++d) {
        above[d] += power[k] / gain * salience[k * m + d] * position[k * m + d];
        below[d] += power[k] / gain * salience[k * m + d];
      }
    }
    for (std::size_t d = 0; d < m; ++d) CHECK((*found)[d] == Approx(above[d] / below[d]).margin(1e-6));
  }
  CHECK(n_found > 15);
}

}  // namespace
}  // namespace hansa
