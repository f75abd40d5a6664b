#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "scenarios/parameters/vocabulary.hpp"

// The parameters of city networks.

namespace hansa {

/// Births of networks: sim/phases/formation.cpp
struct BirthParams {
  double growth = 0.049;
  double event = 0.0;

  template <class Visitor> void fields(Visitor& visit);
};

/// What a city's weight in a network is made of: agents/joining_weights.cpp
struct JoinParams {
  double population = 0.977;
  double democracy = 2.312;
  double capital = 1.342;
  double same_country = 0.746;
  double global_distance = -0.528;
  double regional_distance = -0.949;
  double far = -1.918;
  double most_people = 1000;
  double spread = 0.616;

  template <class Visitor> void fields(Visitor& visit);
};

/// Bull's five functions of diplomacy as dials on what networks do [N3]; 0 switches one off.
struct FunctionParams {
  double communicate = 1;
  double negotiate = 1;
  double inform = 1;
  double prevent_conflict = 0;
  double symbolise = 1;

  template <class Visitor> void fields(Visitor& visit);
};

/// The networks' allies beside cities [N6]: sim/phases/voice.cpp and sim/phases/lobbying.cpp
struct AllyParams {
  double regions = 0.1;
  double firms = 0.1;
  double civil_society = 0.1;

  template <class Visitor> void fields(Visitor& visit);

  /// Reach at a conference, relative to that of cities alone.
  [[nodiscard]] double reach() const { return 1.0 + regions + civil_society; }
};

/// What a scenario changes in one network of the tables: agents/network_dials.cpp
struct NetworkDials {
  static constexpr std::string_view nothing = "none";  // `merged_into`: not even as the tables say

  std::string name;  // its id
  bool exists = true;
  Seat access = Seat::Table;
  By<Channel, double> channels = {1, 1, 1, 1, 1, 1};
  std::string merged_into;
  int year = 1900;

  /// The channels by which networks lobby: all but that of their opponents.
  struct Channels {
    By<Channel, double>& part;
    template <class Visitor> void fields(Visitor& visit);
  };

  template <class Visitor> void fields(Visitor& visit);
};

/// How forums accredit networks of which the table says nothing: sim/networks/accreditation.cpp
struct AccreditationParams {
  int age = 2;
  double hazard = 0.01;

  template <class Visitor> void fields(Visitor& visit);
};

/// sim/phases/formation.cpp and sim/phases/deliberation.cpp
struct NetworkParams {
  bool enabled = true;
  bool real = true;
  int initial = -1;
  BirthParams births;
  double death = 0.002;
  double size = 13;
  double size_sd = 1.18;
  int founders = 3;
  double join_lag = 15;
  Attention attention = Attention::Budget;
  double attention_cost = 0.05;
  JoinParams join;
  double leave = 0.01;
  int grace = 3;
  double merger = 0.002;
  double consolidation = 0.0;
  std::vector<Domain> merge_domains;
  int merge_from = 1900;
  double focus = 0.6;
  double message_spread = 0.5;
  double coordination = 0.3;
  int coordination_from = 1996;
  AllyParams allies;
  FunctionParams functions;
  AccreditationParams accreditation;
  std::vector<NetworkDials> named;  // by name

  template <class Visitor> void fields(Visitor& visit);
};

/// sim/phases/voice.cpp
struct VoiceParams {
  double saturation = 3.0;

  template <class Visitor> void fields(Visitor& visit);
};

}  // namespace hansa
