#pragma once

#include "scenarios/parameters/event_params.hpp"
#include "scenarios/parameters/field_info.hpp"

// Unit, bounds, meaning and source of each parameter, apart from the structs so that a change of words compiles
// few files.

namespace hansa {

template <class Visitor> void ShockParams::fields(Visitor& visit) {
  visit("year", year,
        FieldInfo{.unit = "year",
                  .min = 1900,
                  .max = 2200,
                  .source = "choice of the scenario",
                  .about = "from this year on",
                  .required = true});
  visit("issue", issue,
        FieldInfo{.unit = "issue", .source = "choice of the scenario", .about = "an issue, or all"});
  visit(
      "state", state,
      FieldInfo{.unit = "ISO 3166", .source = "choice of the scenario", .about = "a state, a bloc, or all"});
  visit("size", size,
        FieldInfo{.unit = "logit",
                  .min = -5,
                  .max = 5,
                  .source = "choice of the scenario",
                  .about = "shift of positions"});
  visit("cities", cities,
        FieldInfo{.source = "choice of the scenario",
                  .about = "whether the cities of these states move with them; false: only governments do"});
}

template <class Visitor> void OverrideParams::fields(Visitor& visit) {
  visit("state", state,
        FieldInfo{
            .unit = "ISO 3166", .source = "choice of the scenario", .about = "the state", .required = true});
  visit(
      "column", column,
      FieldInfo{.unit = "name",
                .source = "choice of the scenario",
                .about = "position.ISSUE (0..1), salience.ISSUE (score), home_rule, openness, capture, "
                         "veto_players (1..5, the executive among them), polarisation "
                         "between them (0..2), stake, sovereignty, or principals (units of the tier between "
                         "state and city, 1 where there is none)",
                .required = true});
  visit("value", value,
        FieldInfo{.min = -10,
                  .max = 100,
                  .source = "choice of the scenario",
                  .about = "the value",
                  .required = true});
}

template <class Visitor> void WithdrawalParams::fields(Visitor& visit) {
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
  visit("returns", returns,
        FieldInfo{.unit = "year",
                  .min = 0,
                  .max = 2200,
                  .source = "choice of the scenario",
                  .about = "in January of this year it is a party again; 0: never"});
}

}  // namespace hansa
