#include <algorithm>
#include <cmath>
#include <numeric>

#include <catch2/catch.hpp>

#include "sim/negotiation/conference.hpp"
#include "sim/negotiation/drafting.hpp"
#include "sim/negotiation/texts.hpp"
#include "sim/phases/formation.hpp"
#include "sim/phases/voice.hpp"
#include "sim/run.hpp"
#include "sim/year.hpp"
#include "tests/laws/law_world.hpp"
#include "tests/laws/library_world.hpp"
#include "tests/small_world.hpp"

namespace hansa {
namespace {

using test::near;

template <class Values> double sum_of(const Values& values) {
  return std::accumulate(values.begin(), values.end(), 0.0);
}

/// Whether every row of an array sums to 1.
bool rows_sum_to_one(const std::vector<double>& values, std::size_t width) {
  for (std::size_t k = 0; k < values.size(); k += width) {
    if (sum_of(std::span(values).subspan(k, width)) != near(1.0)) return false;
  }
  return true;
}

void check_facts(const Facts& facts) {
  CHECK(sum_of(facts.depth_weight) == near(1.0));
  for (const YearFacts& year : facts.years) {
    CHECK(sum_of(year.power) == near(1.0));
    CHECK(rows_sum_to_one(year.salience, facts.n_issues));
  }
  for (const ConferenceFacts& conference : facts.conferences) {
    if (!conference.emissions.empty()) CHECK(sum_of(conference.emissions) == near(1.0));
  }
  CHECK(sum_of(facts.city_capacity) == near(static_cast<double>(facts.n_cities)));
}

/// Whether networks' members and cities' networks agree, each membership once, and ended networks have none.
bool mirror_each_other(const World& world) {
  std::size_t n_members = 0, n_networks = 0;
  for (std::size_t k = 0; k < world.networks.size(); ++k) {
    const std::vector<CityId>& members = world.networks.members[k];
    n_members += members.size();
    if (!world.networks.alive[k] && !members.empty()) return false;
    if (std::ranges::adjacent_find(members, std::ranges::greater_equal()) != members.end()) return false;
    for (const CityId city : members) {
      if (std::ranges::count(world.cities.networks[index(city)], static_cast<NetworkId>(k)) != 1)
        return false;
    }
  }
  for (const auto& networks : world.cities.networks) n_networks += networks.size();
  return n_members == n_networks;
}

void check_networks(const World& world) {
  CHECK(mirror_each_other(world));
  CHECK(rows_sum_to_one(world.networks.focus, world.facts->n_issues + 1));
  const bool heard = std::ranges::any_of(world.networks.members, [](const auto& m) { return !m.empty(); });
  CHECK(sum_of(world.networks.share) == near(heard ? 1.0 : 0.0));
}

/// Seats the delegations of a conference in the current world, tables the texts and runs the contest.
void check_table(const ConferenceFacts& conference, World& world) {
  const NegotiationParams& params = world.facts->scenario->negotiation;
  measure_voice(
      world.facts->scenario->voice, alliance_of(*world.facts->scenario, world.year),
      {.present = conference.present, .agenda = conference.agenda, .admitted = conference.params->access},
      world);
  const Terms terms =
      make_terms(params, conference, conference.params->forms[0], world, world.states.mandate);
  Negotiation negotiation(
      params, seat_conference(params, world.facts->scenario->networks.functions,
                              world.facts->scenario->lobbying.closed_below, conference, terms, world));
  put_texts(params, negotiation);
  double behind_texts = 0;
  for (std::size_t i = 0; i < negotiation.seats.n_seats; ++i) {
    const bool large = std::ranges::find(negotiation.seats.proposing, i) != negotiation.seats.proposing.end();
    behind_texts += negotiation.seats.blocs[i] != 0 || large ? negotiation.seats.power[i] : 0.0;
  }
  const double drafting = params.draft_weight * world.facts->scenario->networks.functions.negotiate *
                          world.pressure.influence * world.voice.strength() * world.voice.drafting;
  CHECK(sum_of(negotiation.sponsor) ==
        near(params.chair_weight + params.status_quo_weight + drafting + behind_texts));

  redraft(params, 1, negotiation);
  CHECK(sum_of(std::span(negotiation.standing).first(negotiation.n_texts)) == near(1.0));
  for (std::size_t a = 0; a < negotiation.n_texts; ++a) {
    CHECK(negotiation.win[a * negotiation.n_texts + a] == 0.5);
    for (std::size_t b = 0; b < a; ++b)
      CHECK(negotiation.win[a * negotiation.n_texts + b] + negotiation.win[b * negotiation.n_texts + a] ==
            near(1.0));
  }
}

TEST_CASE("power, attention, voice and memberships are conserved, year by year", "[laws]") {
  Scenario scenario = test::law_scenario();
  scenario.networks.leave = 0.2;
  scenario.networks.death = 0.05;
  scenario.networks.merger = 1;
  scenario.networks.focus = 0.2;  // subjects nearly alike, so that many merge
  const Facts facts = build_facts(scenario, test::law_tables());
  check_facts(facts);
  int n_merged = 0, n_ended = 0;
  for (std::uint32_t r = 0; r < 8; ++r) {
    World world = make_world(facts, Draws(11, r));
    RunRecord record = make_record(facts);
    found_initial_networks(scenario.networks, world);
    for (world.year = scenario.years.from; world.year <= scenario.years.to; ++world.year) {
      play_year(scenario, world, record);
      check_networks(world);
      for (const ConferenceFacts& conference : facts.conferences) {
        if (conference.params->year == world.year) check_table(conference, world);
      }
    }
    n_merged += std::accumulate(record.mergers.begin(), record.mergers.end(), 0);
    n_ended += std::accumulate(record.deaths.begin(), record.deaths.end(), 0);
  }
  CHECK(n_merged > 8);
  CHECK(n_ended > 8);
}

TEST_CASE("on the road to Paris power, attention, voice and memberships are conserved", "[laws]") {
  const test::LibraryWorld library("paris-2015");
  const Facts facts = build_facts(library.loaded.scenario, library.tables);
  check_facts(facts);
  World world = make_world(facts, Draws(42, 0));
  RunRecord record = make_record(facts);
  found_initial_networks(library.loaded.scenario.networks, world);
  for (world.year = 1995; world.year <= 2015; ++world.year) {
    play_year(library.loaded.scenario, world, record);
    check_networks(world);
    if (world.year % 5 == 0)
      check_table(facts.conferences[static_cast<std::size_t>(world.year - 1995)], world);
  }
}

/// Whether a text passes under a rule despite these objectors.
bool rule_is_met(const ConferenceFacts& conference, const Facts& facts, const std::uint8_t* objects) {
  const ConferenceParams& params = *conference.params;
  const std::vector<double>& power = facts.at(params.year).power;
  double n_heads = 0, n_objectors = 0, all = 0, against = 0;
  for (std::size_t i = 0; i < facts.n_states; ++i) {
    if (!facts.head[i] || !conference.present[i]) {
      CHECK(objects[i] == 0);
      continue;
    }
    n_heads += 1;
    all += power[i];
    n_objectors += objects[i];
    against += objects[i] ? power[i] : 0.0;
  }
  for (const Clause& clause : params.rule.clauses)
    if (clause.kind == ClauseKind::Blocking && n_heads > 0 && n_objectors < clause.value) return true;
  for (const Clause& clause : params.rule.clauses) {
    const auto holds = [&] {
      switch (clause.kind) {
        case ClauseKind::Consensus:
          return n_objectors == 0;
        case ClauseKind::ConsensusMinus:
          return n_objectors <= clause.value;
        case ClauseKind::QuotaHeads:
          return n_heads - n_objectors >= clause.value * n_heads - 1e-9;
        case ClauseKind::QuotaPower:
          return all - against >= clause.value * all - 1e-9;
        case ClauseKind::Heads:
          return n_heads - n_objectors >= clause.value;
        case ClauseKind::Majority:
          return n_heads - n_objectors > n_heads / 2;
        case ClauseKind::MajorityPower:
          return all - against > all / 2 + 1e-9;
        case ClauseKind::OverHeads:
          return n_heads - n_objectors > clause.value * n_heads + 1e-9;
        case ClauseKind::OverPower:
          return all - against > clause.value * all + 1e-9;
        case ClauseKind::QuotaSize:
        case ClauseKind::OverSize:
          return false;  // no conference has sizes
        case ClauseKind::Blocking:
          return true;
      }
      return false;
    };
    if (!holds()) return false;
  }
  return n_heads > 0;
}

TEST_CASE("a text is adopted exactly if the rule lets it pass despite the final objectors", "[laws]") {
  Scenario scenario = test::law_scenario();
  const char* words = GENERATE("consensus", "consensus-minus:2", "quota-heads:0.75", "quota-power:0.8",
                               "quota-heads:0.75+quota-power:0.8", "heads:9", "majority", "majority-power",
                               "over-heads:0.5+over-power:2/3+blocking:4");
  CAPTURE(words);
  for (ConferenceParams& conference : scenario.conferences) {
    REQUIRE(read_decision_rule(words, conference.rule).empty());
    conference.floor = std::max(conference.floor, 0.1);
  }
  const Facts facts = build_facts(scenario, test::law_tables());
  int n_adopted = 0, n_failed = 0;
  for (std::uint32_t r = 0; r < 16; ++r) {
    const RunRecord record = run_realization(facts, 11, r);
    for (std::size_t row = 0; row < facts.conferences.size(); ++row) {
      CAPTURE(r, facts.conferences[row].params->name);
      const std::uint8_t* objects = &record.objects[row * facts.n_states];
      CHECK((record.adopted[row] == 1) == rule_is_met(facts.conferences[row], facts, objects));
      CHECK(record.n_objectors[row] == std::accumulate(objects, objects + facts.n_states, 0));
      CHECK((record.form[row] != 0) == (record.adopted[row] == 1));
      CHECK(std::isfinite(record.depth[row]) == (record.adopted[row] == 1));
      ++(record.adopted[row] ? n_adopted : n_failed);
    }
  }
  CHECK(n_adopted > 0);
  CHECK(n_failed > 0);
}

}  // namespace
}  // namespace hansa
