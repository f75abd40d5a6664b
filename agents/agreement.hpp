#pragma once

#include <cstddef>
#include <limits>
#include <vector>

#include "scenarios/vocabulary.hpp"

namespace hansa {

/// An adopted text and what became of it.
struct Agreement {
  std::size_t conference = 0;  // row of facts.conferences
  int year = 0;                // of adoption
  Form form = Form::Soft;

  // the text as adopted, one value an issue of the agenda
  std::vector<double> text;        // words                                                 [0..1]
  std::vector<double> status_quo;  // before it                                             [0..1]
  std::vector<double> effective;   // what it amounts to in the world                       [0..1]
  double depth = 0;                // sum of depth weight times (effective - status quo)    [depth]

  // written by sim/phases/ratification.cpp
  static constexpr int never = std::numeric_limits<int>::max();
  std::vector<int> joined;  // (state) month since year 0, or never                         [month]
  double in_force = std::numeric_limits<double>::infinity();  // date                       [year]
};

}  // namespace hansa
