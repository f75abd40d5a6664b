#include <vector>

#include <catch2/catch.hpp>

#include "sim/kernel/gains.hpp"
#include "sim/kernel/processor.hpp"
#include "sim/negotiation/actor_gain.hpp"
#include "support/numbers/draws.hpp"
#include "tests/small_world.hpp"

namespace hansa {
namespace {

using test::near;

TEST_CASE("a gain is a quadratic in the lifts of a text", "[gains]") {
  // 2 actors, 2 issues, 2 texts; worked out by hand
  const std::vector<double> constant = {1.0, -1.0}, linear = {2.0, 0.0, 4.0, 1.0},
                            square = {-1.0, -2.0, 0.0, -4.0}, lift = {0.5, 0.25, 0.0, 1.0};
  std::vector<double> gain(4);
  gains_reference({.n_actors = 2,
                   .n_issues = 2,
                   .n_texts = 2,
                   .constant = constant,
                   .linear = linear,
                   .square = square,
                   .lift = lift},
                  gain);
  // actor 0: 1 + .5 (2 - .5) + .25 * 4;   actor 1: -1 + .5 (0 - 1) + .25 (1 - 1)
  CHECK(gain == std::vector<double>{2.75, -1.5, 5.0, -4.0});
}

TEST_CASE("the quadratic equals the defined gain at any size", "[gains]") {
  const std::size_t n_actors = GENERATE(1U, 2U, 7U, 33U, 197U), n_issues = GENERATE(1U, 2U, 5U),
                    n_texts = GENERATE(1U, 3U, 28U);
  std::uint64_t n_drawn = 0;
  const Draws draws(n_actors, 0);
  const auto some = [&](double from, double to) {
    return from + (to - from) * draws.uniform(Purpose::Residual, 0, n_drawn++);
  };
  Terms terms{.force = some(0.1, 1), .ratchet = some(0, 1), .hardness = some(0, 1)};
  for (std::size_t d = 0; d < n_issues; ++d) {
    terms.agenda.push_back(d);
    terms.depth_weight.push_back(some(0, 1));
    terms.status_quo.push_back(some(0, 0.5));
    terms.pledged.push_back(d % 2 == 1);
    terms.world_constant.push_back(some(0, 0.2));
    terms.world_slope.push_back(some(0, 1));
  }
  std::vector<double> position(n_actors * n_issues), salience(n_actors * n_issues), lift(n_texts * n_issues);
  for (double& value : position) value = some(0, 1);
  for (double& value : salience) value = some(0, 1);
  for (double& value : lift) value = some(0, 0.5);

  std::vector<Actor> actors;
  std::vector<double> constant(n_actors), linear(n_actors * n_issues), square(n_actors * n_issues);
  for (std::size_t a = 0; a < n_actors; ++a) {
    actors.push_back({.position = std::span(position).subspan(a * n_issues, n_issues),
                      .salience = std::span(salience).subspan(a * n_issues, n_issues),
                      .bound = a % 3 == 0 ? 0.0 : 1.0,
                      .stake = some(-0.1, 0.3),
                      .sovereignty = some(0, 0.3)});
    constant[a] = write_gain(terms, actors[a], &linear[a], &square[a], n_actors);
  }
  std::vector<double> gain(n_texts * n_actors);
  gains_reference({.n_actors = n_actors,
                   .n_issues = n_issues,
                   .n_texts = n_texts,
                   .constant = constant,
                   .linear = linear,
                   .square = square,
                   .lift = lift},
                  gain);
  for (std::size_t t = 0; t < n_texts; ++t) {
    for (std::size_t a = 0; a < n_actors; ++a) {
      REQUIRE(gain[t * n_actors + a] ==
              near(gain_of(terms, actors[a], std::span(lift).subspan(t * n_issues, n_issues))));
    }
  }
}

TEST_CASE("the gains in lanes have the bits of their reference, at every size around their width",
          "[gains]") {
  const std::size_t n_actors = GENERATE(1U, 2U, 3U, 4U, 5U, 31U, 32U, 33U, 36U, 63U, 64U, 65U, 197U),
                    n_issues = GENERATE(1U, 2U, 5U, 6U, 8U, 9U, 17U), n_texts = GENERATE(1U, 2U, 28U);
  std::uint64_t n_drawn = 0;
  const Draws draws(n_actors, 1);
  const auto some = [&](std::size_t n) {
    std::vector<double> values(n);
    for (double& value : values) value = draws.uniform(Purpose::Residual, 0, n_drawn++) - 0.5;
    return values;
  };
  const std::vector<double> constant = some(n_actors), linear = some(n_issues * n_actors),
                            square = some(n_issues * n_actors), lift = some(n_texts * n_issues);
  const GainInput in{.n_actors = n_actors,
                     .n_issues = n_issues,
                     .n_texts = n_texts,
                     .constant = constant,
                     .linear = linear,
                     .square = square,
                     .lift = lift};
  std::vector<double> reference(n_texts * n_actors);
  gains_reference(in, reference);
  const auto has_its_bits = [&](auto variant) {
    std::vector<double> gain(n_texts * n_actors);
    variant(in, gain);
    return gain == reference;
  };
  REQUIRE(has_its_bits(gains));
  REQUIRE(has_its_bits(four_lane_gains));
  if (has_eight_lanes()) REQUIRE(has_its_bits(eight_lane_gains));
}

}  // namespace
}  // namespace hansa
