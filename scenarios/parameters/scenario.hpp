#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "scenarios/parameters/city_params.hpp"
#include "scenarios/parameters/conference_params.hpp"
#include "scenarios/parameters/event_params.hpp"
#include "scenarios/parameters/issue_params.hpp"
#include "scenarios/parameters/negotiation_params.hpp"
#include "scenarios/parameters/network_params.hpp"
#include "scenarios/parameters/state_params.hpp"
#include "scenarios/parameters/treaty_params.hpp"
#include "scenarios/parameters/vocabulary.hpp"

namespace hansa {

/// The first and last simulated year.
struct YearsParams {
  int from = 1995;
  int to = 2015;

  template <class Visitor> void fields(Visitor& visit);
};

/// The tables that the world is built from; paths relative to the scenario, `data/X` also among the shipped
/// tables.
struct WorldParams {
  std::string states = "data/states.csv";
  std::string cities = "data/cities.csv";
  std::string networks = "data/networks.csv";
  std::string memberships = "data/memberships.csv";
  std::string accreditations = "data/accreditations.csv";
  std::string counts = "data/network_counts.csv";
  std::string treaties = "data/treaties.csv";
  std::string ratifications = "data/history/ratifications.csv";
  std::string issues = "data/issues.csv";
  std::string un_votes = "data/un_votes.csv";
  std::string veto_players = "data/veto_players.csv";
  bool with_cities = true;

  bool operator==(const WorldParams&) const = default;

  template <class Visitor> void fields(Visitor& visit);
};

struct Scenario;

/// The run with whose state a scenario begins: up to the end of a year, all happens as there.
struct StartFrom {
  int year = 0;
  std::shared_ptr<const Scenario> scenario;  // nullptr: none

  template <class Visitor> void fields(Visitor& visit);
};

/// All inputs of a run.
struct Scenario {
  int schema_version = 1;
  std::string name;
  std::string title;
  std::uint64_t seed = 1;
  int realizations = 64;
  YearsParams years;
  WorldParams world;
  std::vector<std::string> issues = {climate_issues.begin(), climate_issues.end()};
  std::vector<int> event_years = {1972, 1976, 1992, 1996, 2002, 2012, 2016};
  std::vector<IssueParams> preferences;  // one per issue, in the order of `issues`
  PowerParams power;
  ProxyParams proxies;
  CityParams cities;
  EnvironmentParams environment;
  DevolutionParams devolution;
  NetworkParams networks;
  VoiceParams voice;
  GridlockParams gridlock;
  LobbyingParams lobbying;
  NegotiationParams negotiation;
  RatificationParams ratification;
  ImplementationParams implementation;
  FeedbackParams feedback;
  std::vector<ConferenceParams> conferences;
  std::vector<ShockParams> shocks;
  std::vector<OverrideParams> overrides;
  std::vector<WithdrawalParams> withdrawals;
  StartFrom start;  // no parameter: given by the key start_from

  template <class Visitor> void fields(Visitor& visit);
};

}  // namespace hansa
