#pragma once

#include <array>
#include <string_view>

#include "agents/world.hpp"
#include "sim/phases/voice.hpp"
#include "sim/record/run_record.hpp"

namespace hansa {

struct Scenario;

/// One phase of a year, for `hansa phases`.
struct Phase {
  std::string_view name, verb, file, reads, writes, dial;
};

/// The phases in the order of execution; voice, lobbying and negotiation take place at every conference of
/// the year.
inline constexpr std::array<Phase, 11> phases = {{
    {"environment", "update_environment", "sim/phases/environment.cpp", "facts, states.residual, shortfall",
     "states.logit, states.society, status_quo", "environment.trend"},
    {"devolution", "devolve", "sim/phases/devolution.cpp",
     "states.logit, states.society, states.home_pressure, cities.networks",
     "cities.position, cities.autonomy, cities.resources, states.preempted", "devolution.hazard"},
    {"formation", "form_networks", "sim/phases/formation.cpp",
     "cities.position, cities.resources, networks.message, networks.soft_power",
     "networks.members, networks.focus, cities.networks", "networks.births.base"},
    {"deliberation", "deliberate", "sim/phases/deliberation.cpp",
     "cities.position, networks.members, networks.focus",
     "cities.attention, networks.message, networks.cohesion", "networks.message_spread"},
    {"voice", "measure_voice", "sim/phases/voice.cpp", "networks, cities.attention, status_quo",
     "voice, networks.share", "voice.saturation"},
    {"gridlock", "harden", "sim/phases/gridlock.cpp", "states.logit, vetoes.threshold, vetoes.shift",
     "states.position, states.paralysed, states.sovereignty, vetoes.position", "gridlock.level"},
    {"lobbying", "lobby", "sim/phases/lobbying.cpp",
     "vetoes.position, voice, networks.cohesion, cities.autonomy",
     "pressure, vetoes.lobbied, states.mandate, states.home_pressure", "lobbying.strength"},
    {"negotiation", "negotiate", "sim/phases/negotiation.cpp",
     "states.mandate, vetoes.lobbied, voice, pressure, status_quo", "the outcome of the conference",
     "negotiation.objection_cost"},
    {"ratification", "ratify", "sim/phases/ratification.cpp",
     "agreements, vetoes.position, states.home_pressure", "agreements.joined, agreements.in_force",
     "ratification.constant"},
    {"implementation", "implement", "sim/phases/implementation.cpp",
     "agreements, states.position, cities.autonomy, status_quo",
     "states.compliance, states.delivery, states.city_action, states.hard_power, states.soft_power, "
     "shortfall",
     "implementation.sanction"},
    {"feedback", "feed_back", "sim/phases/feedback.cpp", "networks.declarations, networks.share, season",
     "networks.soft_power, networks.access", "feedback.instruments"},
}};

/// With whom networks speak in a year of a scenario.
[[nodiscard]] Alliance alliance_of(const Scenario& scenario, int year);

/// One year: the phases in order. Reads and writes the world; keeps what came out.
void play_year(const Scenario& scenario, World& world, RunRecord& record);

}  // namespace hansa
