#pragma once

#include <array>

#include "scenarios/parameters/vocabulary.hpp"

// The parameters of states: their power and attitudes, the pressure on them, gridlock.

namespace hansa {

/// How states' power and attitudes follow from the tables.
struct PowerParams {
  double equality = 0.3;
  double gdp = 0.5;
  double population = 0.25;
  double emissions = 0.25;

  template <class Visitor> void fields(Visitor& visit);
};

/// Proxies, from standardised covariates, for attitudes that no table contains: agents/attitudes.cpp
struct ProxyParams {
  double home_rule_democracy = 0.7;
  double home_rule_income = 0.4;
  double openness_intercept = 0.0;
  double openness_democracy = 0.5;
  double openness_urban = 0.3;
  double capture_intercept = -1.0;
  double capture_fossil = 0.6;
  double capture_democracy = -0.4;
  double stake_vulnerability = 0.4;
  double stake_fossil = 0.5;
  double stake_least = -0.5;
  double stake_most = 2.5;
  double sovereignty_power = 0.25;
  double sovereignty_lmdc = 0.4;
  double sovereignty_umbrella = 0.3;
  double sovereignty_eu = -0.6;
  double sovereignty_aosis = -0.3;

  template <class Visitor> void fields(Visitor& visit);
};

/// sim/phases/environment.cpp
struct EnvironmentParams {
  double trend = 0.02;
  int trend_from = 1995;
  double status_quo = 0.70;
  double lapse = 0.05;
  double neglect = 1.0;
  double displacement = 0.02;
  double urban_displacement = 1.3;
  double residual = 0.30;

  template <class Visitor> void fields(Visitor& visit);
};

/// sim/phases/gridlock.cpp
struct GridlockParams {
  double level = 0.5;
  double polarisation = 1.0;
  double paralysis = 1.0;
  double sovereignty_cost = 1.0;
  double spread = 1.0;
  double common_shock = 0.25;
  double paralysis_rate = 0.5;
  double sigma = 0.20;
  double turnover = 0.0;

  template <class Visitor> void fields(Visitor& visit);
};

}  // namespace hansa
