#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "scenarios/parameters/decision_rule.hpp"

namespace hansa {

/// A table's actors who are for a text, one after another, under a rule. Actors without a seat do not count.
class Support {
 public:
  Support(std::span<const double> power, std::span<const char> veto, const DecisionRule& rule);

  void clear();
  void add(std::size_t actor);
  /// Whether a text passes that all added are for, and all others against.
  [[nodiscard]] bool wins() const;

 private:
  std::span<const double> power_;
  std::span<const char> veto_;
  const DecisionRule& rule_;
  std::size_t n_seats_ = 0, n_vetoes_ = 0;
  double total_ = 0;
  std::size_t n_for_ = 0, n_vetoes_for_ = 0;
  double power_for_ = 0;
};

}  // namespace hansa
