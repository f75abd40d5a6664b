#include <cmath>
#include <limits>
#include <numeric>

#include <catch2/catch.hpp>

#include "analysis/memberships/pair_scores.hpp"
#include "tests/analysis/memberships/made_pairs.hpp"

namespace hansa {
namespace {

const Pairs& pairs() {
  static const Pairs made = test::made_pairs(60, {}, {0, -0.5});
  return made;
}

std::vector<std::size_t> everyone() {
  std::vector<std::size_t> cities(pairs().n_cities());
  std::iota(cities.begin(), cities.end(), std::size_t{0});
  return cities;
}

TEST_CASE("a prediction that knows who is a member has area 1, one that knows nothing .5", "[memberships]") {
  std::vector<double> perfect, constant(pairs().member.size(), 0.3);
  for (const char member : pairs().member) perfect.push_back(member ? 0.999 : 0.001);
  const PairScores known = score_pairs(pairs(), perfect, everyone(), 42);
  for (const Score& score : {known.pooled, known.within, known.europe, known.elsewhere}) {
    CHECK(score.value == 1);
    CHECK(score.ci95.lo == 1);
    CHECK(score.ci95.hi == 1);
  }
  CHECK(known.log_loss.value == Approx(-std::log(0.999)));
  CHECK(known.within.n == 2);
  const PairScores unknown = score_pairs(pairs(), constant, everyone(), 42);
  CHECK(unknown.pooled.value == 0.5);
  CHECK(unknown.within.value == 0.5);
  CHECK(lead_within(pairs(), perfect, constant, everyone(), 42).value == 0.5);
}

TEST_CASE("areas are those of the plain definition, and of networks alone where asked", "[memberships]") {
  const Draws draws(3, 0);
  std::vector<double> predicted;
  for (std::size_t row = 0; row < pairs().member.size(); ++row)
    predicted.push_back(std::round(8 * draws.uniform(Purpose::Uncertainty, 0, row)) / 10 +
                        (pairs().member[row] ? 0.1 : 0));  // with ties
  const PairScores scores = score_pairs(pairs(), predicted, everyone(), 42);
  CHECK(scores.pooled.value == Approx(auc(predicted, pairs().member)));
  double mean = 0;
  for (std::size_t k = 0; k < 2; ++k)
    mean += auc(std::span(predicted).subspan(60 * k, 60), std::span(pairs().member).subspan(60 * k, 60)) / 2;
  CHECK(scores.within.value == Approx(mean));
  CHECK(scores.within.ci95.lo < mean);
  CHECK(scores.within.ci95.hi > mean);
  CHECK(areas_within(pairs(), predicted, everyone())[0] ==
        Approx(auc(std::span(predicted).first(60), std::span(pairs().member).first(60))));

  // a network without a prediction, or with too few members among the cities, has no area
  std::fill(predicted.begin(), predicted.begin() + 60, std::numeric_limits<double>::quiet_NaN());
  CHECK(score_pairs(pairs(), predicted, everyone(), 42).within.n == 1);
  const std::vector<std::size_t> four = {0, 1, 2, 3};
  CHECK(std::isnan(areas_within(pairs(), predicted, four)[1]));
}

}  // namespace
}  // namespace hansa
