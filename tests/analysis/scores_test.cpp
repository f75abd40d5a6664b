#include <cmath>
#include <limits>
#include <vector>

#include <catch2/catch.hpp>

#include "analysis/scores.hpp"

namespace hansa {
namespace {

Approx near(double value) { return Approx(value).epsilon(1e-12); }
using Numbers = std::vector<double>;
using Flags = std::vector<char>;

TEST_CASE("the area under the curve is the share of pairs in the right order", "[history]") {
  CHECK(auc(Numbers{1, 2, 3, 4}, Flags{0, 0, 1, 1}) == 1.0);
  CHECK(auc(Numbers{4, 3, 2, 1}, Flags{0, 0, 1, 1}) == 0.0);
  CHECK(auc(Numbers{1, 3, 2, 4}, Flags{0, 0, 1, 1}) == 0.75);
  CHECK(auc(Numbers{5, 5, 5, 5}, Flags{0, 0, 1, 1}) == 0.5);
  CHECK(auc(Numbers{1, 2, 2, 3}, Flags{0, 1, 0, 1}) == 0.875);
  CHECK(std::isnan(auc(Numbers{1, 2}, Flags{1, 1})));
}

TEST_CASE("rank correlation ignores scale and shares the rank of ties", "[history]") {
  CHECK(spearman(Numbers{1, 2, 3}, Numbers{10, 100, 1000}) == near(1));
  CHECK(spearman(Numbers{1, 2, 3}, Numbers{3, 2, 1}) == near(-1));
  // ranks 1, 2.5, 2.5, 4 against 1, 2, 3, 4: 4.5 / sqrt(4.5 * 5)
  CHECK(spearman(Numbers{1, 2, 2, 9}, Numbers{1, 2, 3, 4}) == near(4.5 / std::sqrt(4.5 * 5.0)));
  CHECK(std::isnan(spearman(Numbers{1, 1, 1}, Numbers{1, 2, 3})));
  CHECK(std::isnan(spearman(Numbers{1, 2}, Numbers{1, 2})));
}

TEST_CASE("concordance compares all pairs whose actual times differ, never being the latest", "[history]") {
  constexpr double never = std::numeric_limits<double>::infinity();
  CHECK(concordance(Numbers{1, 2, 3}, Numbers{2000, 2001, never}) == 1.0);
  CHECK(concordance(Numbers{1, 3, 2}, Numbers{2000, 2001, never}) == near(2.0 / 3.0));
  CHECK(concordance(Numbers{1, 1, 1}, Numbers{2000, 2001, never}) == 0.5);
  CHECK(concordance(Numbers{2, 1, 3}, Numbers{2000, never, never}) == 0.5);
  CHECK(std::isnan(concordance(Numbers{1, 2}, Numbers{never, never})));
}

TEST_CASE("probabilities are scored by squares and by logarithms, certainty within bounds", "[history]") {
  CHECK(brier_score(Numbers{1, 0}, Flags{1, 0}) == 0.0);
  CHECK(brier_score(Numbers{0.5, 0.5}, Flags{1, 0}) == 0.25);
  CHECK(log_score(Numbers{0.5, 0.5}, Flags{1, 0}) == near(std::log(2)));
  CHECK(log_score(Numbers{0.0}, Flags{1}) == near(-std::log(0.01)));
}

TEST_CASE("the interval of a score holds it, narrows with the cases, and is the same for a seed",
          "[history]") {
  Numbers few, many;
  Flags few_happened, many_happened;
  for (int k = 0; k < 400; ++k) {
    const double x = std::fmod(k * 0.618033988749895, 1.0);
    const char happened = std::fmod(k * 0.754877666246693, 1.0) < 0.25 + 0.5 * x ? 1 : 0;
    many.push_back(x), many_happened.push_back(happened);
    if (k < 40) few.push_back(x), few_happened.push_back(happened);
  }
  const auto score = [](const Numbers& p, const Flags& y) { return score_of<char>(auc, p, y, 42); };
  const Score wide = score(few, few_happened), narrow = score(many, many_happened);
  for (const Score& one : {wide, narrow}) {
    CHECK(one.ci95.lo < one.value);
    CHECK(one.value < one.ci95.hi);
  }
  CHECK(wide.ci95.hi - wide.ci95.lo > 2 * (narrow.ci95.hi - narrow.ci95.lo));
  CHECK(score(few, few_happened).ci95.lo == wide.ci95.lo);
}

}  // namespace
}  // namespace hansa
