#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace hansa {

/// States, one row each; (n x d) arrays are row-major over issues.
struct StateStore {
  // set once by agents/world.cpp
  std::vector<double> residual;  // (state x issue) what the covariates do not say         [logit]

  // written by sim/phases/environment.cpp
  std::vector<double> logit;    // (state x issue) the executive's position this year       [logit]
  std::vector<double> society;  // (state x issue) the same, but for what moves governments alone [logit]

  // written by sim/phases/devolution.cpp
  std::vector<std::int32_t> preempted;  // cities preempted this year                     [count]

  // written by sim/phases/gridlock.cpp
  std::vector<double> position;     // (state x issue) the executive's position             [0..1]
  std::vector<char> paralysed;      // cannot change its mandate this year
  std::vector<double> sovereignty;  // cost of a hard obligation per unit of depth          [gain]

  // written by sim/phases/lobbying.cpp
  std::vector<double> mandate;        // (state x issue) what its delegation asks for       [0..1]
  std::vector<double> home_pressure;  // cities' pressure at home this year                 [pressure]

  // written by sim/phases/implementation.cpp
  std::vector<double> compliance;   // with its obligations, 1 if it has none               [0..1]
  std::vector<double> delivery;     // the same with the help of its cities                 [0..1]
  std::vector<double> city_action;  // of its cities this year, per inhabitant              [1]
  std::vector<double> hard_power;   // hardness of the texts in force for it, summed        [instruments]
  std::vector<double> soft_power;   // softness of the same                                 [instruments]
};

/// Veto players at home, grouped by state; the first of each state is its executive.
struct VetoStore {
  static constexpr std::size_t most = 5;  // veto players a state at most

  // set once by agents/world.cpp
  std::vector<double> threshold;  // (state x 4) share of the dial at which a further player appears   [0..1]
  std::vector<double> shift;      // (state x 4 x issue) its distance from the executive               [sd]

  // written by sim/phases/gridlock.cpp
  std::vector<std::size_t> first;  // (state + 1) rows of its players
  std::vector<double> position;    // (player x issue)                                      [0..1]

  // written by sim/phases/lobbying.cpp
  std::vector<double> lobbied;  // (player x issue) after cities have pressed them          [0..1]
};

}  // namespace hansa
