#pragma once

#include <cstddef>

#include "bargaining/voting/voters.hpp"
#include "scenarios/parameters/decision_rule.hpp"

namespace hansa {

/// A table's actors who are for a text, one after another, under a rule. Actors without a seat do not count.
class Support {
 public:
  Support(const Voters& voters, const DecisionRule& rule);

  void clear() { with_ = {}; }
  void add(std::size_t actor);
  /// Whether a text passes that all added are for, and all others against.
  [[nodiscard]] bool wins() const;

 private:
  struct Sums {
    std::size_t n_seats = 0, n_vetoes = 0;
    double power = 0, size = 0;
  };

  void add_to(Sums& sums, std::size_t actor) const;

  Voters voters_;
  const DecisionRule& rule_;
  Sums all_, with_;
};

}  // namespace hansa
