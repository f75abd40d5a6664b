#pragma once

#include <array>

#include "scenarios/parameters/vocabulary.hpp"

// The parameters of cities.

namespace hansa {

/// Cities' resources: agents/build.cpp
struct CityParams {
  double population = 0.7;
  double income = 0.3;
  double office_from = 1000;
  double office = 1.0;

  template <class Visitor> void fields(Visitor& visit);
};

/// sim/phases/devolution.cpp
struct DevolutionParams {
  double drift = 0.1;
  double pragmatism = 0.4;
  double urban_interest = 1.2;
  double spread = 0.5;
  double hazard = 0.0024;
  double visibility = 0.5;
  double divergence = 7.0;
  double united = 0.7;
  double capture = 1.5;
  double home_rule = 2.0;
  double retaliation = 2.0;
  double effect = 0.5;
  double funding = 0.25;
  double recovery = 0.2;

  template <class Visitor> void fields(Visitor& visit);
};

}  // namespace hansa
