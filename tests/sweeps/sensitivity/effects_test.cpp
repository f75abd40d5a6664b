#include <catch2/catch.hpp>

#include "support/numbers/draws.hpp"
#include "tests/sweeps/sensitivity/test_functions.hpp"

namespace hansa {
namespace {

using test::effects_in;
using test::sweep_of_cube;

constexpr double none = std::numeric_limits<double>::quiet_NaN();

TEST_CASE("products of different blocks leave out what a block has with itself", "[sensitivity]") {
  const std::vector<double> a = {1, 2, none}, b = {3, 5, 7};
  CHECK(pair_products(a, b).sum == 1 * 5 + 1 * 7 + 2 * 3 + 2 * 7);
  CHECK(pair_products(a, b).n == 4);
  CHECK(pair_products(a, b, 2).sum == 1 * 5 + 2 * 3);
  CHECK(pair_products(std::vector<double>{3}, std::vector<double>{4}).sum == 12);  // one block: with itself
}

TEST_CASE("realizations are dealt to eight blocks, and their noise is measured at each point",
          "[sensitivity]") {
  std::vector<double> values = {0, 2, 5, 5, none, none};
  const Blocks two = into_blocks(values, 3, 2);
  CHECK((two.n_blocks == 2 && two.n_empty == 1));
  CHECK(two.noise == 1);  // 2 and 0 at one of two points with two values
  values.assign(20, 1);
  values[9] = 3;
  const Blocks blocks = into_blocks(values, 1, 20);
  CHECK(blocks.n_blocks == most_blocks);
  CHECK(blocks.at(0)[1] == Approx(5.0 / 3));  // realizations 1, 9 and 17
}

TEST_CASE("the jackknife of a mean has the standard error of a mean", "[sensitivity]") {
  const std::vector<double> values = {1, 2, 4, 9};
  GroupedSums sums;
  for (const double value : values) sums.groups.push_back({value, 1});
  const auto mean = [](std::span<const double> s) { return std::vector<double>{s[0] / s[1]}; };
  const Estimate alone = jackknife(sums, mean)[0];
  CHECK(alone.value == 4);
  CHECK(alone.of_points == Approx(std::sqrt(38.0 / 3 / 4)));
  CHECK(alone.ci95.hi - alone.value == Approx(3.182446 * alone.of_points));  // t of 3 degrees of freedom
  sums.without = {{12, 4}, {16, 4}, {20, 4}};                                // means 3, 4 and 5
  const Estimate crossed = jackknife(sums, mean)[0];
  CHECK(crossed.of_runs == Approx(std::sqrt(4.0 / 3)));
  const double both = alone.of_points * alone.of_points + crossed.of_runs * crossed.of_runs;
  CHECK(crossed.ci95.hi - crossed.value ==
        Approx(2.6062 * std::sqrt(both)).epsilon(1e-3));  // 4.79 degrees of freedom
}

TEST_CASE("Sobol' indices of Ishigami's function and of G are near the truth", "[sensitivity]") {
  const test::TestFunction f = GENERATE(test::ishigami(), test::g_function());
  const Effects effects =
      effects_in(sweep_of_cube(Design::Sobol, 1024, f.n_dims, 1), SensitivityMethod::Sobol, 1,
                 [&](std::span<const double> u, auto, auto) { return f.value(u); });
  CHECK(effects.variance.value == Approx(f.variance).epsilon(0.05));
  CHECK((effects.n_units == 1024 && effects.n_used == 1024));
  for (std::size_t j = 0; j < f.n_dims; ++j) {
    CHECK(effects.by_parameter[j][0].value == Approx(f.first[j]).margin(0.06));
    CHECK(effects.by_parameter[j][1].value == Approx(f.total[j]).margin(0.06));
    for (const Estimate& estimate : effects.by_parameter[j])
      CHECK(estimate.ci95.hi - estimate.ci95.lo < 0.25);
  }
}

/// Chance that each realization has everywhere, that grows with the first coordinate, and that each run has.
double chance(std::uint64_t seed, std::size_t point, std::size_t r, double u) {
  const Draws draws(seed, static_cast<std::uint32_t>(r));
  return 3 * draws.normal(Purpose::Residual, 0, 0) + draws.normal(Purpose::Residual, 0, 1) * u +
         draws.normal(Purpose::Uncertainty, 0, point);
}

TEST_CASE("chance does not pass for the effect of a parameter", "[sensitivity]") {
  const auto [design, method, samples] = GENERATE(table<Design, SensitivityMethod, std::size_t>({
      {Design::Sobol, SensitivityMethod::Sobol, 128},
      {Design::Lhs, SensitivityMethod::Binned, 512},
      {Design::Sobol, SensitivityMethod::Binned, 128},
  }));
  double with_effect = 0, without = 0;  // over seeds: estimates scatter
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    const Effects effects =
        effects_in(sweep_of_cube(design, samples, 3, seed), method, 8,
                   [&, s = seed](std::span<const double> u, std::size_t point, std::size_t r) {
                     return 2 * u[1] + chance(s, point, r, u[0]);
                   });
    with_effect += effects.by_parameter[1].back().value / 20;
    without += effects.by_parameter[2].back().value / 20;
  }
  CHECK(with_effect == Approx(1).margin(0.12));
  CHECK(without == Approx(0).margin(0.06));
}

TEST_CASE("outcomes that do not apply are left out, and counted", "[sensitivity]") {
  const auto half = [](std::span<const double> u, std::size_t, std::size_t) {
    return u[0] < 0.5 ? none : u[1];
  };
  const Effects sobol =
      effects_in(sweep_of_cube(Design::Sobol, 256, 2, 1), SensitivityMethod::Sobol, 4, half);
  CHECK((sobol.n_units == 256 && sobol.n_used > 40 && sobol.n_used < 140));
  CHECK(sobol.by_parameter[1][0].value == Approx(1).margin(0.1));
  const Effects binned =
      effects_in(sweep_of_cube(Design::Lhs, 256, 2, 1), SensitivityMethod::Binned, 4, half);
  CHECK(binned.n_used == 128);
  CHECK(binned.by_parameter[1][0].value == Approx(1).margin(0.02));
}

TEST_CASE("elementary effects of a linear outcome are its slopes", "[sensitivity]") {
  const Effects effects = effects_in(sweep_of_cube(Design::Morris, 20, 3, 1), SensitivityMethod::Morris, 4,
                                     [](std::span<const double> u, auto, std::size_t r) {
                                       return 3 * u[0] - 2 * u[1] + static_cast<double>(r);
                                     });
  const std::array<double, 3> slopes = {3, -2, 0};
  for (std::size_t j = 0; j < 3; ++j) {
    CHECK(effects.by_parameter[j][0].value == Approx(std::abs(slopes[j])).margin(1e-12));  // mu*
    CHECK(effects.by_parameter[j][1].value == Approx(0).margin(1e-6));                     // sigma
    CHECK(effects.by_parameter[j][2].value == Approx(slopes[j]).margin(1e-12));            // mu
  }
  CHECK(!effects.by_parameter[2][0].is_beyond_chance());
}

TEST_CASE("noise alone has no mean absolute effect; an effect that changes its sign has one",
          "[sensitivity]") {
  double of_noise = 0, of_curve = 0;
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    const Effects effects =
        effects_in(sweep_of_cube(Design::Morris, 40, 2, seed), SensitivityMethod::Morris, 8,
                   [&, s = seed](std::span<const double> u, std::size_t point, std::size_t r) {
                     return u[0] * (u[1] < 0.5 ? 9 : -9) + chance(s, point, r, 0);
                   });
    of_curve += effects.by_parameter[0][0].value / 20;
    of_noise +=
        effects_in(sweep_of_cube(Design::Morris, 40, 2, seed), SensitivityMethod::Morris, 8,
                   [&, s = seed](auto, std::size_t point, std::size_t r) { return chance(s, point, r, 0); })
            .by_parameter[0][0]
            .value /
        20;
  }
  CHECK(of_curve == Approx(9).margin(0.1));
  CHECK(of_noise == Approx(0).margin(0.1));
}

TEST_CASE("standardized coefficients are those of the expected outcome, ranks see what is monotone",
          "[sensitivity]") {
  const Effects effects = effects_in(sweep_of_cube(Design::Lhs, 400, 3, 1), SensitivityMethod::Regression, 8,
                                     [](std::span<const double> u, std::size_t point, std::size_t r) {
                                       return 4 * u[0] - 3 * u[1] + chance(1, point, r, 0);
                                     });
  CHECK(effects.by_parameter[0][0].value == Approx(0.8).margin(0.04));
  CHECK(effects.by_parameter[1][0].value == Approx(-0.6).margin(0.04));
  CHECK(effects.by_parameter[2][0].value == Approx(0).margin(0.06));
  const Effects curved =
      effects_in(sweep_of_cube(Design::Lhs, 400, 2, 1), SensitivityMethod::Regression, 1,
                 [](std::span<const double> u, auto, auto) { return -std::exp(9 * u[0]) + 1e-9 * u[1]; });
  CHECK(curved.by_parameter[0][1].value == Approx(-1).margin(0.001));
  CHECK(curved.by_parameter[0][0].value > -0.9);
}

// The values 0, 1, 2 and 1, 3, 5: means 1 and 3 by a; 0.5, 2 and 3.5 by b; 2 of all.
TEST_CASE("on a grid shares are those of the analysis of variance", "[sensitivity]") {
  Sweep sweep;
  sweep.design = Design::Grid;
  const auto node = [](const char* text) { return Node{.kind = Node::Kind::Text, .text = text}; };
  sweep.parameters = {{.path = "a", .number = true, .values = {node("0"), node("1")}},
                      {.path = "b", .number = true, .values = {node("0"), node("1"), node("2")}}};
  sweep.n_points = 6;
  const Effects effects =
      effects_in(sweep, SensitivityMethod::Grid, 3, [](std::span<const double> u, auto, std::size_t r) {
        return u[0] + u[1] + u[0] * u[1] + 7 * static_cast<double>(r);
      });
  const double all = (0 + 1 + 4 + 1 + 9 + 25) / 6.0 - 4, by_a = (1.0 + 9) / 2 - 4,
               by_b = (0.25 + 4 + 12.25) / 3 - 4;
  CHECK(effects.variance.value == Approx(all));
  CHECK(effects.by_parameter[0][0].value == Approx(by_a / all));
  CHECK(effects.by_parameter[1][0].value == Approx(by_b / all));
  CHECK(effects.by_parameter[0][1].value == Approx((all - by_b) / all));
  CHECK(effects.by_parameter[1][1].value == Approx((all - by_a) / all));
}

}  // namespace
}  // namespace hansa
