#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "support/input/problem.hpp"

namespace hansa {

/// What the saliences without a declared scale say of their unit. Those from 0 to 1 are shares; others are of 100, or on any
/// scale. Both kinds in one table are a mistake, which no solver would show.
class SalienceUnit {
 public:
  void add(double salience, bool is_percent, const std::string& heading, Place place);

  /// Whether all are from 0 to 1, and one is above 0.
  [[nodiscard]] bool is_share() const { return above_zero_ && !above_one_; }

  /// Reports a mix; true if there is one.
  bool report_mix(ProblemList& problems) const;

 private:
  struct Seen {
    double value = 0;
    std::string heading;
    Place place;
  };
  bool above_zero_ = false;
  std::optional<Seen> fraction_, above_one_;  // the first of each
};

}  // namespace hansa
