#pragma once

#include <cstddef>
#include <string>

#include "agents/facts.hpp"
#include "analysis/explain/explanation.hpp"
#include "support/text/text.hpp"

namespace hansa {

/// What of an explanation is printed.
struct ExplanationView {
  double least_share = 0.05;   // of realizations in which a state objects, to be named
  std::size_t n_nearest = 10;  // states nearest to objecting
};

/// An explanation for a terminal of 100 columns. `facts`: those that were explained.
[[nodiscard]] Text explanation_text(const Explanation& explanation, const Facts& facts,
                                    const ExplanationView& view);

/// The same, complete, as one JSON object.
[[nodiscard]] std::string explanation_json(const Explanation& explanation, const Facts& facts);

}  // namespace hansa
