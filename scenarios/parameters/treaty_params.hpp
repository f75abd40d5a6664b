#pragma once

#include "scenarios/parameters/vocabulary.hpp"

// The parameters of ratification, implementation and feedback.

namespace hansa {

/// sim/phases/ratification.cpp
struct RatificationParams {
  double constant = -4.86;
  double habit = 0.33;
  double democracy = 0.19;
  double population = 0.12;
  double eu = 0.35;
  double region = 1.60;
  double parties = -1.52;
  double time_log = 1.10;
  double time = -0.19;
  double spread = 1.06;
  double home_pressure = 0;
  double own_payoff = 72;
  double others_payoff = 28;

  template <class Visitor> void fields(Visitor& visit);
};

/// sim/phases/implementation.cpp
struct ImplementationParams {
  double intercept = 1.0;
  double sanction = 1.0;
  double voters = 0.5;
  double delivery = 2.0;
  double depth_cost = 10.0;
  double reciprocity = 1.0;
  double action = 1.0;

  template <class Visitor> void fields(Visitor& visit);
};

/// sim/phases/feedback.cpp
struct FeedbackParams {
  double forgetting = 0.10;
  double instruments = 0.5;
  double mentions = 0.5;
  double access = 0.2;
  By<Access, double> nearness = {0, 0.1, 0.2, 0.4, 0.55, 0.7, 1};
  By<UrbanPlace, double> places = {0, 0.1, 0.3, 0.6, 0.85};

  template <class Visitor> void fields(Visitor& visit);
};

}  // namespace hansa
