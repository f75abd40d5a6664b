#include "sim/year.hpp"

#include <algorithm>
#include <numeric>
#include <vector>

#include "scenarios/parameters/scenario.hpp"
#include "sim/phases/deliberation.hpp"
#include "sim/phases/devolution.hpp"
#include "sim/phases/environment.hpp"
#include "sim/phases/feedback.hpp"
#include "sim/phases/formation.hpp"
#include "sim/phases/gridlock.hpp"
#include "sim/phases/implementation.hpp"
#include "sim/phases/lobbying.hpp"
#include "sim/phases/negotiation.hpp"
#include "sim/phases/ratification.hpp"
#include "sim/phases/turnover.hpp"

namespace hansa {
namespace {

const ConferenceFacts& conference_of(const Turn& turn) {
  return turn.world.facts->conferences[turn.conference];
}

/// The networks' voice at a conference: of cities whose states are present, on its agenda.
void measure_conference_voice(Turn& turn) {
  const ConferenceFacts& conference = conference_of(turn);
  measure_voice(turn.scenario.voice, alliance_of(turn.scenario, turn.world.year),
                {.present = conference.present,
                 .agenda = conference.agenda,
                 .forum = conference.params->forum,
                 .admitted = conference.params->access,
                 .coordinating_body = conference.params->body},
                turn.world);
}

/// The networks' voice on all issues, as if every state were present: recorded for the year.
void measure_yearly_voice(Turn& turn) {
  std::vector<std::size_t> all(turn.world.facts->n_issues);
  std::iota(all.begin(), all.end(), std::size_t{0});
  const std::vector<char> everyone(turn.world.facts->n_states, 1);
  measure_voice(turn.scenario.voice, alliance_of(turn.scenario, turn.world.year),
                {.present = everyone, .agenda = all}, turn.world);
}

constexpr Phase all_phases[] = {
    {"environment", "update_environment", false, "positions of the year, lapse of the status quo",
     "states.residual, agreements, status_quo, shortfall", "environment.trend",
     [](Turn& t) { update_environment(t.scenario.environment, t.scenario.shocks, t.world); }},
    {"turnover", "turn_over", false, "governments of the left and of the right", "states.logit",
     "gridlock.turnover", [](Turn& t) { turn_over(t.scenario.gridlock, t.world); }},
    {"devolution", "devolve", false, "cities' positions, autonomy, preemption",
     "states.logit, states.society, states.home_pressure, cities.odds_shift, cities.autonomy, "
     "cities.resources, "
     "cities.networks, pressure.influence",
     "devolution.hazard",
     [](Turn& t) {
       devolve(t.scenario.devolution, urban_displacement(t.scenario.environment, t.world.year),
               t.scenario.lobbying.channels[Channel::Home], t.world);
     }},
    {"formation", "form_networks", false, "births, joining, leaving, mergers, endings, accreditation",
     "cities.joining, cities.joining_of_state, cities.networks, networks", "networks.births.growth",
     [](Turn& t) { form_networks(t.scenario.networks, t.scenario.event_years, t.world); }},
    {"deliberation", "deliberate", false, "messages and cohesion of networks",
     "cities.position, cities.resources, cities.networks, networks.alive, networks.focus, networks.members",
     "networks.message_spread", [](Turn& t) { deliberate(t.scenario.networks, t.world); }},
    {"gridlock", "harden", false, "veto players, paralysis, sovereignty cost",
     "states.logit, vetoes.threshold, vetoes.shift", "gridlock.level",
     [](Turn& t) { harden(t.scenario.gridlock, t.world); }},
    {"lobbying", "press_at_home", false, "cities' pressure on their own government",
     "cities.autonomy, cities.networks, cities.attention, networks.alive, networks.known, networks.members, "
     "networks.cohesion",
     "lobbying.channels.home",
     [](Turn& t) { press_at_home(t.scenario.lobbying, t.scenario.networks.allies, t.world); }},
    {"voice", "measure_voice", true, "voice of networks, of cities whose states are present",
     "cities.resources, cities.networks, cities.attention, networks, status_quo", "voice.saturation",
     measure_conference_voice},
    {"lobbying", "declare", true, "declarations at the parallel summit",
     "networks.alive, networks.key, networks.known, networks.share, networks.declarations, voice.declared, "
     "voice.proclaimed, voice.emulated",
     "lobbying.declaration_rate", [](Turn& t) { declare(t.scenario.lobbying, conference_of(t), t.world); }},
    {"lobbying", "gather_pressure", true, "cities' pressure on delegations, by channel",
     "states.home_pressure, voice", "lobbying.channels.conference",
     [](Turn& t) {
       gather_pressure(t.scenario.lobbying, t.scenario.networks.allies, conference_of(t), t.world);
     }},
    {"negotiation", "negotiate", true, "form after form: lobby(), then round after round",
     "states.position, states.paralysed, states.sovereignty, states.mandate, vetoes, voice, pressure, "
     "status_quo",
     "negotiation.objection_cost",
     [](Turn& t) {
       t.outcome = negotiate(t.scenario.negotiation, t.scenario.lobbying, t.scenario.networks.functions,
                             conference_of(t), t.world, t.scenario.feedback.places[UrbanPlace::Consultation],
                             t.offered);
     }},
    {"feedback", "settle", true, "an adopted text becomes an agreement", "agreements, season",
     "feedback.places.mention",
     [](Turn& t) { settle(t.scenario.feedback, t.conference, t.outcome, t.world); }},
    {"ratification", "ratify", false, "twelve months, for all treaties that are open",
     "states.home_pressure, states.pivot, states.sovereignty, vetoes.first, vetoes.position, agreements, "
     "pressure.influence",
     "ratification.constant",
     [](Turn& t) {
       ratify(t.scenario.ratification, t.scenario.lobbying.channels[Channel::Home], t.scenario.withdrawals,
              t.world);
     }},
    {"implementation", "implement", false, "compliance, cities' own action, shortfall, the status quo",
     "states.position, states.sovereignty, cities.position, cities.autonomy, cities.resources, agreements, "
     "status_quo, shortfall",
     "implementation.sanction",
     [](Turn& t) { implement(t.scenario.implementation, t.scenario.environment.lapse, t.world); }},
    {"voice", "measure_voice", false, "once more, on all issues with all states present, for the record",
     "cities.resources, cities.networks, cities.attention, networks, status_quo", "voice.saturation",
     measure_yearly_voice},
    {"feedback", "feed_back", false, "soft power of networks",
     "networks.alive, networks.known, networks.coordinated, networks.share, networks.declarations, "
     "networks.soft_power, networks.rungs, season",
     "feedback.instruments",
     [](Turn& t) {
       feed_back(t.scenario.feedback, t.scenario.networks.functions.symbolise,
                 alliance_of(t.scenario, t.world.year).coordinating, t.world);
     }},
};

}  // namespace

constinit const std::span<const Phase> phases = all_phases;

std::string file_of(const Phase& phase) { return "sim/phases/" + std::string(phase.name) + ".cpp"; }

std::string writes_of(const Phase& phase) {
  const std::vector<NamedColumn> columns = world_columns();
  const auto store_of = [](const NamedColumn& column) {
    return column.name.substr(0, column.name.find('.'));
  };
  std::string list;
  const auto append = [&](const std::string& name) { list += (list.empty() ? "" : ", ") + name; };
  for (auto begin = columns.begin(); begin != columns.end();) {
    const auto end = std::find_if(begin, columns.end(), [&](const NamedColumn& column) {
      return store_of(column) != store_of(*begin);
    });
    const auto written = [&](const NamedColumn& column) { return column.info.written_by(phase.verb); };
    if (std::all_of(begin, end, written)) {
      append(store_of(*begin));
    } else {
      for (auto column = begin; column != end; ++column) {
        if (written(*column)) append(column->name);
      }
    }
    begin = end;
  }
  return list;
}

Alliance alliance_of(const Scenario& scenario, int year) {
  return {.reach = scenario.networks.allies.reach(),
          .coordinating = year >= scenario.networks.coordination_from,
          .pooling = std::min(1.0, scenario.lobbying.channels[Channel::Coordination]),
          .invites_from = scenario.lobbying.invites_from,
          .nearness = scenario.feedback.nearness};
}

void play_year(const Scenario& scenario, World& world, RunRecord& record, const PhaseWatch& watch) {
  const auto play = [&](const Phase& phase, Turn& turn) {
    phase.play(turn);
    if (watch) watch(phase, turn);
  };
  const auto yearly = [](const Phase& phase) { return !phase.at_conference; };
  const auto first = std::find_if_not(phases.begin(), phases.end(), yearly);
  const auto last = std::find_if(first, phases.end(), yearly);

  Turn year{.scenario = scenario, .world = world};
  for (auto phase = phases.begin(); phase != first; ++phase) play(*phase, year);
  for (std::size_t row = 0; row < world.facts->conferences.size(); ++row) {
    if (world.facts->conferences[row].params->year != world.year) continue;
    std::vector<OfferedText> offered;
    Turn conference{
        .scenario = scenario, .world = world, .conference = row, .offered = watch ? &offered : nullptr};
    for (auto phase = first; phase != last; ++phase) play(*phase, conference);
    keep_conference(row, conference.outcome, world, record);
  }
  for (auto phase = last; phase != phases.end(); ++phase) play(*phase, year);
  keep_year(world, record);
}

World play_years(const Facts& facts, const Draws& draws, int end, RunRecord& record,
                 const PhaseWatch& watch) {
  const Scenario& scenario = *facts.scenario;
  const StartFacts* start = facts.start.get();
  World world = start != nullptr
                    ? play_years(start->facts, draws, std::min(end, start->year + 1), record, watch)
                    : make_world(facts, draws);
  if (start == nullptr) found_initial_networks(scenario.networks, world);
  if (start == nullptr || end > start->year) world.facts = &facts;
  for (; world.year < end; ++world.year) play_year(scenario, world, record, watch);
  return world;
}

}  // namespace hansa
