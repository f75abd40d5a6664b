#pragma once

#include <string>
#include <vector>

#include "scenarios/tables/treaties.hpp"

namespace hansa {

/// The habit of states of joining treaties early, as known at the end of a year:
///
///     habit_i = - mean over the treaties adopted in earlier years of i's percentile rank by date of joining
///
/// standardised over `head` states, 0 for others. Dates after that year count as not joined, likewise states that are
/// not in a treaty's list; equal dates share their mean rank. Without earlier treaties all are 0. Rows are those of
/// `iso3`, which is sorted.                                                                       [sd]
[[nodiscard]] std::vector<double> habits_of_joining(const std::vector<ObservedTreaty>& treaties,
                                                    const std::vector<std::string>& iso3,
                                                    const std::vector<char>& head, int year);

/// The dates on which the states of `iso3` joined a treaty; infinite: never.                      [year]
[[nodiscard]] std::vector<double> dates_of_joining(const ObservedTreaty& treaty,
                                                   const std::vector<std::string>& iso3);

}  // namespace hansa
