#include <catch2/catch.hpp>

#include "analysis/comparison/split.hpp"

namespace hansa {
namespace {

PairedDifference difference(double mean) {
  return {.mean = mean, .lo = mean - 0.125, .hi = mean + 0.125, .n = 8, .flipped = 1, .p = 0.01};
}

TEST_CASE("a split shows each part of lobbying as what its absence takes away", "[comparison]") {
  Attribution split{.n_pairs = 8, .parts = {"channels", "functions"}};
  for (const char* metric : {"adopted", "depth_unconditional", "urban_role_unconditional"})
    split.conferences.push_back({.metric = metric,
                                 .conference = "C",
                                 .year = 2009,
                                 .parts = {difference(0.25), difference(0.5)},
                                 .together = difference(0.375),
                                 .remainder = difference(-0.375)});
  Comparison comparison{.n_pairs = 8, .conferences = {{"C", 2009, {}}}, .split = split};
  const std::string text = split_text(comparison);
  for (const char* number : {"-0.250", "-0.500", "+0.375", "-0.375", "-0.2500", "-0.5000"})
    CHECK_THAT(text, Catch::Contains(number));
}

}  // namespace
}  // namespace hansa
