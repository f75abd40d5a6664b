#pragma once

#include <vector>

#include "sim/phases/ratification.hpp"
#include "tests/small_world.hpp"

namespace hansa::test {

inline constexpr int december = SmallWorld::year * 12 + 11;

/// A treaty adopted in 2000 that costs no state anything and opens for signature in December.
struct Treaty {
  SmallWorld small;
  World world;
  RatificationParams params{.constant = 0,
                            .habit = 0,
                            .democracy = 0,
                            .population = 0,
                            .eu = 0,
                            .region = 0,
                            .parties = 0,
                            .time_log = 0,
                            .time = 0,
                            .spread = 0,
                            .home_pressure = 0,
                            .own_payoff = 0,
                            .others_payoff = 0};
  double home_weight = 1;
  explicit Treaty(std::size_t n_states, int n_years = 1) : small(n_states, 1, n_years), world(small.world()) {
    small.add_conference({.name = "COP", .treaty = {.name = "treaty", .opens_after = 0}});
    set_positions(world, std::vector<double>(n_states, 0.5));
    world.states.home_pressure.assign(n_states, 0.0);
    world.agreements.push_back({.conference = 0,
                                .year = SmallWorld::year,
                                .form = Form::Soft,
                                .terms = {.agenda = {0},
                                          .depth_weight = {1.0},
                                          .status_quo = {0.0},
                                          .pledged = {0},
                                          .world_constant = {0.0},
                                          .world_slope = {1.0},
                                          .effort = std::vector<double>(n_states, 1.0),
                                          .share = std::vector<double>(n_states, 1.0 / double(n_states)),
                                          .pledge = std::vector<double>(n_states, 0.5),
                                          .payment = std::vector<double>(n_states, 0.0),
                                          .form = Form::Soft,
                                          .payoff = Payoff::PublicGood},
                                .lift = {0.5},
                                .effective = {0.5},
                                .delivered = {0.0},
                                .depth = 0.5,
                                .own_gain = std::vector<double>(n_states, 0.0),
                                .others_gain = std::vector<double>(n_states, 0.0),
                                .joined = std::vector<int>(n_states, Agreement::never),
                                .barred = std::vector<char>(n_states, 0)});
  }
  [[nodiscard]] TreatyParams& treaty_params() { return small.scenario.conferences[0].treaty; }
  Agreement& agreement() { return world.agreements[0]; }
  const std::vector<int>& ratify() {
    hansa::ratify(params, home_weight, small.scenario.withdrawals, world);
    return agreement().joined;
  }
};

}  // namespace hansa::test
