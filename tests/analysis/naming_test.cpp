#include <cmath>
#include <vector>

#include <catch2/catch.hpp>

#include "analysis/naming.hpp"

namespace hansa {
namespace {

PairedDifference difference(double mean, double p) {
  return {.mean = mean, .lo = mean, .hi = mean, .n = 64, .flipped = 1, .p = p};
}

TEST_CASE("p-values are adjusted for their number, step by step", "[comparison]") {
  // three count: .01 * 3, .02 * 2, and .03 * 1 is no less than the one before
  const std::vector<double> adjusted = holm(std::vector{0.02, std::nan(""), 0.03, 0.01});
  CHECK(adjusted[3] == Approx(0.03));
  CHECK(adjusted[0] == Approx(0.04));
  CHECK(adjusted[2] == Approx(0.04));
  CHECK(std::isnan(adjusted[1]));
  CHECK(holm(std::vector{0.6, 0.7}) == std::vector{1.0, 1.0});
  CHECK(holm(std::vector<double>{}).empty());
}

TEST_CASE("what is beyond chance alone may be chance among many", "[comparison]") {
  std::vector<PairedDifference> all(21, difference(0.1, 0.5));
  all[3] = difference(0.1, 0.03);
  all[7] = difference(0.1, 0.002);
  std::vector<Candidate> candidates;
  for (PairedDifference& one : all) candidates.push_back({&one, 1.0});
  name_differences(candidates, 0.01);
  CHECK(all[7].named);
  CHECK(all[7].p_adjusted == Approx(0.042));
  CHECK_FALSE(all[3].named);
  PairedDifference alone = difference(0.1, 0.03);
  const Candidate candidate{&alone, 1.0};
  name_differences(std::span(&candidate, 1), 0.01);
  CHECK(alone.named);
}

TEST_CASE("a difference is named from the smallest share of its scale on", "[comparison]") {
  const auto is_named = [](double mean, double p, double scale) {
    PairedDifference one = difference(mean, p);
    const Candidate candidate{&one, scale};
    name_differences(std::span(&candidate, 1), 0.01);
    return one.named;
  };
  CHECK(is_named(-0.0003, 1e-9, scale_of("depth", 0.03)));
  CHECK_FALSE(is_named(-0.0002, 1e-9, scale_of("depth", 0.03)));
  CHECK(is_named(0.01, 1e-9, scale_of("adopted", 0.03)));
  CHECK_FALSE(is_named(0.009, 1e-9, scale_of("participation", 0.03)));
  CHECK_FALSE(is_named(0.5, 0.06, 1.0));
  CHECK_FALSE(is_named(0.0, 0.0, 0.0));
  CHECK_FALSE(is_named(0.5, std::nan(""), 1.0));
}

}  // namespace
}  // namespace hansa
