#include <cmath>

#include <catch2/catch.hpp>

#include "sim/kernel/segment.hpp"
#include "support/numbers/draws.hpp"

namespace hansa {
namespace {

long double at(const SegmentGain& gain, long double t) {
  return gain.start + t * (gain.slope + t * gain.bend);
}

/// The t between two bounds at which the gain changes sign, by bisection.
double bisect(const SegmentGain& gain, long double from, long double to) {
  const bool sign = at(gain, from) >= 0;
  for (int k = 0; k < 200; ++k) {
    const long double middle = (from + to) / 2;
    (at(gain, middle) >= 0 ? sign : !sign) ? from = middle : to = middle;
  }
  return static_cast<double>(from);
}

/// A random concave quadratic; a quarter of them linear, some of them through 0.
SegmentGain some_gain(std::uint64_t entity) {
  const Draws draws(11, 0);
  const auto some = [&](Purpose purpose) { return 2 * draws.uniform(purpose, 0, entity) - 1; };
  return {.start = entity % 7 == 0 ? 0.0 : some(Purpose::Residual),
          .slope = 3 * some(Purpose::CityFactor),
          .bend = entity % 4 == 0 ? 0.0 : -3 * std::abs(some(Purpose::Size))};
}

/// Whether the root at t is too flat for bisection to find it to 1e-12.
bool is_flat(const SegmentGain& gain, double t) { return std::abs(gain.slope + 2 * gain.bend * t) < 1e-3; }

TEST_CASE("the last acceptable point of a segment is where the gain falls below 0", "[segment]") {
  int n_within = 0;
  for (std::uint64_t k = 0; k < 20'000; ++k) {
    const SegmentGain gain = some_gain(k);
    double expected = 0;
    if (gain.start >= 0) expected = at(gain, 1) >= 0 ? 1.0 : bisect(gain, 0, 1);
    if (is_flat(gain, expected)) continue;
    REQUIRE(last_acceptable(gain) == Approx(expected).epsilon(0).margin(1e-12));
    n_within += expected > 0 && expected < 1;
  }
  CHECK(n_within > 2000);
}

TEST_CASE("the first acceptable point of a segment is where the gain reaches 0", "[segment]") {
  int n_within = 0;
  for (std::uint64_t k = 0; k < 20'000; ++k) {
    const SegmentGain gain = some_gain(k);
    const double top = gain.bend < 0 ? std::fmin(1.0, std::fmax(0.0, -gain.slope / (2 * gain.bend)))
                                     : (gain.slope > 0 ? 1.0 : 0.0);
    double expected = 0;
    if (gain.start < 0) expected = at(gain, top) < 0 ? 1.0 : bisect(gain, 0, top);
    if (is_flat(gain, expected)) continue;
    REQUIRE(first_acceptable(gain) == Approx(expected).epsilon(0).margin(1e-12));
    n_within += expected > 0 && expected < 1;
  }
  CHECK(n_within > 2000);
}

TEST_CASE("limits along a segment, case by case", "[segment]") {
  struct Case {
    SegmentGain gain;
    double last, first;
  };
  const Case c = GENERATE(values<Case>({
      {{0.0, 0.0, 0.0}, 1.0, 0.0},       // indifferent all the way
      {{-0.1, 9.0, 0.0}, 0.0, 0.1 / 9},  // worse off at the start: no step, though better off soon
      {{-0.1, -1.0, 0.0}, 0.0, 1.0},     // and never better
      {{-0.1, 0.0, -1.0}, 0.0, 1.0},
      {{0.0, -1.0, 0.0}, 0.0, 0.0},  // just acceptable, and falling at once
      {{0.0, 0.0, -1.0}, 0.0, 0.0},
      {{0.0, 1.0, -2.0}, 0.5, 0.0},  // just acceptable, rises, falls back to 0 halfway
      {{0.3, -0.6, 0.0}, 0.5, 0.0},
      {{0.25, 0.0, -1.0}, 0.5, 0.0},
      {{-1.0, 1.0, -0.1}, 0.0, 1.0},  // would accept only beyond the end
      {{-3.0, 8.0, -4.0}, 0.0, 0.5},  // (2t - 1)(3 - 2t)
      {{-1.0, 1.0, -1.0}, 0.0, 1.0},  // no root at all
  }));
  CHECK(last_acceptable(c.gain) == Approx(c.last).epsilon(1e-14).margin(0));
  CHECK(first_acceptable(c.gain) == Approx(c.first).epsilon(1e-14).margin(0));
}

TEST_CASE("a limit next to the start is not lost to rounding", "[segment]") {
  // 1e-15 - t + ...: the root is 1e-15, where the textbook formula cancels
  CHECK(last_acceptable({1e-15, -1.0, -1e-3}) == Approx(1e-15).epsilon(1e-9).margin(0));
  CHECK(first_acceptable({-1e-15, 1.0, -1e-3}) == Approx(1e-15).epsilon(1e-9).margin(0));
}

}  // namespace
}  // namespace hansa
