#pragma once

#include <vector>

#include "agents/terms.hpp"
#include "scenarios/parameters/vocabulary.hpp"

namespace hansa {

/// How a conference ended.
struct Outcome {
  bool adopted = false;
  Form form = Form::Soft;         // of the text adopted, or the last on offer
  Terms terms;                    // of that form
  int rounds = 0;                 // spent on all forms
  double depth = 0;               // effective, over the status quo; 0 if none was adopted  [depth]
  std::vector<double> lift;       // (agenda) of the last text over the status quo          [0..1]
  std::vector<double> effective;  // (agenda) what the text amounts to, over the status quo [0..1]
  std::vector<char> objects;      // (state) at the end
};

}  // namespace hansa
