#pragma once

#include "scenarios/parameters/field_info.hpp"
#include "scenarios/parameters/state_params.hpp"

// Unit, bounds, meaning and source of each parameter, apart from the structs so that a change of words compiles
// few files.

namespace hansa {

template <class Visitor> void PowerParams::fields(Visitor& visit) {
  visit("equality", equality,
        FieldInfo{
            .min = 0,
            .max = 1,
            .about = "share of power that is equal for all states (legal equality); the rest is material"});
  visit("gdp", gdp,
        FieldInfo{.unit = "exponent", .min = 0, .max = 2, .about = "weight of output in material power"});
  visit("population", population,
        FieldInfo{.unit = "exponent", .min = 0, .max = 2, .about = "weight of people in material power"});
  visit("emissions", emissions,
        FieldInfo{
            .unit = "exponent", .min = 0, .max = 2, .about = "weight of CO2 emissions in material power"});
}

template <class Visitor> void ProxyParams::fields(Visitor& visit) {
  visit("home_rule_democracy", home_rule_democracy,
        FieldInfo{.unit = "logit", .min = -3, .max = 3, .about = "home rule of cities, by democracy [C2]"});
  visit("home_rule_income", home_rule_income,
        FieldInfo{.unit = "logit", .min = -3, .max = 3, .about = "home rule of cities, by income"});
  visit("openness_intercept", openness_intercept,
        FieldInfo{.unit = "logit",
                  .min = -5,
                  .max = 5,
                  .about = "openness of an average state's delegation to cities [N4]"});
  visit("openness_democracy", openness_democracy,
        FieldInfo{.unit = "logit", .min = -3, .max = 3, .about = "openness, by democracy"});
  visit("openness_urban", openness_urban,
        FieldInfo{.unit = "logit", .min = -3, .max = 3, .about = "openness, by urban share"});
  visit("capture_intercept", capture_intercept,
        FieldInfo{.unit = "logit",
                  .min = -5,
                  .max = 5,
                  .about = "capture of an average state by private interests [C3]"});
  visit("capture_fossil", capture_fossil,
        FieldInfo{.unit = "logit", .min = -3, .max = 3, .about = "capture, by fossil rents"});
  visit("capture_democracy", capture_democracy,
        FieldInfo{.unit = "logit", .min = -3, .max = 3, .about = "capture, by democracy"});
  visit("stake_vulnerability", stake_vulnerability,
        FieldInfo{.min = -3, .max = 3, .about = "relative gain from the others' effort, by vulnerability"});
  visit("stake_fossil", stake_fossil,
        FieldInfo{
            .min = -3,
            .max = 3,
            .about =
                "relative loss from the others' effort, by fossil rents above the mean (response measures)"});
  visit("stake_least", stake_least, FieldInfo{.min = -5, .max = 0, .about = "least relative stake"});
  visit("stake_most", stake_most, FieldInfo{.min = 0, .max = 10, .about = "largest relative stake"});
  visit("sovereignty_power", sovereignty_power,
        FieldInfo{.unit = "log", .min = -3, .max = 3, .about = "cost of being bound, by power [S1]"});
  visit("sovereignty_lmdc", sovereignty_lmdc,
        FieldInfo{.unit = "log", .min = -3, .max = 3, .about = "cost of being bound, for LMDC"});
  visit(
      "sovereignty_umbrella", sovereignty_umbrella,
      FieldInfo{.unit = "log", .min = -3, .max = 3, .about = "cost of being bound, for the Umbrella Group"});
  visit("sovereignty_eu", sovereignty_eu,
        FieldInfo{.unit = "log",
                  .min = -3,
                  .max = 3,
                  .about = "cost of being bound, for EU members, who pool sovereignty"});
  visit("sovereignty_aosis", sovereignty_aosis,
        FieldInfo{.unit = "log", .min = -3, .max = 3, .about = "cost of being bound, for AOSIS"});
}

template <class Visitor> void EnvironmentParams::fields(Visitor& visit) {
  visit("trend", trend,
        FieldInfo{
            .unit = "logit/year",
            .min = -0.1,
            .max = 0.1,
            .about = "growing pressure of the problem (warming, displacement) on every state's positions"});
  visit("trend_from", trend_from,
        FieldInfo{.unit = "year",
                  .min = 1900,
                  .max = 2200,
                  .about = "year in which this pressure is zero (the first COP)"});
  visit("status_quo", status_quo,
        FieldInfo{.min = 0,
                  .max = 1,
                  .about = "level of cooperation before the first year, as a share of states' power-weighted "
                           "mean position, on issues whose status_quo is not stated"});
  visit("lapse", lapse,
        FieldInfo{.unit = "1/year",
                  .min = 0,
                  .max = 0.5,
                  .about = "share of the status quo's cooperation that lapses in a year"});
  visit("neglect", neglect,
        FieldInfo{.min = 0,
                  .max = 10,
                  .about = "how much faster it lapses per unit of last year's shortfall in compliance"});
  visit("displacement", displacement,
        FieldInfo{.unit = "logit/year",
                  .min = -0.1,
                  .max = 0.1,
                  .about = "growing pressure of displaced people on states' positions on issues about "
                           "them; counted like the trend and added to it [C4]"});
  visit("urban_displacement", urban_displacement,
        FieldInfo{.min = 0,
                  .max = 10,
                  .source = "70 % of the displaced live in cities (Foster and Swiney 2019: over 60 % of "
                            "refugees, 80 % of the internally displaced), and 55 % of all people (UN 2018)",
                  .about = "that pressure on a city, relative to its state's [C4]"});
  visit("residual", residual,
        FieldInfo{.unit = "logit",
                  .min = 0,
                  .max = 2,
                  .about = "standard deviation of a state's position around the value that its covariates "
                           "predict; fixed in a realization"});
}

template <class Visitor> void GridlockParams::fields(Visitor& visit) {
  visit("level", level, FieldInfo{.min = 0, .max = 1, .about = "the dial of sovereignty gridlock [S1, S2]"});
  visit("polarisation", polarisation,
        FieldInfo{.min = 0,
                  .max = 3,
                  .about = "part of the dial: number and spread of veto players; times level, .5 is as "
                           "observed, 1 doubled"});
  visit("paralysis", paralysis,
        FieldInfo{
            .min = 0, .max = 2, .about = "part of the dial: governments that cannot change their mandate"});
  visit("sovereignty_cost", sovereignty_cost,
        FieldInfo{.min = 0, .max = 3, .about = "part of the dial: cost of being bound"});
  visit("spread", spread,
        FieldInfo{
            .unit = "logit",
            .min = 0,
            .max = 3,
            .about =
                "distance of veto players from the executive at level .5 where polarisation is 2, its most"});
  visit("common_shock", common_shock,
        FieldInfo{.unit = "logit",
                  .min = 0,
                  .max = 2,
                  .about = "yearly shock common to all states at level 1, standard deviation"});
  visit("paralysis_rate", paralysis_rate,
        FieldInfo{.unit = "1/year",
                  .min = 0,
                  .max = 1,
                  .about = "chance at level 1 that a government of as many veto players as on average is "
                           "paralysed in a year"});
  visit("sigma", sigma,
        FieldInfo{.min = 0, .max = 1, .about = "cost of a hard obligation per unit of depth at level 1"});
  visit("turnover", turnover,
        FieldInfo{.unit = "logit",
                  .min = 0,
                  .max = 3,
                  .about =
                      "how much more a government of the left wants than one of the centre, and one of the "
                      "right less, on all issues; relative to the mean of its years"});
}

}  // namespace hansa
