#pragma once

#include <string>

#include "scenarios/parameters/field_info.hpp"
#include "scenarios/parameters/vocabulary.hpp"

// Known events in single years and states.

namespace hansa {

/// A known event that moves positions.
struct ShockParams {
  int year = 2000;
  std::string issue = "all";
  std::string state = "all";
  double size = 0.0;
  bool cities = true;

  template <class Visitor> void fields(Visitor& visit) {
    visit("year", year,
          FieldInfo{.unit = "year",
                    .min = 1900,
                    .max = 2200,
                    .source = "choice of the scenario",
                    .about = "from this year on",
                    .required = true});
    visit("issue", issue,
          FieldInfo{.unit = "issue", .source = "choice of the scenario", .about = "an issue, or all"});
    visit("state", state,
          FieldInfo{
              .unit = "ISO 3166", .source = "choice of the scenario", .about = "a state, a bloc, or all"});
    visit("size", size,
          FieldInfo{.unit = "logit",
                    .min = -5,
                    .max = 5,
                    .source = "choice of the scenario",
                    .about = "shift of positions"});
    visit(
        "cities", cities,
        FieldInfo{.source = "choice of the scenario",
                  .about = "whether the cities of these states move with them; false: only governments do"});
  }
};

/// A known value of a state that replaces a proxy.
struct OverrideParams {
  std::string state;
  std::string column;
  double value = 0.0;

  template <class Visitor> void fields(Visitor& visit) {
    visit(
        "state", state,
        FieldInfo{
            .unit = "ISO 3166", .source = "choice of the scenario", .about = "the state", .required = true});
    visit(
        "column", column,
        FieldInfo{.unit = "name",
                  .source = "choice of the scenario",
                  .about = "position.ISSUE (0..1), salience.ISSUE (score), home_rule, openness, capture, "
                           "polarisation, supermajority (0..1), stake, sovereignty, or principals (units of "
                           "the tier between state and city, 1 where there is none)",
                  .required = true});
    visit("value", value,
          FieldInfo{.min = -10,
                    .max = 100,
                    .source = "choice of the scenario",
                    .about = "the value",
                    .required = true});
  }
};

/// A state that leaves a treaty.
struct WithdrawalParams {
  std::string state;
  std::string treaty;
  int year = 2000;

  template <class Visitor> void fields(Visitor& visit) {
    visit("state", state,
          FieldInfo{.unit = "ISO 3166",
                    .source = "choice of the scenario",
                    .about = "the state that leaves",
                    .required = true});
    visit("treaty", treaty,
          FieldInfo{.unit = "name",
                    .source = "choice of the scenario",
                    .about = "the treaty it leaves",
                    .required = true});
    visit("year", year,
          FieldInfo{.unit = "year",
                    .min = 1900,
                    .max = 2200,
                    .source = "choice of the scenario",
                    .about = "from this year on",
                    .required = true});
  }
};

}  // namespace hansa
