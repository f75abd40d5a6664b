#pragma once

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "scenarios/parameters/vocabulary.hpp"

namespace hansa {

/// A linear score of a state: intercept + sum coefficient * covariate + sum coefficient of its blocs.
struct Coefficients {
  double intercept = 0.0;
  std::array<double, n_covariates> covariates{};
  std::array<double, n_blocs> blocs{};

  /// Whether any covariate or bloc counts; otherwise all states have the same score.
  bool differs_between_states() const {
    const auto counts = [](double coefficient) { return coefficient != 0.0; };
    return std::any_of(covariates.begin(), covariates.end(), counts) ||
           std::any_of(blocs.begin(), blocs.end(), counts);
  }

  template <class Visitor> void fields(Visitor& visit);
};

/// One issue on which states bargain; positions in [0, 1], 0 = no cooperation.
struct IssueParams {
  static constexpr double from_positions = -1;  // a status quo that follows from states' positions

  std::string name;
  double depth_weight = 0.1;
  double status_quo = from_positions;
  bool self_determined = false;
  double lapse = 1.0;
  bool displaces = false;
  Coefficients position;
  Coefficients salience;

  template <class Visitor> void fields(Visitor& visit);
};

/// The default issues of a scenario; their coefficients come from its table, world.issues.
inline constexpr std::array<std::string_view, 5> climate_issues = {"mitigation", "finance", "adaptation",
                                                                   "transparency", "urban_role"};

}  // namespace hansa
