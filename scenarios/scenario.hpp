#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "scenarios/field_info.hpp"
#include "scenarios/issue_params.hpp"
#include "scenarios/phase_params.hpp"
#include "scenarios/vocabulary.hpp"

namespace hansa {

/// The first and last simulated year.
struct YearsParams {
  int from = 1995;
  int to = 2015;

  template <class Visitor>
  void fields(Visitor& visit) {
    visit("from", from, FieldInfo{.unit = "year", .min = 1900, .max = 2200, .source = "choice of the scenario", .about = "first year"});
    visit("to", to, FieldInfo{.unit = "year", .min = 1900, .max = 2200, .source = "choice of the scenario", .about = "last year"});
  }
};

/// The tables of facts that the world is built from; paths relative to the scenario, `data/X` also among the shipped tables.
struct WorldParams {
  std::string states = "data/states.csv";
  std::string cities = "data/cities.csv";
  std::string networks = "data/networks.csv";
  std::string memberships = "data/memberships.csv";
  std::string counts = "data/network_counts.csv";
  bool with_cities = true;

  template <class Visitor>
  void fields(Visitor& visit) {
    constexpr std::string_view facts = "scenarios/data/SOURCES.md";
    visit.path("states", states, FieldInfo{.unit = "file", .source = facts, .about = "states and their covariates"});
    visit.path("cities", cities, FieldInfo{.unit = "file", .source = facts, .about = "cities"});
    visit.path("networks", networks, FieldInfo{.unit = "file", .source = facts, .about = "real city networks"});
    visit.path("memberships", memberships, FieldInfo{.unit = "file", .source = facts, .about = "known members of real networks"});
    visit.path("counts", counts, FieldInfo{.unit = "file", .source = facts, .about = "number of networks in some years"});
    visit("with_cities", with_cities, FieldInfo{.about = "whether cities exist as actors at all"});
  }
};

/// What makes a conference's text a treaty that states join one by one.
struct TreatyParams {
  std::string name;
  int opens_after = 4;
  int min_parties = 0;
  double min_emissions = 0;
  std::string emissions_base = "all";
  int emissions_year = 0;
  int delay = 0;
  bool public_good = true;
  bool assistance = false;

  bool operator==(const TreatyParams&) const = default;

  template <class Visitor>
  void fields(Visitor& visit) {
    visit("name", name, FieldInfo{.unit = "name", .source = "choice of the scenario", .about = "name of the treaty; empty: the text is a decision that binds those present at once"});
    visit("opens_after", opens_after, FieldInfo{.unit = "month", .min = 0, .max = 120, .source = "treaty text", .about = "months between adoption and opening for signature"});
    visit("min_parties", min_parties, FieldInfo{.unit = "states", .min = 0, .max = 198, .source = "treaty text", .about = "parties needed for entry into force"});
    visit("min_emissions", min_emissions, FieldInfo{.min = 0, .max = 1, .source = "treaty text", .about = "share of emissions needed for entry into force"});
    visit("emissions_base", emissions_base, FieldInfo{.unit = "bloc", .source = "treaty text", .about = "whose emissions count: all, or a bloc"});
    visit("emissions_year", emissions_year, FieldInfo{.unit = "year", .min = 0, .max = 2200, .source = "treaty text", .about = "year whose emissions count; 0: the year of adoption"});
    visit("delay", delay, FieldInfo{.unit = "day", .min = 0, .max = 1000, .source = "treaty text", .about = "days from meeting both thresholds to entry into force"});
    visit("public_good", public_good, FieldInfo{.source = "treaty text", .about = "whether it is about a global public good"});
    visit("assistance", assistance, FieldInfo{.source = "treaty text", .about = "whether it offers assistance"});
  }
};

/// One conference: who may be bound by what, and who decides.
struct ConferenceParams {
  std::string name;
  int year = 2000;
  std::vector<std::string> agenda;
  Architecture architecture = Architecture::Targets;
  double floor = 0.0;
  std::string bound = "all";
  std::vector<Form> forms = {Form::Soft};
  Rule rule = Rule::Consensus;
  int minus = 0;
  double quota = 1.0;
  double quota_power = 1.0;
  int rounds = 12;
  Access access = Access::Observer;
  std::string presidency;
  double summit = 0.2;
  std::vector<std::string> absent;
  TreatyParams treaty;

  template <class Visitor>
  void fields(Visitor& visit) {
    constexpr std::string_view chosen = "set from history by the scenario";
    visit("name", name, FieldInfo{.unit = "name", .source = chosen, .about = "unique name, such as COP15", .required = true});
    visit("year", year, FieldInfo{.unit = "year", .min = 1900, .max = 2200, .source = chosen, .about = "year in which it meets", .required = true});
    visit("agenda", agenda, FieldInfo{.unit = "issue", .source = chosen, .about = "issues on the table; empty: all; the urban role is on every agenda"});
    visit("architecture", architecture, FieldInfo{.source = chosen, .about = "one obligation for all bound (targets) or own contributions (pledges)"});
    visit("floor", floor, FieldInfo{.unit = "depth", .min = 0, .max = 1, .source = chosen, .about = "least depth over the status quo for which it was called"});
    visit("bound", bound, FieldInfo{.unit = "bloc", .source = chosen, .about = "whom the text obliges: all, or a bloc"});
    visit("forms", forms, FieldInfo{.source = chosen, .about = "forms on offer, the first tried first"});
    visit("rule", rule, FieldInfo{.source = chosen, .about = "who must not object"});
    visit("minus", minus, FieldInfo{.unit = "states", .min = 0, .max = 198, .source = chosen, .about = "objectors that consensus_minus overrides"});
    visit("quota", quota, FieldInfo{.min = 0, .max = 1, .source = chosen, .about = "share of heads that must not object (quota_heads, double_majority)"});
    visit("quota_power", quota_power, FieldInfo{.min = 0, .max = 1, .source = chosen, .about = "share of power that must not object (quota_power, double_majority)"});
    visit("rounds", rounds, FieldInfo{.unit = "rounds", .min = 1, .max = 200, .source = "assumption; results saturate by 12", .about = "rounds for each form on offer"});
    visit("access", access, FieldInfo{.source = chosen, .about = "highest rung on which it admits networks"});
    visit("presidency", presidency, FieldInfo{.unit = "ISO 3166", .source = chosen, .about = "presiding state"});
    visit("summit", summit, FieldInfo{.min = 0, .max = 1, .source = "assumption; 1 where a parallel summit of mayors is known", .about = "size of the parallel summit of cities [N8]"});
    visit("absent", absent, FieldInfo{.unit = "ISO 3166", .source = chosen, .about = "states that stay away"});
    visit.group("treaty", treaty, "makes the text a treaty that states join one by one");
  }
};

/// A known event that moves positions.
struct ShockParams {
  int year = 2000;
  std::string issue = "all";
  std::string state = "all";
  double size = 0.0;

  template <class Visitor>
  void fields(Visitor& visit) {
    visit("year", year, FieldInfo{.unit = "year", .min = 1900, .max = 2200, .source = "choice of the scenario", .about = "from this year on", .required = true});
    visit("issue", issue, FieldInfo{.unit = "issue", .source = "choice of the scenario", .about = "an issue, or all"});
    visit("state", state, FieldInfo{.unit = "ISO 3166", .source = "choice of the scenario", .about = "a state, a bloc, or all"});
    visit("size", size, FieldInfo{.unit = "logit", .min = -5, .max = 5, .source = "choice of the scenario", .about = "shift of positions"});
  }
};

/// A single value of a state that the scenario knows better than the proxies.
struct OverrideParams {
  std::string state;
  std::string column;
  double value = 0.0;

  template <class Visitor>
  void fields(Visitor& visit) {
    visit("state", state, FieldInfo{.unit = "ISO 3166", .source = "choice of the scenario", .about = "the state", .required = true});
    visit("column", column, FieldInfo{.unit = "name", .source = "choice of the scenario", .about = "position.ISSUE (0..1), salience.ISSUE (score), home_rule, openness, capture, polarisation, supermajority (0..1), stake or sovereignty", .required = true});
    visit("value", value, FieldInfo{.min = -10, .max = 10, .source = "choice of the scenario", .about = "what it is set to", .required = true});
  }
};

/// A state that leaves a treaty.
struct WithdrawalParams {
  std::string state;
  std::string treaty;
  int year = 2000;

  template <class Visitor>
  void fields(Visitor& visit) {
    visit("state", state, FieldInfo{.unit = "ISO 3166", .source = "choice of the scenario", .about = "the state that leaves", .required = true});
    visit("treaty", treaty, FieldInfo{.unit = "name", .source = "choice of the scenario", .about = "the treaty it leaves", .required = true});
    visit("year", year, FieldInfo{.unit = "year", .min = 1900, .max = 2200, .source = "choice of the scenario", .about = "from this year on", .required = true});
  }
};

/// Everything that is asked of a run.
struct Scenario {
  int schema_version = 1;
  std::string name;
  std::string title;
  std::uint64_t seed = 1;
  int realizations = 64;
  YearsParams years;
  WorldParams world;
  std::vector<std::string> issues = {known_issues.begin(), known_issues.end()};
  std::vector<int> event_years = {1972, 1976, 1992, 1996, 2002, 2012, 2016};
  std::vector<IssueParams> preferences;  // one an issue, in the order of `issues`
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

  template <class Visitor>
  void fields(Visitor& visit) {
    constexpr std::string_view chosen = "choice of the scenario";
    visit("schema_version", schema_version, FieldInfo{.min = 1, .max = 1, .source = chosen, .about = "version of this format"});
    visit("name", name, FieldInfo{.unit = "name", .source = chosen, .about = "short name; names the result folder", .required = true});
    visit("title", title, FieldInfo{.unit = "text", .source = chosen, .about = "one line for people"});
    visit("seed", seed, FieldInfo{.min = 0, .source = chosen, .about = "seed of every draw"});
    visit("realizations", realizations, FieldInfo{.unit = "runs", .min = 1, .max = 1000000, .source = chosen, .about = "independent repetitions"});
    visit.group("years", years, "the simulated years");
    visit.group("world", world, "tables of facts");
    visit("issues", issues, FieldInfo{.unit = "name", .source = chosen, .about = "the issues of the world, in order"});
    visit("event_years", event_years, FieldInfo{.unit = "year", .min = 1900, .max = 2200, .source = "UN conferences on cities and the earth", .about = "years in which many networks are founded [N2]"});
    visit.keyed("preferences", preferences, issues, "how positions and salience of each issue follow from covariates");
    visit.group("power", power, "how power follows from the tables");
    visit.group("proxies", proxies, "attitudes that no table has, as proxies");
    visit.group("cities", cities, "what cities can do");
    visit.group("environment", environment, "pressure of the problem and lapse of the status quo");
    visit.group("devolution", devolution, "cities' positions, autonomy and its loss");
    visit.group("networks", networks, "how networks are born, joined, merged and heard");
    visit.group("voice", voice, "how networks' voices add up");
    visit.group("gridlock", gridlock, "what stops states");
    visit.group("lobbying", lobbying, "how cities press delegations");
    visit.group("negotiation", negotiation, "how a text is bargained");
    visit.group("ratification", ratification, "how states join a treaty");
    visit.group("implementation", implementation, "what is carried out");
    visit.group("feedback", feedback, "soft power and access");
    visit.rows("conferences", conferences, "the conferences, in order");
    visit.rows("shocks", shocks, "known events that move positions");
    visit.rows("overrides", overrides, "single values of states");
    visit.rows("withdrawals", withdrawals, "states that leave a treaty");
  }
};

}  // namespace hansa
