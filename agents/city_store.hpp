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
  std::vector<std::int32_t> offers;
  std::vector<double> attention;

  template <class Visitor> void columns(Visitor& visit) const {
    visit("odds_shift", odds_shift,
          {"city x issue", "1", "e^-shift of a city against its state", {set_once}});
    visit("position", position, {"city x issue", "0..1", "position", {"devolve"}});
    visit("autonomy", autonomy, {"city", "0..1", "share of matters that it may decide alone", {"devolve"}});
    visit("resources", resources,
          {"city", "0..1", "share of its capacity that preemption has left", {"devolve"}});
    visit("networks", networks, {"city", "ids", "networks of which it is a member", {"form_networks"}});
    visit("offers", offers, {"city", "count", "invitations considered this year", {"form_networks"}});
    visit("attention", attention,
          {"city", "0..1", "attention left for each of its networks' business", {"deliberate"}});
  }
};

}  // namespace hansa
