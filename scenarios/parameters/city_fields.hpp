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
        FieldInfo{.unit = "1/year",
                  .min = 0,
                  .max = 1,
                  .source = "assumption: about 21 cities a year in paris-2015",
                  .about =
                      "hazard of preemption of a city that has a hundredth of its state's people and agrees "
                      "with it, without capture, home rule and pressure, government unknown [C3]"});
  visit("visibility", visibility,
        FieldInfo{.unit = "log hazard/ln share",
                  .min = 0,
                  .max = 2,
                  .source = "assumption: four times the share doubles it",
                  .about = "larger cities are preempted more: elasticity of the hazard to the city's share "
                           "of its state's people [C3]"});
  visit("divergence", divergence,
        FieldInfo{.unit = "log hazard",
                  .min = 0,
                  .max = 30,
                  .source = "assumption: a tenth more doubles it",
                  .about = "preemption per unit of distance between city and state [C3]"});
  visit(
      "united", united,
      FieldInfo{.unit = "log hazard",
                .min = -3,
                .max = 3,
                .source = "assumption: twice as much; sign as in Riverstone-Newell 2017",
                .about = "a united government preempts more than a divided one; neither where unknown [C3]"});
  visit("capture", capture,
        FieldInfo{.unit = "log hazard",
                  .min = 0,
                  .max = 6,
                  .source = "assumption: full capture makes it 4.5 times as high",
                  .about = "preemption where private interests have captured the state [C3]"});
  visit("home_rule", home_rule,
        FieldInfo{.unit = "log hazard",
                  .min = 0,
                  .max = 6,
                  .source = "assumption: full home rule makes it a seventh",
                  .about = "protection by home rule [C2]"});
  visit("retaliation", retaliation,
        FieldInfo{.unit = "log hazard/pressure",
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
