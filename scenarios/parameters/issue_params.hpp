#pragma once

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "scenarios/parameters/field_info.hpp"
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

  template <class Visitor> void fields(Visitor& visit) {
    constexpr FieldInfo of_covariate{.unit = "logit",
                                     .min = -3,
                                     .max = 3,
                                     .source = "signs: Bailer and Weiler 2015; size: assumption",
                                     .about = "per standard deviation of this covariate"};
    constexpr FieldInfo of_bloc{.unit = "logit",
                                .min = -3,
                                .max = 3,
                                .source = "signs: Weiler 2012; size: assumption",
                                .about = "for members of this bloc"};
    visit("intercept", intercept,
          FieldInfo{.unit = "logit", .min = -5, .max = 5, .about = "score of an average state in no bloc"});
    for (std::size_t x = 0; x < n_covariates; ++x) visit(covariate_names[x], covariates[x], of_covariate);
    for (std::size_t g = 0; g < n_blocs; ++g) visit(bloc_names[g], blocs[g], of_bloc);
  }
};

/// One issue on which states bargain; positions in [0, 1], 0 = no cooperation.
struct IssueParams {
  std::string name;
  double depth_weight = 0.1;
  double status_quo = 0.05;
  bool self_determined = false;
  double lapse = 1.0;
  bool displaces = false;
  Coefficients position;
  Coefficients salience;

  template <class Visitor> void fields(Visitor& visit) {
    visit("depth_weight", depth_weight,
          FieldInfo{
              .min = 0,
              .max = 1,
              .about = "share of this issue in the depth of a text; rescaled so that all issues sum to 1"});
    visit("status_quo", status_quo,
          FieldInfo{.min = 0, .max = 1, .about = "level of cooperation before the first year"});
    visit("self_determined", self_determined,
          FieldInfo{.about = "under pledges each state sets its own contribution on this issue"});
    visit("lapse", lapse,
          FieldInfo{.min = 0,
                    .max = 10,
                    .about = "how fast cooperation on it lapses, relative to environment.lapse; 0: bound "
                             "permanently, as tariffs are"});
    visit("displaces", displaces,
          FieldInfo{.about = "the issue is about displaced people, who press on positions, on cities' more "
                             "than on states' [C4]"});
    position.fields(visit);
    visit.group("salience", salience,
                "score of how much this issue matters to a state; shares by softmax over issues");
  }
};

/// The default issues of a scenario; their coefficients come from its table, world.issues.
inline constexpr std::array<std::string_view, 5> climate_issues = {"mitigation", "finance", "adaptation",
                                                                   "transparency", "urban_role"};

}  // namespace hansa
