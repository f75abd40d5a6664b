#include <catch2/catch.hpp>

#include "support/numbers/draws.hpp"
#include "sweeps/sensitivity/curves.hpp"
#include "sweeps/sensitivity/on_scale.hpp"
#include "tests/sweeps/sensitivity/test_functions.hpp"

namespace hansa {
namespace {

/// Points of one parameter with an outcome, in this many realizations with noise of this size.
struct Points {
  std::vector<DesignRow> rows;
  DesignColumn column;
  std::vector<double> values;
  std::size_t n_runs;

  [[nodiscard]] Curve curve(bool is_drawn) const {
    return estimate_curve(rows, column, into_blocks(values, rows.size(), n_runs), is_drawn);
  }
};

template <class F>
Points points_of(const std::vector<double>& x, std::size_t n_runs, double noise, std::uint64_t seed,
                 F value) {
  Points points{.rows = {}, .column = {.x = x}, .values = {}, .n_runs = n_runs};
  for (std::size_t i = 0; i < x.size(); ++i) {
    points.rows.push_back({.unit = i});
    for (std::size_t r = 0; r < n_runs; ++r)
      points.values.push_back(
          value(x[i]) + noise * Draws(seed, static_cast<std::uint32_t>(r)).normal(Purpose::Residual, 0, i));
  }
  return points;
}

TEST_CASE("a curve over few levels is the mean at each, without bands where nothing scatters",
          "[sensitivity]") {
  Points points = points_of({0, 0, 1, 1, 2, 2}, 4, 0, 1, [](double x) { return 1 - x * x / 4; });
  points.column.n_levels = 3;
  const Curve curve = points.curve(false);
  CHECK(!curve.is_smooth);
  REQUIRE(curve.x == std::vector<double>{0, 1, 2});
  CHECK(curve.y[1].value == 0.75);
  CHECK((curve.y[1].ci95.lo == 0.75 && curve.y[1].ci95.hi == 0.75));
  CHECK(curve.half.value == Approx(1 + 0.25 / 0.75));  // on the line from .75 to 0
  CHECK(std::isnan(curve.peak.value));                 // at the end
}

TEST_CASE("the peak is that of a parabola, in logarithms over a wide range", "[sensitivity]") {
  const auto peak = [](const std::vector<double>& x, auto value) {
    Points points = points_of(x, 3, 0, 1, value);
    points.column.n_levels = x.size();
    return points.curve(false).peak.value;
  };
  CHECK(peak({0, 1, 2, 3, 4}, [](double x) { return -(x - 1.7) * (x - 1.7); }) == Approx(1.7));
  CHECK(peak({0, 1, 5, 6}, [](double x) { return -(x - 3.2) * (x - 3.2); }) == Approx(3.2));
  CHECK(peak({5, 10, 80, 160, 1280}, [](double x) { return -std::pow(std::log(x / 90), 2); }) == Approx(90));
}

TEST_CASE("a local line follows a straight one exactly, to its ends", "[sensitivity]") {
  std::vector<double> x;
  for (int i = 0; i < 200; ++i) x.push_back(3 + i * 0.01);
  const Curve curve = points_of(x, 1, 0, 1, [](double at) { return 2 * at - 7; }).curve(true);
  CHECK((curve.is_smooth && curve.x.size() == 25));
  for (std::size_t g = 0; g < curve.x.size(); ++g) CHECK(curve.y[g].value == Approx(2 * curve.x[g] - 7));
  CHECK(curve.half.value == Approx(3.75));
}

TEST_CASE("bands of a curve, and the place where it crosses one half, hold the truth", "[sensitivity]") {
  const auto truth = [](double x) { return 1 / (1 + std::exp(8 * (x - 0.4))); };
  double held = 0, n = 0, half_held = 0;
  for (std::uint64_t seed = 1; seed <= 40; ++seed) {
    const std::vector<double> x = latin_hypercube(128, 1, seed);
    const Curve curve = points_of(x, 8, 0.3, seed, truth).curve(true);
    for (std::size_t g = 2; g < curve.x.size(); g += 3) {
      held += curve.y[g].ci95.lo <= truth(curve.x[g]) && truth(curve.x[g]) <= curve.y[g].ci95.hi ? 1 : 0;
      n += 1;
    }
    half_held += curve.half.ci95.lo <= 0.4 && 0.4 <= curve.half.ci95.hi ? 1 : 0;
  }
  CHECK(held / n >= 0.9);
  CHECK(half_held >= 36);
}

TEST_CASE("pairs tell how far apart two curves cross one half better than two samples would",
          "[sensitivity]") {
  const auto at = [](double middle) {
    return [middle](double x) { return 1 / (1 + std::exp(8 * (x - middle))); };
  };
  const auto width = [](const Estimate& estimate) { return estimate.ci95.hi - estimate.ci95.lo; };
  std::size_t held = 0, narrower = 0;
  for (std::uint64_t seed = 1; seed <= 40; ++seed) {
    const std::vector<double> x = latin_hypercube(128, 1, seed);
    const Points one = points_of(x, 8, 0.3, seed, at(0.5)), other = points_of(x, 8, 0.3, seed, at(0.4));
    const auto blocks = [](const Points& p) { return into_blocks(p.values, p.rows.size(), p.n_runs); };
    const Estimate shift = estimate_shift(one.rows, one.column, blocks(one), blocks(other), true).half;
    const Estimate half_one = one.curve(true).half, half_other = other.curve(true).half;
    CHECK(shift.value == Approx(half_one.value - half_other.value));
    held += shift.ci95.lo <= 0.1 && 0.1 <= shift.ci95.hi ? 1 : 0;
    narrower += width(shift) < std::hypot(width(half_one), width(half_other)) ? 1U : 0U;
  }
  CHECK(held >= 36);
  CHECK(narrower >= 36);
}

TEST_CASE("a map has the means of its cells, and none where no outcome applies", "[sensitivity]") {
  const DesignColumn across{.x = {0, 0, 1, 1}, .n_levels = 2}, up{.x = {5, 7, 5, 5}, .n_levels = 2};
  const std::vector<Cell> cells =
      map_outcome(std::vector<DesignRow>(4), across, up,
                  into_blocks(std::vector<double>{1, std::nan(""), 3, 5}, 4, 1), false);
  REQUIRE(cells.size() == 3);
  CHECK((cells[0].mean.value == 1 && cells[0].n_points == 1));
  CHECK((cells[1].y == 7 && cells[1].n_points == 0 && std::isnan(cells[1].mean.value)));
  CHECK((cells[2].x == 1 && cells[2].mean.value == 4 && cells[2].n_points == 2));
  for (const Cell& cell : cells) CHECK(std::isnan(cell.mean.ci95.lo));  // one realization
}

TEST_CASE("a cell's interval is Student's over realizations, and over points where these are drawn",
          "[sensitivity]") {
  const DesignColumn one_place{.x = {0, 0, 0, 0}, .n_levels = 1};
  std::vector<DesignRow> rows;
  for (std::size_t i = 0; i < 4; ++i) rows.push_back({.unit = i});
  // realizations 1, 2, 3 at every point: mean 2, standard error 1 / sqrt(3), t of 2 degrees 4.303
  const std::vector<double> same = {1, 2, 3, 1, 2, 3, 1, 2, 3, 1, 2, 3};
  const Cell grid = map_outcome(rows, one_place, one_place, into_blocks(same, 4, 3), false).front();
  CHECK(grid.mean.ci95.hi - 2 == Approx(4.303 / std::sqrt(3)).epsilon(1e-3));
  // points 1, 2, 3, 4 in every realization: mean 2.5, standard error sqrt(5 / 3) / 2, t of 3 degrees 3.182
  const std::vector<double> spread = {1, 1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 4};
  const Cell drawn = map_outcome(rows, one_place, one_place, into_blocks(spread, 4, 3), true).front();
  CHECK(drawn.mean.ci95.hi - 2.5 == Approx(3.182 * std::sqrt(5.0 / 3) / 2).epsilon(1e-3));
  // one drawn point says nothing of others
  const DesignColumn apart{.x = {0, 1, 2, 3}, .n_levels = 4};
  CHECK(std::isnan(map_outcome(rows, apart, apart, into_blocks(same, 4, 3), true).front().mean.ci95.lo));
}

TEST_CASE("an interval of a place is cut to the range of the parameter", "[sensitivity]") {
  const Curve curve{.x = {0, 0.5, 1}, .y = {}};
  const PlaceInRange high = within_range({.value = 0.9, .ci95 = {0.7, 1.2}}, curve);
  CHECK((high.place.ci95.lo == 0.7 && high.place.ci95.hi == 1 && !high.is_from_below && high.is_to_above));
  const PlaceInRange low = within_range({.value = 0.1, .ci95 = {-0.2, 0.3}}, curve);
  CHECK((low.place.ci95.lo == 0 && low.is_from_below && !low.is_to_above));
  CHECK(!within_range({.value = 0.1, .ci95 = {}}, curve).is_from_below);
}

TEST_CASE("the interval of a share stays within 0 and 1", "[sensitivity]") {
  Points points{.rows = {}, .column = {.x = {0, 1, 2}, .n_levels = 3}, .values = {}, .n_runs = 4};
  points.rows.assign(3, DesignRow{});
  points.values = {0, 0, 0, 0, 1, 1, 0, 1, 1, 1, 1, 1};
  const auto levels = [&](OutcomeScale scale, bool is_drawn) {
    return estimate_curve(points.rows, points.column, into_blocks(points.values, 3, 4, scale), is_drawn).y;
  };
  const std::vector<Estimate> any = levels(OutcomeScale::Any, false),
                              share = levels(OutcomeScale::Share, false);
  CHECK(any[1].value == 0.75);
  CHECK(any[1].ci95.hi == Approx(0.75 + 3.182446 * 0.25));  // beyond 1
  CHECK(share[1].value == 0.75);
  // t = 3.182446, n = .1875 / .0625 = 3: t^2 / n = 3.37599
  const double width = 3.37599, spread = 3.182446 * std::sqrt(0.0625 + width / 12);
  CHECK(share[1].ci95.lo == Approx((0.75 + width / 2 - spread) / (1 + width)));
  CHECK(share[1].ci95.hi == Approx((0.75 + width / 2 + spread) / (1 + width)));
  CHECK((share[1].ci95.lo > 0 && share[1].ci95.hi < 1));
  CHECK((share[0].ci95.lo == 0 && share[2].ci95.hi == 1));
  CHECK(share[0].ci95.hi == Approx(3.841459 / (4 + 3.841459)));  // Wilson's of 0 in 4
  CHECK(share[2].ci95.lo == Approx(4 / (4 + 3.841459)));
}

TEST_CASE(
    "the interval of a difference of shares is cut at -1 and 1, a local regression of shares at 0 and 1",
    "[sensitivity]") {
  const Estimate wide{.value = -0.6, .ci95 = {-1.4, 0.2}, .of_points = 0, .of_runs = 0.4, .freedom = 7};
  const Estimate cut = on_scale(wide, OutcomeScale::Difference, true, 0);
  CHECK((cut.value == -0.6 && cut.ci95.lo == -1 && cut.ci95.hi == 0.2));
  const Estimate below{.value = -0.02, .ci95 = {-0.1, 0.06}, .of_points = 0.03, .of_runs = 0, .freedom = 15};
  const Estimate smooth = on_scale(below, OutcomeScale::Share, false, 0);
  CHECK((smooth.value == 0 && smooth.ci95.lo == 0 && smooth.ci95.hi == 0.06));
  const Estimate alike{.value = 1, .ci95 = {1, 1}};
  CHECK(on_scale(alike, OutcomeScale::Share, true, 0).ci95.lo == 1);  // a drawn design: no number is known
  CHECK(std::isnan(on_scale({.value = 0.5, .ci95 = {}}, OutcomeScale::Share, true, 4).ci95.lo));
}

}  // namespace
}  // namespace hansa
