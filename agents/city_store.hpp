#pragma once

#include <cstdint>
#include <vector>

#include "agents/ids.hpp"
#include "agents/world_column.hpp"

namespace hansa {

/// Cities, one row each; (n x d) arrays are row-major over issues.
struct CityStore {
  std::vector<double> odds_shift;
  std::vector<double> position;
  std::vector<double> autonomy;
  std::vector<double> resources;
  std::vector<std::vector<NetworkId>> networks;
  std::vector<double> joining;
  std::vector<double> joining_of_state;
  std::vector<double> attention;

  template <class Visitor> void columns(Visitor& visit) const {
    visit("odds_shift", odds_shift,
          {"city x issue", "1", "e^-shift of a city against its state", {set_once}});
    visit("position", position, {"city x issue", "0..1", "position", {"devolve"}});
    visit("autonomy", autonomy, {"city", "0..1", "share of matters that it may decide alone", {"devolve"}});
    visit("resources", resources,
          {"city", "0..1", "share of its capacity that preemption has left", {"devolve"}});
    visit("networks", networks, {"city", "ids", "networks of which it is a member", {"form_networks"}});
    visit("joining", joining,
          {"city", "1", "its rate of joining networks, before its state and theirs", {set_once}});
    visit("joining_of_state", joining_of_state,
          {"state", "1", "the same, summed over its cities", {set_once}});
    visit("attention", attention,
          {"city", "0..1", "attention left for each of its networks' business", {"deliberate"}});
  }
};

}  // namespace hansa
