#pragma once

#include <string_view>

#include "scenarios/parameters/field_info.hpp"
#include "scenarios/parameters/treaty_params.hpp"

// Unit, bounds, meaning and source of each parameter, apart from the structs so that a change of words compiles
// few files.

namespace hansa {

template <class Visitor> void RatificationParams::fields(Visitor& visit) {
  constexpr std::string_view published = "Spilker and Koubi 2016, yearly logit";
  visit("constant", constant,
        FieldInfo{.unit = "logit",
                  .min = -10,
                  .max = 10,
                  .source = "least squares on the parties of the climate convention, 1992 to 1998; Kyoto "
                            "and Paris held out",
                  .about = "propensity of an average state"});
  visit("hard", hard,
        FieldInfo{.unit = "logit", .min = -3, .max = 3, .source = published, .about = "hard treaty"});
  visit("supermajority", supermajority,
        FieldInfo{.unit = "logit",
                  .min = -3,
                  .max = 3,
                  .source = published,
                  .about = "legislature must approve by supermajority"});
  visit("public_good", public_good,
        FieldInfo{.unit = "logit",
                  .min = -3,
                  .max = 3,
                  .source = published,
                  .about = "treaty on a global public good"});
  visit("assistance", assistance,
        FieldInfo{
            .unit = "logit", .min = -3, .max = 3, .source = published, .about = "treaty offers assistance"});
  visit("assistance_developing", assistance_developing,
        FieldInfo{.unit = "logit",
                  .min = -3,
                  .max = 3,
                  .source = published,
                  .about = "the same for a developing state"});
  visit("gdp", gdp,
        FieldInfo{.unit = "logit/ln",
                  .min = -1,
                  .max = 1,
                  .source = published,
                  .about = "per unit of log output, about the mean"});
  visit("polity", polity,
        FieldInfo{.unit = "logit/point",
                  .min = -1,
                  .max = 1,
                  .source = published,
                  .about = "per Polity point (20 times electoral democracy minus 10 as proxy)"});
  visit("ratifiers", ratifiers,
        FieldInfo{.unit = "logit/party",
                  .min = -1,
                  .max = 1,
                  .source = published,
                  .about = "per state that has joined"});
  visit("region", region,
        FieldInfo{.unit = "logit/party",
                  .min = -1,
                  .max = 1,
                  .source = published,
                  .about = "per state of the region that has joined"});
  visit(
      "time", time,
      FieldInfo{
          .unit = "logit/year", .min = -3, .max = 3, .source = published, .about = "per year since opening"});
  visit("time_squared", time_squared,
        FieldInfo{.unit = "logit/year2",
                  .min = -1,
                  .max = 1,
                  .source = published,
                  .about = "per squared year since opening"});
  visit("home_pressure", home_pressure,
        FieldInfo{.unit = "logit/pressure",
                  .min = 0,
                  .max = 20,
                  .about = "per unit of cities' pressure at home, times lobbying strength [N6]"});
  visit("tolerated_loss", tolerated_loss,
        FieldInfo{
            .unit = "gain",
            .min = 0,
            .max = 0.5,
            .about = "loss relative to staying out that a veto player accepts for its state's reputation"});
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
  constexpr FieldInfo climbed{.unit = "soft power",
                              .min = 0,
                              .max = 100,
                              .about = "soft power from which a network may reach this rung"};
  FieldsBy<Access> ladder{thresholds, climbed, Access::Invited};
  visit.group("thresholds", ladder, "the ladder of access [N4]");
  constexpr FieldInfo content{
      .min = 0, .max = 1, .about = "content on the urban role from which a text gives cities this place"};
  FieldsBy<UrbanPlace> given{places, content, UrbanPlace::Mention};
  visit.group("places", given, "what a text's content on the urban role means [K4-K7]");
}

}  // namespace hansa
