#pragma once

#include <string_view>

#include "scenarios/parameters/field_info.hpp"
#include "scenarios/parameters/treaty_params.hpp"

// Unit, bounds, meaning and source of each parameter, apart from the structs so that a change of words compiles
// few files.

namespace hansa {

template <class Visitor> void RatificationParams::fields(Visitor& visit) {
  constexpr std::string_view fitted = "fitted: hansa backtest ratification, 14 treaties";
  visit("constant", constant,
        FieldInfo{.unit = "logit",
                  .min = -20,
                  .max = 20,
                  .source = fitted,
                  .about = "yearly propensity to join a typical treaty when it opens"});
  visit("habit", habit,
        FieldInfo{.unit = "logit/sd",
                  .min = -5,
                  .max = 5,
                  .source = fitted,
                  .about = "state's habit of joining treaties early, as known when the treaty is adopted"});
  visit("democracy", democracy,
        FieldInfo{.unit = "logit/sd", .min = -5, .max = 5, .source = fitted, .about = "electoral democracy"});
  visit("population", population,
        FieldInfo{.unit = "logit/sd", .min = -5, .max = 5, .source = fitted, .about = "log of people"});
  visit("eu", eu,
        FieldInfo{
            .unit = "logit", .min = -5, .max = 5, .source = fitted, .about = "member of the European Union"});
  visit("region", region,
        FieldInfo{.unit = "logit/share",
                  .min = -10,
                  .max = 10,
                  .source = fitted,
                  .about = "share of its UN region that has joined"});
  visit("parties", parties,
        FieldInfo{.unit = "logit/share",
                  .min = -10,
                  .max = 10,
                  .source = fitted,
                  .about = "share of all states that has joined"});
  visit("time_log", time_log,
        FieldInfo{.unit = "logit/ln month",
                  .min = -5,
                  .max = 5,
                  .source = fitted,
                  .about = "ln(1 + months since opening): states need time to begin with"});
  visit("time", time,
        FieldInfo{.unit = "logit/year",
                  .min = -3,
                  .max = 3,
                  .source = fitted,
                  .about = "years since opening: interest fades"});
  visit("spread", spread,
        FieldInfo{.unit = "logit",
                  .min = 0,
                  .max = 5,
                  .source = fitted,
                  .about = "standard deviation of treaties about the typical one, drawn for each"});
  visit("home_pressure", home_pressure,
        FieldInfo{.unit = "logit/pressure",
                  .min = -20,
                  .max = 20,
                  .source = "hansa backtest ratification: not distinguishable from zero",
                  .about = "cities' pressure at home, times lobbying's influence [N6]"});
  visit("own_payoff", own_payoff,
        FieldInfo{.unit = "logit/gain",
                  .min = -1000,
                  .max = 1000,
                  .source = fitted,
                  .about = "what joining is worth by one's own effort, to the veto player who gains least"});
  visit("others_payoff", others_payoff,
        FieldInfo{
            .unit = "logit/gain",
            .min = -1000,
            .max = 1000,
            .source = fitted,
            .about = "what the others' effort is worth; relative to own_payoff, the share of it that a state "
                     "believes to hang on its joining"});
}

template <class Visitor> void ImplementationParams::fields(Visitor& visit) {
  visit(
      "intercept", intercept,
      FieldInfo{.unit = "logit", .min = -5, .max = 5, .about = "compliance with a costless soft obligation"});
  visit("sanction", sanction,
        FieldInfo{.unit = "logit",
                  .min = 0,
                  .max = 10,
                  .about = "effect of sanctions on compliance with a fully hard obligation [S4]"});
  visit("voters", voters,
        FieldInfo{.unit = "logit",
                  .min = 0,
                  .max = 10,
                  .about = "pressure of voters and civil society, per unit of democracy [N6]"});
  visit("delivery", delivery,
        FieldInfo{.unit = "logit",
                  .min = 0,
                  .max = 10,
                  .about = "effect of cities' own action, per unit of action; recorded separately from "
                           "the state's own compliance"});
  visit(
      "depth_cost", depth_cost,
      FieldInfo{.unit = "logit/gain",
                .min = 0,
                .max = 100,
                .about = "weight of a state's own loss from an obligation (Downs, Rocke and Barsoom 1996)"});
  visit(
      "reciprocity", reciprocity,
      FieldInfo{.unit = "logit", .min = 0, .max = 10, .about = "weight of the others' shortfall last year"});
  visit("action", action,
        FieldInfo{.unit = "1/year",
                  .min = 0,
                  .max = 1,
                  .about = "city action per unit of autonomy, resources and distance ahead of what the "
                           "state implements [C6]"});
}

template <class Visitor> void FeedbackParams::fields(Visitor& visit) {
  visit("forgetting", forgetting,
        FieldInfo{.unit = "1/year",
                  .min = 0,
                  .max = 1,
                  .about = "share of a network's soft power that fades in a year [N5]"});
  visit("instruments", instruments,
        FieldInfo{.unit = "soft power", .min = 0, .max = 10, .about = "gained by each declaration or draft"});
  visit("mentions", mentions,
        FieldInfo{.unit = "soft power",
                  .min = 0,
                  .max = 10,
                  .about = "gained by cities' place in an adopted text, for a network with the full voice "
                           "at full access"});
  visit(
      "access", access,
      FieldInfo{.unit = "soft power/year", .min = 0, .max = 10, .about = "gained by access, at full access"});
  constexpr FieldInfo of_rung{.min = 0, .max = 1, .about = "nearness of this rung to the drafting table"};
  FieldsBy<Access> near{nearness, of_rung, Access::Invited};
  visit.group("nearness", near, "the value of each rung of access [N4]");
  constexpr FieldInfo content{
      .min = 0, .max = 1, .about = "content on the urban role from which a text gives cities this place"};
  FieldsBy<UrbanPlace> given{places, content, UrbanPlace::Mention};
  visit.group("places", given, "what a text's content on the urban role means [K4-K7]");
}

}  // namespace hansa
