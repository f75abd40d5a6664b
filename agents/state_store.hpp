#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "agents/world_column.hpp"

namespace hansa {

/// States, one row each; (n x d) arrays are row-major over issues.
struct StateStore {
  std::vector<double> residual;
  std::vector<double> logit;
  std::vector<double> society;
  std::vector<std::int32_t> preemptions;
  std::vector<double> position;
  std::vector<double> pivot;
  std::vector<char> paralysed;
  std::vector<double> sovereignty;
  std::vector<double> mandate;
  std::vector<double> home_pressure;
  std::vector<double> compliance;
  std::vector<double> delivery;
  std::vector<double> city_action;
  std::vector<double> hard_power;
  std::vector<double> soft_power;

  template <class Visitor> void columns(Visitor& visit) const {
    visit("residual", residual,
          {"state x issue", "logit", "position not explained by covariates", {set_once}});
    visit("logit", logit,
          {"state x issue",
           "logit",
           "the executive's position this year",
           {"update_environment", "turn_over"}});
    visit("society", society,
          {"state x issue",
           "logit",
           "the same without elections and shocks to governments only",
           {"update_environment"}});
    visit("preemptions", preemptions, {"state", "count", "its cities preempted this year", {"devolve"}});
    visit("position", position, {"state x issue", "0..1", "the executive's position", {"harden"}});
    visit("pivot", pivot,
          {"state x issue", "0..1", "position of the legislator whose vote decides on hard law", {"harden"}});
    visit("paralysed", paralysed,
          {"state", "yes or no", "whether it cannot change its mandate this year", {"harden"}});
    visit("sovereignty", sovereignty,
          {"state", "gain", "cost of a hard obligation per unit of depth", {"harden"}});
    visit("mandate", mandate, {"state x issue", "0..1", "what its delegation asks for", {"negotiate"}});
    visit("home_pressure", home_pressure,
          {"state", "pressure", "its cities' pressure at home this year", {"press_at_home"}});
    visit("compliance", compliance,
          {"state", "0..1", "compliance with its obligations, 1 if it has none", {"implement"}});
    visit("delivery", delivery, {"state", "0..1", "compliance with the help of its cities", {"implement"}});
    visit("city_action", city_action,
          {"state", "1", "its cities' own action this year, per inhabitant", {"implement"}});
    visit("hard_power", hard_power,
          {"state", "instruments", "hardness of the texts in force for it, summed", {"implement"}});
    visit("soft_power", soft_power, {"state", "instruments", "softness of the same", {"implement"}});
  }
};

/// Veto players at home, grouped by state; the first of each state is its executive.
struct VetoStore {
  static constexpr std::size_t most = 5;  // veto players per state at most

  std::vector<double> threshold;
  std::vector<double> shift;
  std::vector<std::size_t> first;
  std::vector<double> position;
  std::vector<double> lobbied;

  template <class Visitor> void columns(Visitor& visit) const {
    visit("threshold", threshold,
          {"state x 4", "0..1", "whether a fraction of a further player counts as one", {set_once}});
    visit("shift", shift,
          {"state x 4 x issue", "sd", "a further player's distance from the executive", {set_once}});
    visit("first", first,
          {"state + 1", "row", "rows of its players; the first is the executive", {"harden"}});
    visit("position", position, {"player x issue", "0..1", "position before lobbying", {"harden"}});
    visit("lobbied", lobbied, {"player x issue", "0..1", "position after lobbying by cities", {"negotiate"}});
  }
};

}  // namespace hansa
