#include <cmath>
#include <numeric>

#include <catch2/catch.hpp>

#include "analysis/memberships/membership_fit.hpp"
#include "tests/analysis/memberships/made_pairs.hpp"

namespace hansa {
namespace {

std::vector<std::size_t> up_to(std::size_t n) {
  std::vector<std::size_t> numbers(n);
  std::iota(numbers.begin(), numbers.end(), std::size_t{0});
  return numbers;
}

const By<Pull, double>& truth() {
  static const By<Pull, double> coefficients = [] {
    By<Pull, double> b;
    b[Pull::Population] = 0.9;
    b[Pull::Democracy] = -1.5;
    b[Pull::RegionalDistance] = -0.6;
    return b;
  }();
  return coefficients;
}

TEST_CASE("the fit recovers the weights by which cities joined", "[memberships][fit]") {
  const std::vector<double> constants = {1, 2, 3, 1.5, 2.5, 0, 4, 2, 1, 3};
  const Pairs pairs = test::made_pairs(1000, truth(), constants);
  const MembershipFit fit = fit_memberships(pairs, up_to(1000), up_to(10), model_pulls);
  for (const Pull pull : {Pull::Population, Pull::Democracy, Pull::RegionalDistance}) {
    CHECK(fit.error[pull] > 0);
    CHECK(fit.error[pull] < 0.2);
    CHECK(std::abs(fit.coefficient[pull] - truth()[pull]) < 3 * fit.error[pull]);
  }
  for (std::size_t k = 0; k < constants.size(); ++k)
    CHECK(fit.constants[k] == Approx(constants[k]).margin(0.8));
  // terms that never vary, and those not asked for
  CHECK(fit.coefficient[Pull::Capital] == 0);
  CHECK(std::isnan(fit.ci95[Pull::Capital].lo));

  // started elsewhere, it ends there
  MembershipFit start = fit;
  start.coefficient[Pull::Population] = -1;
  const MembershipFit again = fit_memberships(pairs, up_to(1000), up_to(10), model_pulls, &start);
  for (const Pull pull : model_pulls)
    CHECK(again.coefficient[pull] == Approx(fit.coefficient[pull]).margin(1e-7));
}

TEST_CASE("without terms a network's constant is the logit of its share of members", "[memberships][fit]") {
  Pairs pairs = test::made_pairs(200, truth(), {1, 2, 3});
  double n_members = 0;
  for (std::size_t c = 0; c < 200; ++c) n_members += pairs.member[pairs.pair(1, c)];
  for (std::size_t c = 0; c < 200; ++c) pairs.member[pairs.pair(2, c)] = 0;
  const MembershipFit fit = fit_memberships(pairs, up_to(200), up_to(3), {});
  CHECK(fit.constants[1] == Approx(logit(n_members / 200)));
  CHECK(std::isnan(fit.constants[2]));  // nobody is a member
}

TEST_CASE("one term that is on or off has the log of the ratio of odds as coefficient",
          "[memberships][fit]") {
  Pairs pairs = test::made_pairs(100, truth(), {0});
  for (std::size_t c = 0; c < 100; ++c) {
    pairs.pulls[c * n_pulls + index(Pull::Capital)] = c < 40 ? 1 : 0;
    pairs.member[c] = c < 30 || c >= 85 ? 1 : 0;  // 30 of 40 capitals, 15 of 60 others
  }
  constexpr std::array capital = {Pull::Capital};
  const MembershipFit fit = fit_memberships(pairs, up_to(100), up_to(1), capital);
  CHECK(fit.coefficient[Pull::Capital] == Approx(std::log(9)));
  CHECK(fit.constants[0] == Approx(std::log(1.0 / 3)));
  CHECK(fit.weight(pairs.pulls_of(0, 0)) == Approx(std::log(9)));
  const double value = 30 * std::log(.75) + 10 * std::log(.25) + 15 * std::log(.25) + 45 * std::log(.75);
  CHECK(fit.log_likelihood == Approx(value));
}

}  // namespace
}  // namespace hansa
