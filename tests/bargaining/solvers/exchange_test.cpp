#include <cmath>
#include <random>
#include <vector>

#include <catch2/catch.hpp>

#include "bargaining/solvers/exchange.hpp"

namespace hansa {
namespace {

using Values = std::vector<double>;

/// The expected outcome of an issue: the mean by power times salience.
double outcome(const Values& power, const Values& salience, const Values& position, std::size_t d,
               std::size_t m) {
  double sum = 0, total = 0;
  for (std::size_t k = 0; k < power.size(); ++k) {
    sum += power[k] * salience[k * m + d] * position[k * m + d];
    total += power[k] * salience[k * m + d];
  }
  return sum / total;
}

TEST_CASE("two who care for different issues exchange them in full", "[solvers][exchange]") {
  // the outcomes move from .1 to 0 and from .9 to 1; both gain .9 * .1 - .1 * .1
  const Values power = {1, 1}, salience = {.9, .1, .1, .9};
  const auto path = exchange_positions(2, power, salience, Values{0, 0, 1, 1});
  REQUIRE(path.size() == 2);
  CHECK(path.front() == Values{0, 0, 1, 1});
  CHECK(path.back()[0] == 0);
  CHECK(path.back()[2] == Approx(0).margin(1e-12));  // B gives on the first
  CHECK(path.back()[1] == Approx(1));                // A on the second
  CHECK(path.back()[3] == 1);
}

TEST_CASE("with unequal stakes the one who gives more easily goes only so far that both gain the same",
          "[solvers][exchange]") {
  // outcomes: (.8 * 0 + .2 * 1) / 1 = .2 and (.4 * 0 + .6 * 1) / 1 = .6. B can move the first by .2, and A the second
  // by .4; a (.8 + .2) = b (.4 + .6), so both move by .2; each gains: A .8 * .2 - .4 * .2, B .6 * .2 - .2 * .2
  const Values power = {1, 1}, salience = {.8, .4, .2, .6};
  const auto path = exchange_positions(2, power, salience, Values{0, 0, 1, 1});
  REQUIRE(path.size() == 2);
  CHECK(outcome(power, salience, path.back(), 0, 2) == Approx(0).margin(1e-12));
  CHECK(outcome(power, salience, path.back(), 1, 2) == Approx(.8));
  CHECK(path.back()[1] == Approx(.5));
}

TEST_CASE("like saliences, like positions or one issue leave nothing to exchange", "[solvers][exchange]") {
  CHECK(exchange_positions(2, Values{1, 2}, Values{.5, 1, .25, .5}, Values{0, 0, 1, 1}).size() == 1);
  CHECK(exchange_positions(2, Values{1, 1}, Values{.9, .1, .1, .9}, Values{.3, .3, .3, .3}).size() == 1);
  CHECK(exchange_positions(1, Values{1, 1}, Values{.9, .1}, Values{0, 1}).size() == 1);
  CHECK(exchange_positions(2, Values{1, 0}, Values{.9, .1, .1, .9}, Values{0, 0, 1, 1}).size() == 1);
}

TEST_CASE("in every exchange just two move, and both gain the same by the outcomes", "[solvers][exchange]") {
  std::mt19937 random(5);
  std::uniform_real_distribution<double> unit(0, 1);
  std::size_t n_exchanges = 0;
  for (int round = 0; round < 20; ++round) {
    const std::size_t n = 3 + random() % 5, m = 2 + random() % 3;
    Values power, salience, position;
    for (std::size_t k = 0; k < n; ++k) power.push_back(.1 + unit(random));
    for (std::size_t k = 0; k < n * m; ++k) {
      salience.push_back(.05 + unit(random));
      position.push_back(unit(random));
    }
    const auto path = exchange_positions(m, power, salience, position);
    n_exchanges += path.size() - 1;
    for (std::size_t t = 1; t < path.size(); ++t) {
      Values gains(n);
      std::vector<std::size_t> moved;
      for (std::size_t k = 0; k < n * m; ++k)
        if (path[t][k] != path[t - 1][k]) moved.push_back(k);
      REQUIRE(moved.size() == 2);
      const std::size_t i = moved[0] / m, j = moved[1] / m;
      CHECK((i != j && moved[0] % m != moved[1] % m));
      for (const std::size_t k : {i, j})
        for (std::size_t d = 0; d < m; ++d)
          gains[k] += salience[k * m + d] *
                      (std::abs(path[t - 1][k * m + d] - outcome(power, salience, path[t - 1], d, m)) -
                       std::abs(path[t - 1][k * m + d] - outcome(power, salience, path[t], d, m)));
      CHECK(gains[i] > 0);
      CHECK(gains[i] == Approx(gains[j]).margin(1e-9));
    }
  }
  CHECK(n_exchanges > 20);
}

}  // namespace
}  // namespace hansa
