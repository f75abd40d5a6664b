#include <bit>
#include <cmath>

#include <Eigen/LU>
#include <catch2/catch.hpp>

#include "sim/negotiation/concession.hpp"
#include "sim/negotiation/texts.hpp"
#include "tests/sim/negotiation/seated.hpp"

namespace hansa {
namespace {

using test::near;
using test::Players;
using test::seated;
using test::set_positions;
using test::SmallWorld;

/// One state, steps of at most .4, and no influence of blocs.
struct One {
  SmallWorld small{1};
  World world;
  One() : world(small.world()) {
    small.scenario.negotiation.concession = 0.4;
    small.scenario.negotiation.influence = 0;
  }
  /// Its demand after the chair has proposed a text.
  double demand_against(double text) {
    Negotiation negotiation = seated(small, world);
    negotiation.draft = {text};
    concede(small.scenario.negotiation, negotiation);
    return negotiation.demand[0];
  }
};

TEST_CASE("a delegation concedes the more the less it risks by it", "[concession]") {
  One one;
  set_positions(one.world, std::vector{0.8});
  // own demand .64, the chair's .4 is worth .48: risk .25, step .4 * .75 of the way
  CHECK(one.demand_against(0.4) == near(0.8 - 0.3 * 0.4));
  // and it concedes upwards too: 1.0 is worth .6, risk 1/16
  CHECK(one.demand_against(1.0) == near(0.8 + 0.4 * 15 / 16 * 0.2));
}

TEST_CASE("a delegation to which the chair's text is worth nothing concedes nothing", "[concession]") {
  One one;
  set_positions(one.world, std::vector{0.3});
  CHECK(one.demand_against(0.6) == 0.3);
  CHECK(one.demand_against(0.9) == 0.3);
}

TEST_CASE("a delegation that wants nothing risks all by any text", "[concession]") {
  One one;
  set_positions(one.world, std::vector{0.0});
  CHECK(one.demand_against(0.2) == 0.0);
}

TEST_CASE("a delegation that loses even by its own demand risks all", "[concession]") {
  One one;
  one.small.scenario.negotiation.hardness = {1.0, 1.0, 1.0};
  set_positions(one.world, std::vector{0.4});
  one.world.vetoes.lobbied = {1.0};      // the government itself would accept more than its delegation
  one.world.states.sovereignty = {1.0};  // .16 - .4 by its own demand, .12 - .6 by the chair's text
  CHECK(one.demand_against(0.6) == 0.4);
}

TEST_CASE("the first veto player stops a delegation at its own limit", "[concession]") {
  One one;
  set_positions(one.world, std::vector<Players>{{{0.5}, {0.27}, {0.4}}});
  // towards .9: risk (.25 - .09) / .25 = .64, step .4 * .36 = .144 of .4, but the second accepts .54 at most
  CHECK(one.demand_against(0.9) == near(0.54));
  set_positions(one.world, std::vector<Players>{{{0.5}, {0.4}}});
  CHECK(one.demand_against(0.9) == near(0.5 + 0.144 * 0.4));
}

TEST_CASE("a delegation at a veto player's limit can come back from it", "[concession]") {
  // on three issues, where the gain of a player at its limit is 0 up to rounding of either sign
  int n_stopped = 0;
  for (std::uint32_t k = 0; k < 200; ++k) {
    const Draws draws(9, k);
    const auto some = [&](std::uint64_t entity) { return draws.uniform(Purpose::Residual, 0, entity); };
    SmallWorld small(1, 3);
    small.now().salience = {0.2, 0.3, 0.5};
    small.scenario.negotiation.concession = 0.4;
    World world = small.world();
    Players players(2);
    for (std::uint64_t d = 0; d < 3; ++d) {
      players[0].push_back(0.5 + 0.2 * some(d));
      players[1].push_back(0.25 + 0.15 * some(3 + d));
    }
    set_positions(world, std::vector<Players>{players});
    Negotiation negotiation = seated(small, world);
    negotiation.draft = {0.9, 0.9, 0.9};
    concede(small.scenario.negotiation, negotiation);
    double gain = 0;
    for (std::size_t d = 0; d < 3; ++d)
      gain += small.now().salience[d] * negotiation.demand[d] * (2 * players[1][d] - negotiation.demand[d]);
    if (std::abs(gain) > 1e-12) continue;
    ++n_stopped;
    const std::vector<double> before = negotiation.demand;
    negotiation.draft = {0.2, 0.2, 0.2};
    concede(small.scenario.negotiation, negotiation);
    for (std::size_t d = 0; d < 3; ++d) CHECK(negotiation.demand[d] < before[d] - 0.01);
  }
  CHECK(n_stopped > 50);
}

TEST_CASE("a delegation whose veto player bears not even its demand stays", "[concession]") {
  One one;
  set_positions(one.world, std::vector<Players>{{{0.5}, {0.1}}});
  CHECK(one.demand_against(0.4) == 0.5);
}

TEST_CASE("no demand ever passes the limit of a veto player that bore it", "[concession]") {
  for (int y = 0; y <= 20; ++y) {
    for (int other = 0; other <= 20; ++other) {
      for (int text = 0; text <= 20; ++text) {
        One one;
        set_positions(one.world, std::vector<Players>{{{y * 0.05}, {other * 0.05}}});
        const double before = y * 0.05, after = one.demand_against(text * 0.05), limit = 2 * other * 0.05;
        if (before <= limit) REQUIRE(after <= limit + 1e-12);
        // and it moves towards the chair's text, never past it
        REQUIRE((after - before) * (text * 0.05 - after) >= -1e-15);
      }
    }
  }
}

TEST_CASE("paralysed delegations stay where they are", "[concession]") {
  One one;
  one.small.put_in_bloc(0, "g77");
  one.small.scenario.negotiation.influence = 0.5;
  set_positions(one.world, std::vector{0.8});
  one.world.states.paralysed = {1};
  CHECK(one.demand_against(0.4) == 0.8);
}

TEST_CASE("absent delegations stay where they are", "[concession]") {
  One one;
  one.small.add_conference().present = {0};
  set_positions(one.world, std::vector{0.8});
  CHECK(one.demand_against(0.4) == 0.8);
}

TEST_CASE("delegations listen to the mean text of their blocs", "[concession]") {
  SmallWorld small(2);
  small.scenario.negotiation.concession = 0;
  small.scenario.negotiation.influence = 0.25;
  small.put_in_bloc(0, "african");
  small.put_in_bloc(0, "ailac");
  World world = small.world();
  set_positions(world, {0.8, 0.8});
  Negotiation negotiation = seated(small, world);
  negotiation.bloc_text[0] = 0.2;
  negotiation.bloc_text[1] = 0.6;
  negotiation.bloc_text[2] = 9.0;  // of a bloc it is not in
  concede(small.scenario.negotiation, negotiation);
  CHECK(negotiation.demand[0] == near(0.75 * 0.8 + 0.25 * 0.4));
  CHECK(negotiation.demand[1] == 0.8);  // in no bloc
}

TEST_CASE("what a delegation would lose by conceding is weighed against what it asks for by itself",
          "[concession]") {
  // by hand: u (2 y - u) at own .8 is .64; the chair's .6 is worth .60, .5 .55, .2 .28
  One one;
  set_positions(one.world, std::vector{0.8});
  const auto [text, risk] = GENERATE(
      table<double, double>({{0.8, 0.0}, {0.6, 0.0625}, {0.5, 0.140625}, {0.2, 0.5625}, {0.0, 1.0}}));
  Negotiation negotiation = seated(one.small, one.world);
  negotiation.demand = {0.3};  // its demand after hearing its blocs does not count
  negotiation.draft = {text};
  concede(one.small.scenario.negotiation, negotiation);
  CHECK(negotiation.own[0] == Approx(0.8 + 0.4 * (1 - risk) * (text - 0.8)).epsilon(0).margin(1e-9));
  CHECK(negotiation.demand[0] == negotiation.own[0]);
}

/// Seven delegations in three overlapping blocs, one in none, one paralysed and one absent, that start from
/// their own demands and concede nothing.
struct Listening {
  static constexpr std::size_t n = 7;
  SmallWorld small{n};
  World world;
  Listening() : world(small.world()) {
    small.now().power = {0.30, 0.05, 0.20, 0.10, 0.15, 0.12, 0.08};
    for (const std::size_t i : {0U, 1U, 2U, 6U}) small.put_in_bloc(i, "african");
    for (const std::size_t i : {2U, 3U, 5U}) small.put_in_bloc(i, "basic");
    for (const std::size_t i : {1U, 2U, 3U, 5U}) small.put_in_bloc(i, "g77");
    small.scenario.negotiation.concession = 0;
    small.scenario.negotiation.influence = 0.6;
    small.add_conference().present = {1, 1, 1, 1, 1, 1, 0};
    set_positions(world, {0.9, 0.2, 0.5, 0.7, 0.1, 0.4, 0.99});
    world.states.paralysed = {0, 0, 0, 0, 0, 1, 0};
  }
  /// Weights of demands in what each listening delegation hears from its blocs; rows sum to 1.
  [[nodiscard]] Eigen::MatrixXd weights(const Negotiation& negotiation) const {
    Eigen::MatrixXd w = Eigen::MatrixXd::Zero(n, n);
    for (std::size_t g = 0; g < n_blocs; ++g) {
      double sum = 0;
      for (std::size_t j = 0; j < n; ++j) sum += small.facts.blocs[j][g] ? negotiation.seats.power[j] : 0.0;
      for (std::size_t i = 0; i < n; ++i) {
        for (std::size_t j = 0; j < n; ++j) {
          if (small.facts.blocs[i][g] && small.facts.blocs[j][g])
            w(static_cast<int>(i), static_cast<int>(j)) +=
                negotiation.seats.power[j] / sum / std::popcount(negotiation.seats.blocs[i]);
        }
      }
    }
    return w;
  }
};

TEST_CASE("demands settle where Friedkin and Johnsen have them, not at a common one", "[concession]") {
  Listening listening;
  Negotiation negotiation = seated(listening.small, listening.world);
  const NegotiationParams& params = listening.small.scenario.negotiation;
  const Eigen::MatrixXd weights = listening.weights(negotiation);
  const Eigen::VectorXd own = Eigen::VectorXd::Map(negotiation.own.data(), Listening::n);
  Eigen::VectorXd influence(Listening::n);
  influence << 0.6, 0.6, 0.6, 0.6, 0, 0, 0;  // on those in no bloc, paralysed or away: none
  const Eigen::MatrixXd one = Eigen::MatrixXd::Identity(Listening::n, Listening::n);

  Eigen::VectorXd expected = own;
  for (int round = 1; round <= 200; ++round) {
    put_texts(params, negotiation);
    negotiation.draft = {0.0};
    concede(params, negotiation);
    expected =
        influence.asDiagonal() * weights * expected + (one - Eigen::MatrixXd(influence.asDiagonal())) * own;
    if (round > 5 && round < 200) continue;
    for (std::size_t i = 0; i < Listening::n; ++i)
      CHECK(negotiation.demand[i] == Approx(expected(static_cast<int>(i))).epsilon(0).margin(1e-9));
  }
  const Eigen::VectorXd settled = (one - influence.asDiagonal() * weights)
                                      .partialPivLu()
                                      .solve((one - Eigen::MatrixXd(influence.asDiagonal())) * own);
  for (std::size_t i = 0; i < Listening::n; ++i)
    CHECK(negotiation.demand[i] == Approx(settled(static_cast<int>(i))).epsilon(0).margin(1e-9));
  CHECK(negotiation.own == std::vector<double>(own.begin(), own.end()));
  CHECK(negotiation.demand[4] == 0.1);                               // in no bloc
  CHECK(negotiation.demand[5] == 0.4);                               // paralysed
  CHECK(negotiation.demand[0] - negotiation.demand[1] > 0.2);        // still apart
  CHECK(negotiation.demand[0] - negotiation.demand[1] < 0.9 - 0.2);  // though less than before
}

TEST_CASE("who is all ears to one bloc asks for what that bloc does", "[concession]") {
  SmallWorld small(3);
  small.scenario.negotiation.concession = 0;
  small.scenario.negotiation.influence = 1;
  for (std::size_t i = 0; i < 3; ++i) small.put_in_bloc(i, "g77");
  World world = small.world();
  set_positions(world, {0.1, 0.2, 0.6});
  Negotiation negotiation = seated(small, world);
  put_texts(small.scenario.negotiation, negotiation);
  concede(small.scenario.negotiation, negotiation);
  for (const double demand : negotiation.demand) CHECK(demand == near(0.3));
}

TEST_CASE("what a delegation concedes it no longer asks for, whatever its blocs say", "[concession]") {
  SmallWorld small(2);
  small.scenario.negotiation.concession = 0.4;
  small.scenario.negotiation.influence = 0.25;
  small.put_in_bloc(0, "g77");
  World world = small.world();
  set_positions(world, {0.8, 0.8});
  Negotiation negotiation = seated(small, world);
  put_texts(small.scenario.negotiation, negotiation);
  negotiation.draft = {0.4};
  concede(small.scenario.negotiation, negotiation);
  // risk .25: .8 - .3 * .4 = .68; its bloc's text is still .8
  CHECK(negotiation.own[0] == near(0.68));
  CHECK(negotiation.demand[0] == near(0.75 * 0.68 + 0.25 * 0.8));
  CHECK(negotiation.demand[1] == near(0.68));
}

}  // namespace
}  // namespace hansa
