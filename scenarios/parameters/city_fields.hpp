#pragma once

#include "scenarios/parameters/city_params.hpp"
#include "scenarios/parameters/field_info.hpp"

// Unit, bounds, meaning and source of each parameter, apart from the structs so that a change of words compiles
// few files.

namespace hansa {

template <class Visitor> void CityParams::fields(Visitor& visit) {
  visit("population", population,
        FieldInfo{.unit = "exponent", .min = 0, .max = 2, .about = "capacity by inhabitants [C4]"});
  visit("income", income,
        FieldInfo{.unit = "exponent", .min = 0, .max = 2, .about = "capacity by the state's output a head"});
  visit("office_from", office_from,
        FieldInfo{.unit = "thousand people",
                  .min = 0,
                  .max = 100000,
                  .about = "size from which a city runs an international office [C5]"});
  visit("office", office,
        FieldInfo{.min = 0, .max = 10, .about = "capacity that such an office adds, as a share"});
}

template <class Visitor> void DevolutionParams::fields(Visitor& visit) {
  visit("drift", drift,
        FieldInfo{.unit = "1/year",
                  .min = 0,
                  .max = 1,
                  .about = "speed at which a city's autonomy moves to its state's home rule"});
  visit("pragmatism", pragmatism,
        FieldInfo{.unit = "logit",
                  .min = -8,
                  .max = 8,
                  .about = "how far cities are ahead of their state on every issue [C1]"});
  visit("urban_interest", urban_interest,
        FieldInfo{.unit = "logit",
                  .min = -2,
                  .max = 4,
                  .about = "how much further cities are ahead on the urban role"});
  visit("spread", spread,
        FieldInfo{.unit = "logit",
                  .min = 0,
                  .max = 2,
                  .about = "standard deviation of cities' positions within a state"});
  visit("hazard", hazard,
        FieldInfo{
            .unit = "logit",
            .min = 0,
            .max = 12,
            .about = "how rare preemption of an average city is: minus the logit of its yearly hazard [C3]"});
  visit("divergence", divergence,
        FieldInfo{.unit = "logit",
                  .min = 0,
                  .max = 40,
                  .about = "preemption per unit of distance between city and state, times the city's share "
                           "of its state's people"});
  visit("capture", capture,
        FieldInfo{.unit = "logit",
                  .min = 0,
                  .max = 6,
                  .about = "preemption where private interests have captured the state"});
  visit("home_rule", home_rule,
        FieldInfo{.unit = "logit", .min = 0, .max = 6, .about = "protection by home rule [C2]"});
  visit("retaliation", retaliation,
        FieldInfo{.unit = "logit/pressure",
                  .min = 0,
                  .max = 50,
                  .about = "preemption in response to the pressure of its cities' networks on the state at "
                           "home in the previous year [C3]"});
  visit(
      "effect", effect,
      FieldInfo{
          .min = 0, .max = 1, .about = "powers revoked: share of autonomy that a preempted city loses [C2]"});
  visit("funding", funding,
        FieldInfo{.min = 0,
                  .max = 1,
                  .about = "funding cut: share of its resources that a preempted city loses [C3]"});
  visit("recovery", recovery,
        FieldInfo{.unit = "1/year",
                  .min = 0,
                  .max = 1,
                  .about = "speed at which a preempted city's capacity recovers"});
}

}  // namespace hansa
