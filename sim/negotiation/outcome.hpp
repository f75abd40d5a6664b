#pragma once

#include <vector>

#include "agents/agreement.hpp"
#include "scenarios/parameters/vocabulary.hpp"

namespace hansa {

/// The outcome of a conference.
struct Outcome {
  bool adopted = false;
  Form form = Form::Soft;          // of the text adopted, or the last on offer
  Terms terms;                     // of that form
  int rounds = 0;                  // over all forms
  double depth = 0;                // effective, over the status quo; 0 if none was adopted  [depth]
  std::vector<double> lift;        // (agenda) of the last text over the status quo          [0..1]
  std::vector<double> effective;   // (agenda) effective content over the status quo         [0..1]
  double exempted = 0;             // share of the obligations that exemptions take           [0..1]
  double paid = 0;                 // side payments, each by the payee's share of output      [gain]
  std::vector<char> objects;       // (state) at the end
  std::vector<char> could_object;  // (state) in the greatest set of objectors, at the end
  std::vector<double> gain;        // (state) of its worst player from the last text; NaN: the EU  [gain]
  std::vector<double> at_home;     // (state) 1 if that player is one at home, 0 the executive; NaN: the EU
};

}  // namespace hansa
