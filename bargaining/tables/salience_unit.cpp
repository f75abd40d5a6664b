#include "bargaining/tables/salience_unit.hpp"

#include <fmt/format.h>

namespace hansa {

void SalienceUnit::add(double salience, bool is_percent, const std::string& heading, Place place) {
  above_zero_ = above_zero_ || salience > 0;
  if (!fraction_ && !is_percent && salience > 0 && salience < 1) fraction_ = Seen{salience, heading, place};
  if (!above_one_ && (salience > 1 || (is_percent && salience > 0)))
    above_one_ = Seen{salience, heading, place};
}

bool SalienceUnit::report_mix(ProblemList& problems) const {
  if (!fraction_ || !above_one_) return false;
  problems.add(
      fraction_->place, fraction_->heading,
      fmt::format(
          "{} looks like a share of 1, but {} in line {} is above 1; if both are right, give the scale, as "
          "in '{} 0..100'",
          fraction_->value, above_one_->value, above_one_->place.line, fraction_->heading));
  return true;
}

}  // namespace hansa
