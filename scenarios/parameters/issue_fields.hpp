#pragma once

#include "scenarios/parameters/field_info.hpp"
#include "scenarios/parameters/issue_params.hpp"

// Unit, bounds, meaning and source of each parameter, apart from the structs so that a change of words compiles
// few files.

namespace hansa {

template <class Visitor> void Coefficients::fields(Visitor& visit) {
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

template <class Visitor> void IssueParams::fields(Visitor& visit) {
  visit(
      "depth_weight", depth_weight,
      FieldInfo{.min = 0,
                .max = 1,
                .about = "share of this issue in the depth of a text; rescaled so that all issues sum to 1"});
  visit("status_quo", status_quo,
        FieldInfo{.min = -1,
                  .max = 1,
                  .about = "level of cooperation before the first year, 0 to 1; -1: environment.status_quo "
                           "times states' mean position"});
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

}  // namespace hansa
