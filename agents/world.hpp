#pragma once

#include <string>
#include <vector>

#include "agents/agreement.hpp"
#include "agents/city_store.hpp"
#include "agents/facts.hpp"
#include "agents/network_store.hpp"
#include "agents/state_store.hpp"
#include "agents/world_column.hpp"
#include "support/numbers/draws.hpp"

namespace hansa {

/// The voice of the networks at one conference.
struct Voice {
  double coverage = 0;
  double coherence = 0;
  double uncoordinated = 0;
  double attention_left = 1;
  double concentration = 0;
  double correlation = 0;
  double access = 0;
  double speaking = 0;
  std::vector<double> city_access;
  std::vector<double> city_door;
  double drafting = 0;
  double declared = 0;
  double proclaimed = 0;
  double emulated = 0;
  std::vector<double> message;

  [[nodiscard]] double strength() const { return coverage * coherence * attention_left; }

  template <class Visitor> void columns(Visitor& visit) const {
    visit("coverage", coverage, {"", "0..1", "of the world's city capacity, saturating", {"measure_voice"}});
    visit("coherence", coherence,
          {"", "0..1", "mean resultant length of messages, pooled ones together", {"measure_voice"}});
    visit("uncoordinated", uncoordinated, {"", "0..1", "the same without pooling", {"measure_voice"}});
    visit("attention_left", attention_left,
          {"", "0..1", "share of attention that memberships leave", {"measure_voice"}});
    visit("concentration", concentration,
          {"", "0..1", "Herfindahl index (HHI) of the networks' shares", {"measure_voice"}});
    visit("correlation", correlation,
          {"", "-1..1", "(coherence^2 - HHI) / (1 - HHI), measured", {"measure_voice"}});
    visit("access", access, {"", "0..1", "share-weighted nearness to the drafting table", {"measure_voice"}});
    visit("speaking", speaking,
          {"", "from 0", "the same of networks by their part in channel conference", {"measure_voice"}});
    visit("city_access", city_access,
          {"state", "0..1", "its cities' part of that access", {"measure_voice"}});
    visit("city_door", city_door,
          {"city", "0..1", "nearness of its best door to the drafting table", {"measure_voice"}});
    visit("drafting", drafting, {"", "0..1", "share of the voice at the drafting table", {"measure_voice"}});
    visit("declared", declared,
          {"", "0..1", "share of the voice that signed declarations", {"measure_voice", "declare"}});
    visit("proclaimed", proclaimed,
          {"", "from 0", "the same by networks' part in channel summit", {"measure_voice", "declare"}});
    visit("emulated", emulated,
          {"", "from 0", "the same by networks' part in channel emulation", {"measure_voice", "declare"}});
    visit("message", message, {"issue", "0..1", "joint demand of the networks", {"measure_voice"}});
  }
};

/// Pressure on delegations at one conference, by channel.
struct Pressure {
  std::vector<double> by_channel;
  double influence = 0;

  template <class Visitor> void columns(Visitor& visit) const {
    visit("by_channel", by_channel,
          {"state x channel", "pressure", "weighted pressure by channel", {"gather_pressure"}});
    visit("influence", influence,
          {"", "0..1", "1 - e^-strength, scales every function of networks", {"press_at_home"}});
  }
};

/// Results of the year's conferences that feed_back needs.
struct Season {
  double mentions = 0;
  Access admitted = Access::None;
  Access coordinating_body = Access::None;

  template <class Visitor> void columns(Visitor& visit) const {
    visit("mentions", mentions,
          {"",
           "from 0",
           "role of cities in the year's texts, summed; a seat counts 1",
           {"update_environment", "settle"}});
    visit("admitted", admitted,
          {"",
           "rung",
           "highest rung that a conference of the year admitted",
           {"update_environment", "settle"}});
    visit("coordinating_body", coordinating_body,
          {"",
           "rung",
           "highest rung that a conference of the year granted the coordinating body",
           {"update_environment", "settle"}});
  }
};

/// All variables of one realization.
struct World {
  const Facts* facts;
  Draws draws;
  int year;
  StateStore states;
  VetoStore vetoes;
  CityStore cities;
  NetworkStore networks;
  Voice voice;
  Pressure pressure;
  Season season;
  std::vector<Agreement> agreements;
  std::vector<double> status_quo;
  double shortfall = 0;

  [[nodiscard]] const YearFacts& now() const { return facts->at(year); }

  /// Visits all columns; the year is not one.
  template <class Visitor> void columns(Visitor& visit) const {
    visit.store("states", states);
    visit.store("vetoes", vetoes);
    visit.store("cities", cities);
    visit.store("networks", networks);
    visit.store("voice", voice);
    visit.store("pressure", pressure);
    visit.store("season", season);
    visit.rows("agreements", agreements);
    visit("status_quo", status_quo,
          {"issue", "0..1", "level of cooperation", {"update_environment", "implement"}});
    visit("shortfall", shortfall, {"", "0..1", "1 - compliance last year, mean by power", {"implement"}});
  }
};

/// Calls take(path, column, info) for every column of a world.
template <class Take> void visit_columns(const World& world, Take&& take) {
  ColumnVisitor visitor(take);
  world.columns(visitor);
}

/// A column and its path, such as `states.position`.
struct NamedColumn {
  std::string name;
  WorldColumn info;
};

/// The columns of every world.
[[nodiscard]] std::vector<NamedColumn> world_columns();

/// The world of one realization, before its first year.
[[nodiscard]] World make_world(const Facts& facts, const Draws& draws);

}  // namespace hansa
