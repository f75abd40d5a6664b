#include <algorithm>
#include <cmath>

#include <catch2/catch.hpp>

#include "analysis/memberships/race.hpp"
#include "support/numbers/quantile.hpp"
#include "tests/analysis/memberships/made_pairs.hpp"

namespace hansa {
namespace {

const Pairs& pairs() {
  static const Pairs made = test::made_pairs(200, {}, {-1, -2});
  return made;
}

/// Members of a network among the first so many cities.
long members(const std::vector<char>& joined, std::size_t k, std::size_t n_cities) {
  const auto first = joined.begin() + static_cast<std::ptrdiff_t>(pairs().pair(k, 0));
  return std::count(first, first + static_cast<std::ptrdiff_t>(n_cities), 1);
}

TEST_CASE("a network has as many members in a race as in the census", "[memberships]") {
  const std::vector<double> rates(pairs().member.size(), 1.0);
  const std::vector<char> joined = race(pairs(), rates, 0.7, 42, 0);
  for (std::size_t k = 0; k < 2; ++k) CHECK(members(joined, k, 200) == members(pairs().member, k, 200));
  CHECK(race(pairs(), rates, 0.7, 42, 0) == joined);
  CHECK(race(pairs(), rates, 0.7, 42, 1) != joined);
  CHECK(race(pairs(), rates, 0.7, 43, 0) != joined);
}

TEST_CASE("a city of greater weight takes one place and moves nobody else", "[memberships]") {
  std::vector<double> rates(pairs().member.size(), 1.0);
  const std::vector<char> before = race(pairs(), rates, 0.7, 42, 0);
  const auto out = static_cast<std::size_t>(std::find(before.begin(), before.end(), 0) - before.begin());
  rates[out] = 1e9;
  const std::vector<char> after = race(pairs(), rates, 0.7, 42, 0);
  CHECK(after[out] == 1);
  int n_moved = 0;
  for (std::size_t row = 0; row < before.size(); ++row) n_moved += before[row] != after[row] ? 1 : 0;
  CHECK(n_moved == 2);
  CHECK(std::equal(before.begin() + 200, before.end(), after.begin() + 200));
}

TEST_CASE("cities of twice the rate join twice as often in a small network", "[memberships]") {
  Pairs small = pairs();
  for (std::size_t c = 0; c < 200; ++c) small.member[c] = c < 4 ? 1 : 0;
  std::vector<double> rates(small.member.size(), 1.0);
  std::fill(rates.begin(), rates.begin() + 100, 2.0);
  double fast = 0, slow = 0;
  for (std::uint32_t draw = 0; draw < 1000; ++draw) {
    const std::vector<char> joined = race(small, rates, 1e-3, 42, draw);
    fast += static_cast<double>(members(joined, 0, 100));
    slow += static_cast<double>(members(joined, 0, 200) - members(joined, 0, 100));
  }
  CHECK(fast / slow == Approx(2).epsilon(0.1));
}

TEST_CASE("quantiles lie between values", "[memberships]") {
  CHECK(quantile({4, 1, 2, 3}, 0.5) == 2.5);
  CHECK(quantile({4, 1, 2, 3}, 0) == 1);
  CHECK(quantile({4, 1, 2, 3}, 1) == 4);
  CHECK(quantile({5}, 0.9) == 5);
  CHECK(std::isnan(quantile({}, 0.5)));
}

TEST_CASE("the census is described as it is, and a draw by the true weights comes close", "[memberships]") {
  const std::vector<double> weights(pairs().member.size(), 0.0);
  const std::vector<Drawn> figures = draw_memberships(pairs(), weights, 1e-3, 42, 2);
  double n_members = 0;
  for (std::size_t c = 1; c < 200; c += 2)
    n_members += pairs().member[c] + pairs().member[200 + c] > 0 ? 1 : 0;
  for (const Drawn& one : figures) {
    if (one.of == "networks held, world" && one.figure == "members") {
      CHECK(one.census == Approx(n_members / 100));
      CHECK(one.drawn == Approx(one.census).epsilon(0.25));
    }
    CHECK(one.ci95.lo <= one.ci95.hi);
  }
  CHECK(Drawn{.of = "", .figure = "", .census = 2, .drawn = 2.3, .ci95 = {}}.close());
  CHECK_FALSE(Drawn{.of = "", .figure = "", .census = 2, .drawn = 1.69, .ci95 = {}}.close());
}

}  // namespace
}  // namespace hansa
