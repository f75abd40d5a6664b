#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "agents/ids.hpp"
#include "agents/world_column.hpp"
#include "scenarios/parameters/vocabulary.hpp"

namespace hansa {

/// City networks, one slot each; slots are never reused. (n x d) arrays are row-major. Founding a network
/// appends to every column.
struct NetworkStore {
  std::vector<char> alive;
  std::vector<std::uint64_t> key;
  std::vector<std::int32_t> known;
  std::vector<std::int32_t> successor;
  std::vector<std::int32_t> founded;
  std::vector<std::int32_t> base;
  std::vector<double> target;
  std::vector<double> focus;
  std::vector<char> coordinated;
  std::vector<std::vector<CityId>> members;
  std::vector<std::vector<CityId>> line;
  std::vector<std::int32_t> served;
  int births = 0, deaths = 0, mergers = 0;
  std::vector<double> message;
  std::vector<double> cohesion;
  std::vector<double> share;
  std::vector<std::int32_t> declarations;
  std::vector<double> soft_power;
  std::vector<Access> rungs;

  [[nodiscard]] std::size_t size() const { return alive.size(); }

  /// The rung of a network in a forum; without one, its highest anywhere.
  [[nodiscard]] Access rung(std::size_t network, std::optional<Forum> forum = {}) const {
    const auto first = rungs.begin() + static_cast<std::ptrdiff_t>(network * n_forums);
    return forum ? *(first + static_cast<std::ptrdiff_t>(index(*forum)))
                 : *std::max_element(first, first + n_forums);
  }

  template <class Visitor> void columns(Visitor& visit) const {
    visit("alive", alive, {"network", "yes or no", "whether it exists", {"form_networks"}});
    visit("key", key, {"network", "key", "key of its random draws", {"form_networks"}});
    visit("known", known,
          {"network", "row", "row of the table of networks; -1: generated", {"form_networks"}});
    visit("successor", successor,
          {"network", "row", "network that took it over; -1: none", {"form_networks"}});
    visit("founded", founded, {"network", "year", "year of founding", {"form_networks"}});
    visit("base", base, {"network", "row", "place of its secretariat; -1: anywhere", {"form_networks"}});
    visit("target", target, {"network", "cities", "members that it will have once grown", {"form_networks"}});
    visit("focus", focus,
          {"network x (issue + 1)",
           "0..1",
           "its subjects, summing to 1; the last is everything else",
           {"form_networks"}});
    visit("coordinated", coordinated,
          {"network", "yes or no", "whether it belongs to the coordinating body", {"form_networks"}});
    visit("members", members, {"network", "ids", "its member cities, ascending", {"form_networks"}});
    visit("line", line,
          {"network", "ids", "cities in the order in which they would join", {"form_networks"}});
    visit("served", served,
          {"network", "count", "cities of its line that have had a place", {"form_networks"}});
    visit("births", births, {"", "count", "networks founded this year", {"form_networks"}});
    visit("deaths", deaths, {"", "count", "networks ended this year", {"form_networks"}});
    visit("mergers", mergers, {"", "count", "networks taken over this year", {"form_networks"}});
    visit("message", message,
          {"network x issue",
           "0..1",
           "its demand; NaN before it has members",
           {"form_networks", "deliberate"}});
    visit("cohesion", cohesion,
          {"network", "0..1", "1 - normalised variance among members", {"form_networks", "deliberate"}});
    visit("share", share,
          {"network", "0..1", "share of all networks' reach", {"form_networks", "measure_voice"}});
    visit(
        "declarations", declarations,
        {"network", "count", "declarations signed this year", {"form_networks", "press_at_home", "declare"}});
    visit("soft_power", soft_power,
          {"network", "soft power", "stock of soft-law instruments", {"form_networks", "feed_back"}});
    visit("rungs", rungs,
          {"network x forum", "rung", "rung of the ladder of access, by forum", {"form_networks"}});
  }
};

}  // namespace hansa
