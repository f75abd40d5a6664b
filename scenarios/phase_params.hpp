#pragma once

#include <array>

#include "scenarios/field_info.hpp"
#include "scenarios/vocabulary.hpp"

// The parameters of the phases of a year, one struct a section of a scenario, in the order of the phases.

namespace hansa {

/// How states' power and attitudes follow from the tables.
struct PowerParams {
  double equality = 0.3;
  double gdp = 0.5;
  double population = 0.25;
  double emissions = 0.25;

  template <class Visitor>
  void fields(Visitor& visit) {
    visit("equality", equality, FieldInfo{.min = 0, .max = 1, .about = "share of power that every state has alike (legal equality); the rest is material"});
    visit("gdp", gdp, FieldInfo{.unit = "exponent", .min = 0, .max = 2, .about = "weight of output in material power"});
    visit("population", population, FieldInfo{.unit = "exponent", .min = 0, .max = 2, .about = "weight of people in material power"});
    visit("emissions", emissions, FieldInfo{.unit = "exponent", .min = 0, .max = 2, .about = "weight of CO2 emissions in material power"});
  }
};

/// What no table has, as stated proxies on standardised covariates: agents/attitudes.cpp
struct ProxyParams {
  double home_rule_democracy = 0.7;
  double home_rule_income = 0.4;
  double openness_intercept = 0.5;
  double openness_democracy = 0.5;
  double openness_urban = 0.3;
  double capture_intercept = -1.0;
  double capture_fossil = 0.6;
  double capture_democracy = -0.4;
  double stake_vulnerability = 0.4;
  double stake_fossil = 0.5;
  double stake_least = -0.5;
  double stake_most = 2.5;
  double sovereignty_power = 0.25;
  double sovereignty_lmdc = 0.4;
  double sovereignty_umbrella = 0.3;
  double sovereignty_eu = -0.6;
  double sovereignty_aosis = -0.3;

  template <class Visitor>
  void fields(Visitor& visit) {
    visit("home_rule_democracy", home_rule_democracy, FieldInfo{.unit = "logit", .min = -3, .max = 3, .about = "home rule of cities, by democracy [C2]"});
    visit("home_rule_income", home_rule_income, FieldInfo{.unit = "logit", .min = -3, .max = 3, .about = "home rule of cities, by income"});
    visit("openness_intercept", openness_intercept, FieldInfo{.unit = "logit", .min = -5, .max = 5, .about = "openness of an average state's delegation to cities [N4]"});
    visit("openness_democracy", openness_democracy, FieldInfo{.unit = "logit", .min = -3, .max = 3, .about = "openness, by democracy"});
    visit("openness_urban", openness_urban, FieldInfo{.unit = "logit", .min = -3, .max = 3, .about = "openness, by urban share"});
    visit("capture_intercept", capture_intercept, FieldInfo{.unit = "logit", .min = -5, .max = 5, .about = "capture of an average state by private interests [C3]"});
    visit("capture_fossil", capture_fossil, FieldInfo{.unit = "logit", .min = -3, .max = 3, .about = "capture, by fossil rents"});
    visit("capture_democracy", capture_democracy, FieldInfo{.unit = "logit", .min = -3, .max = 3, .about = "capture, by democracy"});
    visit("stake_vulnerability", stake_vulnerability, FieldInfo{.min = -3, .max = 3, .about = "relative gain from the others' effort, by vulnerability"});
    visit("stake_fossil", stake_fossil, FieldInfo{.min = -3, .max = 3, .about = "relative loss from the others' effort, by fossil rents above the mean (response measures)"});
    visit("stake_least", stake_least, FieldInfo{.min = -5, .max = 0, .about = "least relative stake"});
    visit("stake_most", stake_most, FieldInfo{.min = 0, .max = 10, .about = "largest relative stake"});
    visit("sovereignty_power", sovereignty_power, FieldInfo{.unit = "log", .min = -3, .max = 3, .about = "cost of being bound, by power [S1]"});
    visit("sovereignty_lmdc", sovereignty_lmdc, FieldInfo{.unit = "log", .min = -3, .max = 3, .about = "cost of being bound, for LMDC"});
    visit("sovereignty_umbrella", sovereignty_umbrella, FieldInfo{.unit = "log", .min = -3, .max = 3, .about = "cost of being bound, for the Umbrella Group"});
    visit("sovereignty_eu", sovereignty_eu, FieldInfo{.unit = "log", .min = -3, .max = 3, .about = "cost of being bound, for EU members, who pool sovereignty"});
    visit("sovereignty_aosis", sovereignty_aosis, FieldInfo{.unit = "log", .min = -3, .max = 3, .about = "cost of being bound, for AOSIS"});
  }
};

/// Cities' resources: agents/build.cpp
struct CityParams {
  double population = 0.7;
  double income = 0.3;
  double office_from = 1000;
  double office = 1.0;

  template <class Visitor>
  void fields(Visitor& visit) {
    visit("population", population, FieldInfo{.unit = "exponent", .min = 0, .max = 2, .about = "capacity by inhabitants [C4]"});
    visit("income", income, FieldInfo{.unit = "exponent", .min = 0, .max = 2, .about = "capacity by the state's output a head"});
    visit("office_from", office_from, FieldInfo{.unit = "thousand people", .min = 0, .max = 100000, .about = "size from which a city runs an international office [C5]"});
    visit("office", office, FieldInfo{.min = 0, .max = 10, .about = "capacity that such an office adds, as a share"});
  }
};

/// sim/phases/environment.cpp
struct EnvironmentParams {
  double trend = 0.02;
  double lapse = 0.05;
  double neglect = 1.0;
  double residual = 0.30;

  template <class Visitor>
  void fields(Visitor& visit) {
    visit("trend", trend, FieldInfo{.unit = "logit/year", .min = -0.1, .max = 0.1, .about = "growing pressure of the problem (warming, displacement) on every state's positions"});
    visit("lapse", lapse, FieldInfo{.unit = "1/year", .min = 0, .max = 0.5, .about = "share of the status quo's cooperation that lapses in a year"});
    visit("neglect", neglect, FieldInfo{.min = 0, .max = 10, .about = "how much faster it lapses per unit of last year's shortfall in compliance"});
    visit("residual", residual, FieldInfo{.unit = "logit", .min = 0, .max = 2, .about = "standard deviation of what the covariates do not say of a state's position; fixed in a realization"});
  }
};

/// sim/phases/devolution.cpp
struct DevolutionParams {
  double drift = 0.1;
  double pragmatism = 0.4;
  double urban_interest = 1.2;
  double spread = 0.5;
  double hazard = 5.0;
  double divergence = 6.0;
  double capture = 1.5;
  double home_rule = 2.0;
  double effect = 0.5;
  double recovery = 0.2;

  template <class Visitor>
  void fields(Visitor& visit) {
    visit("drift", drift, FieldInfo{.unit = "1/year", .min = 0, .max = 1, .about = "speed at which a city's autonomy moves to its state's home rule"});
    visit("pragmatism", pragmatism, FieldInfo{.unit = "logit", .min = -2, .max = 2, .about = "how far cities are ahead of their state on every issue [C1]"});
    visit("urban_interest", urban_interest, FieldInfo{.unit = "logit", .min = -2, .max = 4, .about = "how much further cities are ahead on the urban role"});
    visit("spread", spread, FieldInfo{.unit = "logit", .min = 0, .max = 2, .about = "standard deviation of cities' positions within a state"});
    visit("hazard", hazard, FieldInfo{.unit = "logit", .min = 0, .max = 12, .about = "how rare preemption of an average city is: minus the logit of its yearly hazard [C3]"});
    visit("divergence", divergence, FieldInfo{.unit = "logit", .min = 0, .max = 40, .about = "preemption per unit of distance between city and state, times the city's share of its state's people"});
    visit("capture", capture, FieldInfo{.unit = "logit", .min = 0, .max = 6, .about = "preemption where private interests have captured the state"});
    visit("home_rule", home_rule, FieldInfo{.unit = "logit", .min = 0, .max = 6, .about = "protection by home rule [C2]"});
    visit("effect", effect, FieldInfo{.min = 0, .max = 1, .about = "share of autonomy, and half that share of capacity, that a preempted city loses"});
    visit("recovery", recovery, FieldInfo{.unit = "1/year", .min = 0, .max = 1, .about = "speed at which a preempted city's capacity comes back"});
  }
};

/// Births of networks: sim/phases/formation.cpp
struct BirthParams {
  double base = 3.5;
  double event = 4.0;
  double communication = 6.0;
  double peak_year = 2000;
  double width = 4;

  template <class Visitor>
  void fields(Visitor& visit) {
    visit("base", base, FieldInfo{.unit = "networks/year", .min = 0, .max = 50, .about = "births in an ordinary year"});
    visit("event", event, FieldInfo{.unit = "networks/year", .min = 0, .max = 50, .about = "further births in the year of a UN summit on cities or the earth, half of it a year before and after [N2]"});
    visit("communication", communication, FieldInfo{.unit = "networks/year", .min = 0, .max = 50, .about = "further births when communication cost falls fastest [N2]"});
    visit("peak_year", peak_year, FieldInfo{.unit = "year", .min = 1950, .max = 2100, .about = "year in which communication cost falls fastest"});
    visit("width", width, FieldInfo{.unit = "year", .min = 0.5, .max = 50, .about = "standard deviation of the years of falling communication cost"});
  }
};

/// Why a city accepts an invitation, as a logit: sim/phases/formation.cpp
struct JoinParams {
  double intercept = -2.5;
  double soft_power = 1.0;
  double similarity = 2.0;
  double memberships = 40.0;

  template <class Visitor>
  void fields(Visitor& visit) {
    visit("intercept", intercept, FieldInfo{.unit = "logit", .min = -10, .max = 10, .source = "set for about 1.25 memberships a member city (Volkmann 2020)", .about = "readiness to accept an invitation"});
    visit("soft_power", soft_power, FieldInfo{.unit = "logit", .min = -5, .max = 5, .about = "pull of a network's soft power S/(1+S)"});
    visit("similarity", similarity, FieldInfo{.unit = "logit", .min = 0, .max = 10, .about = "pull of a message close to the city's own position"});
    visit("memberships", memberships, FieldInfo{.unit = "logit", .min = 0, .max = 200, .about = "reluctance per unit of attention already spent (attention_cost times memberships held)"});
  }
};

/// Bull's five functions of diplomacy as dials on what networks do [N3]; 0 switches one off.
struct FunctionParams {
  double communicate = 1;
  double negotiate = 1;
  double inform = 1;
  double prevent_conflict = 1;
  double symbolise = 1;

  template <class Visitor>
  void fields(Visitor& visit) {
    visit("communicate", communicate, FieldInfo{.min = 0, .max = 5, .about = "number of invitations, and how well cities see which network is kindred"});
    visit("negotiate", negotiate, FieldInfo{.min = 0, .max = 5, .about = "texts drafted by networks with drafting access"});
    visit("inform", inform, FieldInfo{.min = 0, .max = 5, .about = "delegations learn where the others' limits lie"});
    visit("prevent_conflict", prevent_conflict, FieldInfo{.min = 0, .max = 5, .about = "a lone objection costs more"});
    visit("symbolise", symbolise, FieldInfo{.min = 0, .max = 5, .about = "soft power gained from instruments and mentions"});
  }
};

/// sim/phases/formation.cpp and sim/phases/deliberation.cpp
struct NetworkParams {
  bool enabled = true;
  bool real = true;
  int initial = -1;
  BirthParams births;
  double death = 0.002;
  double invitations = 60;
  double invitations_sd = 1.0;
  double growth = 0.03;
  int offers = 3;
  double attention_cost = 0.05;
  JoinParams join;
  double leave = 0.01;
  double merger = 0.002;
  double consolidation = 0.0;
  double focus = 0.6;
  double message_spread = 0.5;
  double coordination = 0.3;
  int coordination_from = 1996;
  double allies = 0.0;
  FunctionParams functions;

  template <class Visitor>
  void fields(Visitor& visit) {
    visit("enabled", enabled, FieldInfo{.about = "whether there are city networks at all"});
    visit("real", real, FieldInfo{.about = "take the founding years and members that the tables know; the rest is generated and marked so"});
    visit("initial", initial, FieldInfo{.unit = "networks", .min = -1, .max = 5000, .source = "Foster and Swiney 2019", .about = "networks at the start; -1: read off the table of counts"});
    visit.group("births", births, "how many networks are founded");
    visit("death", death, FieldInfo{.unit = "1/year", .min = 0, .max = 0.5, .about = "chance that a network ends in a year although it has members"});
    visit("invitations", invitations, FieldInfo{.unit = "cities", .min = 0, .max = 2000, .about = "median number of cities invited at birth (log-normal)"});
    visit("invitations_sd", invitations_sd, FieldInfo{.unit = "log", .min = 0, .max = 3, .about = "spread of the number invited at birth"});
    visit("growth", growth, FieldInfo{.unit = "1/year", .min = 0, .max = 1, .about = "cities invited each year, as a share of members, plus one"});
    visit("offers", offers, FieldInfo{.unit = "offers/year", .min = 0, .max = 100, .about = "invitations a city weighs in a year"});
    visit("attention_cost", attention_cost, FieldInfo{.unit = "1/membership", .min = 0, .max = 1, .about = "share of a city office's attention that one membership takes [N7]"});
    visit.group("join", join, "why a city accepts an invitation");
    visit("leave", leave, FieldInfo{.unit = "1/year", .min = 0, .max = 1, .about = "chance that a member leaves a network in a year"});
    visit("merger", merger, FieldInfo{.unit = "1/year", .min = 0, .max = 1, .about = "chance that two networks with the same members and message merge in a year"});
    visit("consolidation", consolidation, FieldInfo{.unit = "1/year", .min = 0, .max = 1, .about = "policy that adds to this chance [N7]"});
    visit("focus", focus, FieldInfo{.min = 0, .max = 1, .about = "share of a network's attention that goes to its main issue"});
    visit("message_spread", message_spread, FieldInfo{.min = 0, .max = 3, .about = "how far a network's focus bends its message away from its members' mean"});
    visit("coordination", coordination, FieldInfo{.min = 0, .max = 1, .about = "share of networks in the coordinating body [N6]"});
    visit("coordination_from", coordination_from, FieldInfo{.unit = "year", .min = 1900, .max = 2200, .source = "founding of WACLAC", .about = "year from which there is a coordinating body"});
    visit("allies", allies, FieldInfo{.min = 0, .max = 5, .about = "reach that regions, firms and civil society add to that of cities [N6]"});
    visit.group("functions", functions, "what networks do (Bull's functions of diplomacy)");
  }
};

/// sim/phases/voice.cpp
struct VoiceParams {
  double saturation = 3.0;

  template <class Visitor>
  void fields(Visitor& visit) {
    visit("saturation", saturation, FieldInfo{.min = 0.01, .max = 20, .about = "how soon coverage of the world's city capacity saturates"});
  }
};

/// sim/phases/gridlock.cpp
struct GridlockParams {
  double level = 0.5;
  double polarisation = 1.0;
  double paralysis = 1.0;
  double sovereignty_cost = 1.0;
  double spread = 1.0;
  double common_shock = 0.25;
  double paralysis_rate = 0.5;
  double sigma = 0.20;

  template <class Visitor>
  void fields(Visitor& visit) {
    visit("level", level, FieldInfo{.min = 0, .max = 1, .about = "the dial of sovereignty gridlock [S1, S2]"});
    visit("polarisation", polarisation, FieldInfo{.min = 0, .max = 3, .about = "part of the dial: number and spread of veto players"});
    visit("paralysis", paralysis, FieldInfo{.min = 0, .max = 2, .about = "part of the dial: governments that cannot change their mandate"});
    visit("sovereignty_cost", sovereignty_cost, FieldInfo{.min = 0, .max = 3, .about = "part of the dial: cost of being bound"});
    visit("spread", spread, FieldInfo{.unit = "logit", .min = 0, .max = 3, .about = "distance of veto players from the executive at level 1"});
    visit("common_shock", common_shock, FieldInfo{.unit = "logit", .min = 0, .max = 2, .about = "yearly shock common to all states at level 1, standard deviation"});
    visit("paralysis_rate", paralysis_rate, FieldInfo{.unit = "1/year", .min = 0, .max = 1, .about = "chance that a government is paralysed in a year at level 1"});
    visit("sigma", sigma, FieldInfo{.min = 0, .max = 1, .about = "cost of a hard obligation per unit of depth at level 1"});
  }
};

/// sim/phases/lobbying.cpp
struct LobbyingParams {
  double strength = 1.0;
  std::array<double, n_channels> channels = {1, 1, 1, 1, 1, 0.5};
  double counter_cost = 0.02;
  double closed_below = 0.15;
  double declaration_rate = 0.1;

  struct Channels {
    std::array<double, n_channels>& weight;
    template <class Visitor>
    void fields(Visitor& visit) {
      constexpr FieldInfo info{.min = 0, .max = 10, .about = "weight of this channel; 0 switches it off"};
      for (std::size_t k = 0; k < n_channels; ++k) visit(channel_names[k], weight[k], info);
    }
  };

  template <class Visitor>
  void fields(Visitor& visit) {
    visit("strength", strength, FieldInfo{.unit = "1/pressure", .min = 0, .max = 10, .source = "assumption; swept, no published estimate", .about = "how much a delegation moves per unit of pressure [N6]"});
    Channels view{channels};
    visit.group("channels", view, "the ways by which cities reach delegations");
    visit("counter_cost", counter_cost, FieldInfo{.unit = "pressure", .min = 0, .max = 1, .about = "city pressure below which incumbents do not answer"});
    visit("closed_below", closed_below, FieldInfo{.min = 0, .max = 1, .about = "openness below which a state's delegation does not receive networks at a conference"});
    visit("declaration_rate", declaration_rate, FieldInfo{.min = 0, .max = 1, .about = "chance that a network signs a declaration at a parallel summit [N8]"});
  }
};

/// sim/phases/negotiation.cpp
struct NegotiationParams {
  std::array<double, 3> hardness = {0.0, 0.4, 0.9};
  double soft_force = 0.10;
  double ratchet = 0.25;
  double stake = 0.10;
  double objection_cost = 0.02;
  double shelter = 0.10;
  double chair_step = 0.5;
  double chair_fade = 0.75;
  double pull = 0.5;
  double concession = 0.4;
  double influence = 0.1;
  double uncertainty = 0.3;
  double chair_weight = 0.15;
  double status_quo_weight = 0.10;
  double draft_weight = 0.05;
  int large_states = 8;
  int max_texts = 64;
  int first_decision = 3;
  bool cubic = false;

  struct Hardness {
    std::array<double, 3>& of;
    template <class Visitor>
    void fields(Visitor& visit) {
      constexpr auto forms = choices(Form{});
      constexpr FieldInfo info{.min = 0, .max = 1, .about = "hardness of this form; the form is followed to soft_force + (1 - soft_force) * hardness"};
      for (std::size_t k = 0; k < forms.size(); ++k) visit(forms[k], of[k], info);
    }
  };

  template <class Visitor>
  void fields(Visitor& visit) {
    Hardness view{hardness};
    visit.group("hardness", view, "how binding each form is [S4]");
    visit("soft_force", soft_force, FieldInfo{.min = 0, .max = 1, .about = "share that is in fact followed of a text that binds nobody (hardness 0) [S4]"});
    visit("ratchet", ratchet, FieldInfo{.min = 0, .max = 1, .about = "pull of the collective direction on a state's own pledge"});
    visit("stake", stake, FieldInfo{.min = 0, .max = 1, .about = "gain of an average state per unit of effective depth"});
    visit("objection_cost", objection_cost, FieldInfo{.unit = "gain", .min = 0, .max = 0.2, .about = "loss that a state swallows at the deadline when it would object alone"});
    visit("shelter", shelter, FieldInfo{.unit = "power", .min = 0.001, .max = 1, .about = "power of a bloc's objectors that makes objecting free"});
    visit("chair_step", chair_step, FieldInfo{.min = 0, .max = 1, .about = "how far the chair moves to the standing text in the first round"});
    visit("chair_fade", chair_fade, FieldInfo{.min = 0, .max = 1, .about = "how much less at the deadline"});
    visit("pull", pull, FieldInfo{.min = 0, .max = 1, .about = "how far the chair moves to what objectors could accept"});
    visit("concession", concession, FieldInfo{.min = 0, .max = 1, .source = "form: Zeuthen 1930", .about = "largest step of a demand towards the chair's text"});
    visit("influence", influence, FieldInfo{.min = 0, .max = 1, .source = "form: Friedkin and Johnsen 1990", .about = "weight of one's blocs in one's demand"});
    visit("uncertainty", uncertainty, FieldInfo{.min = 0, .max = 1, .about = "how far the chair misjudges objectors' limits, as a share of the way"});
    visit("chair_weight", chair_weight, FieldInfo{.unit = "power", .min = 0.001, .max = 1, .about = "weight of the chair's text in the contest"});
    visit("status_quo_weight", status_quo_weight, FieldInfo{.unit = "power", .min = 0.001, .max = 1, .about = "weight of no agreement in the contest"});
    visit("draft_weight", draft_weight, FieldInfo{.unit = "power", .min = 0, .max = 1, .about = "weight in the contest of a draft by networks, at full voice and access"});
    visit("large_states", large_states, FieldInfo{.unit = "states", .min = 0, .max = 198, .about = "states so large that they table a text of their own"});
    visit("max_texts", max_texts, FieldInfo{.unit = "texts", .min = 4, .max = 400, .about = "texts on the table at most"});
    visit("first_decision", first_decision, FieldInfo{.unit = "rounds", .min = 1, .max = 40, .about = "first round in which a text can be adopted"});
    visit("cubic", cubic, FieldInfo{.source = "KTAB", .about = "contest by the cube of gains instead of gains in proportion"});
  }
};

/// sim/phases/ratification.cpp
struct RatificationParams {
  double constant = -1.7;
  double hard = -0.27;
  double supermajority = -0.39;
  double public_good = -0.55;
  double assistance = 0.30;
  double assistance_developing = 0.55;
  double gdp = 0.12;
  double polity = 0.02;
  double ratifiers = 0.02;
  double region = 0.03;
  double time = -0.32;
  double time_squared = 0.01;
  double home_pressure = 1.0;
  double standing_cost = 0.02;

  template <class Visitor>
  void fields(Visitor& visit) {
    constexpr std::string_view published = "Spilker and Koubi 2016, yearly logit";
    visit("constant", constant, FieldInfo{.unit = "logit", .min = -10, .max = 10, .source = "least squares on the parties of the climate convention, 1992 to 1998; Kyoto and Paris held out", .about = "propensity of an average state"});
    visit("hard", hard, FieldInfo{.unit = "logit", .min = -3, .max = 3, .source = published, .about = "hard treaty"});
    visit("supermajority", supermajority, FieldInfo{.unit = "logit", .min = -3, .max = 3, .source = published, .about = "legislature must approve by supermajority"});
    visit("public_good", public_good, FieldInfo{.unit = "logit", .min = -3, .max = 3, .source = published, .about = "treaty on a global public good"});
    visit("assistance", assistance, FieldInfo{.unit = "logit", .min = -3, .max = 3, .source = published, .about = "treaty offers assistance"});
    visit("assistance_developing", assistance_developing, FieldInfo{.unit = "logit", .min = -3, .max = 3, .source = published, .about = "the same for a developing state"});
    visit("gdp", gdp, FieldInfo{.unit = "logit/ln", .min = -1, .max = 1, .source = published, .about = "per unit of log output, about the mean"});
    visit("polity", polity, FieldInfo{.unit = "logit/point", .min = -1, .max = 1, .source = published, .about = "per Polity point (20 times electoral democracy minus 10 as proxy)"});
    visit("ratifiers", ratifiers, FieldInfo{.unit = "logit/party", .min = -1, .max = 1, .source = published, .about = "per state that has joined"});
    visit("region", region, FieldInfo{.unit = "logit/party", .min = -1, .max = 1, .source = published, .about = "per state of the region that has joined"});
    visit("time", time, FieldInfo{.unit = "logit/year", .min = -3, .max = 3, .source = published, .about = "per year since opening"});
    visit("time_squared", time_squared, FieldInfo{.unit = "logit/year2", .min = -1, .max = 1, .source = published, .about = "per squared year since opening"});
    visit("home_pressure", home_pressure, FieldInfo{.unit = "logit/pressure", .min = 0, .max = 20, .about = "per unit of cities' pressure at home, times lobbying strength [N6]"});
    visit("standing_cost", standing_cost, FieldInfo{.unit = "gain", .min = 0, .max = 0.5, .about = "loss against staying out that a veto player swallows for its state's standing"});
  }
};

/// sim/phases/implementation.cpp
struct ImplementationParams {
  double intercept = 1.0;
  double sanction = 1.0;
  double voters = 0.5;
  double delivery = 0.5;
  double depth_cost = 10.0;
  double reciprocity = 1.0;
  double action = 0.05;

  template <class Visitor>
  void fields(Visitor& visit) {
    visit("intercept", intercept, FieldInfo{.unit = "logit", .min = -5, .max = 5, .about = "compliance with a costless soft obligation"});
    visit("sanction", sanction, FieldInfo{.unit = "logit", .min = 0, .max = 10, .about = "effect of sanctions on compliance with a wholly hard obligation [S4]"});
    visit("voters", voters, FieldInfo{.unit = "logit", .min = 0, .max = 10, .about = "pressure of voters and civil society, per unit of democracy [N6]"});
    visit("delivery", delivery, FieldInfo{.unit = "logit", .min = 0, .max = 10, .about = "help of cities' own action, per unit of action; recorded apart from the state's own compliance"});
    visit("depth_cost", depth_cost, FieldInfo{.unit = "logit/gain", .min = 0, .max = 100, .about = "weight of a state's own loss from an obligation (Downs, Rocke and Barsoom 1996)"});
    visit("reciprocity", reciprocity, FieldInfo{.unit = "logit", .min = 0, .max = 10, .about = "weight of the others' shortfall last year"});
    visit("action", action, FieldInfo{.unit = "1/year", .min = 0, .max = 1, .about = "city action per unit of autonomy, resources and distance ahead of what the state carries out [C6]"});
  }
};

/// sim/phases/feedback.cpp
struct FeedbackParams {
  double forgetting = 0.10;
  double instruments = 0.5;
  double mentions = 0.5;
  double standing = 0.2;
  std::array<double, n_rungs> thresholds = {0, 0.5, 1, 2, 3, 4, 6};

  struct Thresholds {
    std::array<double, n_rungs>& at;
    template <class Visitor>
    void fields(Visitor& visit) {
      constexpr auto rungs = choices(Access{});
      constexpr FieldInfo info{.unit = "soft power", .min = 0, .max = 100, .about = "soft power at which a network may step on this rung"};
      for (std::size_t k = 1; k < n_rungs; ++k) visit(rungs[k], at[k], info);
    }
  };

  template <class Visitor>
  void fields(Visitor& visit) {
    visit("forgetting", forgetting, FieldInfo{.unit = "1/year", .min = 0, .max = 1, .about = "share of a network's soft power that fades in a year [N5]"});
    visit("instruments", instruments, FieldInfo{.unit = "soft power", .min = 0, .max = 10, .about = "gained by each declaration or draft"});
    visit("mentions", mentions, FieldInfo{.unit = "soft power", .min = 0, .max = 10, .about = "gained by cities' place in an adopted text, for a network with the whole voice at full access"});
    visit("standing", standing, FieldInfo{.unit = "soft power/year", .min = 0, .max = 10, .about = "gained by access, at full access"});
    Thresholds view{thresholds};
    visit.group("thresholds", view, "the ladder of access [N4]");
  }
};

}  // namespace hansa
