#pragma once

#include <vector>

#include "analysis/history/played.hpp"

namespace hansa {

/// What naive predictions use of states: one value each, unknown ones at the mean of the known.
struct StateCovariates {
  std::vector<double> un_vote;     // first component of votes in the General Assembly          [sd]
  std::vector<double> log_gdp;     // of billion US dollars
  std::vector<double> log_income;  // output a head, of thousand US dollars
  std::vector<double> democracy;   // electoral democracy                                       [0..1]
  std::vector<double> annex1;      // 1: listed in Annex I of the climate convention
};

/// The values known for the year nearest to this one.
[[nodiscard]] StateCovariates covariates_of(const Played& played, int year);

}  // namespace hansa
