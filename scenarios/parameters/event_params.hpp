#pragma once

#include <string>

#include "scenarios/parameters/vocabulary.hpp"

// Known events in single years and states.

namespace hansa {

/// A known event that moves positions.
struct ShockParams {
  int year = 2000;
  std::string issue = "all";
  std::string state = "all";
  double size = 0.0;
  bool cities = true;

  template <class Visitor> void fields(Visitor& visit);
};

/// A known value of a state that replaces a proxy.
struct OverrideParams {
  std::string state;
  std::string column;
  double value = 0.0;

  template <class Visitor> void fields(Visitor& visit);
};

/// A state that leaves a treaty, and may return.
struct WithdrawalParams {
  std::string state;
  std::string treaty;
  int year = 2000;
  int returns = 0;

  template <class Visitor> void fields(Visitor& visit);
};

}  // namespace hansa
