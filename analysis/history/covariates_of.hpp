#pragma once

#include <vector>

#include "analysis/history/played.hpp"

namespace hansa {

/// What naive predictions use of states, one value each; of no meaning for the EU, which has no covariates.
struct StateCovariates {
  std::vector<double> un_vote;     // ideal point in the latest session before the year         [sd]
  std::vector<double> log_gdp;     // of billion US dollars
  std::vector<double> log_income;  // output a head, of thousand US dollars
  std::vector<double> democracy;   // electoral democracy                                       [0..1]
  std::vector<double> annex1;      // 1: listed in Annex I of the climate convention
};

/// The model's own covariates of a year, with its way of filling gaps.
[[nodiscard]] StateCovariates covariates_of(const Played& played, int year);

}  // namespace hansa
