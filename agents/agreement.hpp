#pragma once

#include <cstddef>
#include <limits>
#include <vector>

#include "agents/terms.hpp"
#include "scenarios/vocabulary.hpp"

namespace hansa {

/// An adopted text and what became of it.
struct Agreement {
  std::size_t conference = 0;  // row of facts.conferences
  int year = 0;                // of adoption
  Form form = Form::Soft;

  Terms terms;                    // under which it was adopted
  std::vector<double> lift;       // (agenda) words over the status quo                      [0..1]
  std::vector<double> effective;  // (agenda) what it amounts to, over the status quo        [0..1]
  double depth = 0;               // sum of depth weight times effective                     [depth]

  // written by sim/phases/ratification.cpp
  static constexpr int never = std::numeric_limits<int>::max();
  std::vector<int> joined;   // (state) month since year 0, or never                        [month]
  std::vector<char> barred;  // (state) has withdrawn
  double in_force = std::numeric_limits<double>::infinity();  // date                       [year]
};

}  // namespace hansa
