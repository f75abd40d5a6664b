#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "agents/world.hpp"
#include "scenarios/parameters/scenario.hpp"
#include "support/numbers/reals.hpp"

namespace hansa::test {

/// Equal but for the rounding of a few sums.
inline Approx near(double value) { return Approx(value).epsilon(1e-12).margin(1e-14); }

/// Facts made by hand: states AAA, BBB, ... alike in everything, that want nothing in particular (logit 0), share
/// power and attention equally, have no stake in what others do and belong to no bloc. Issues weigh alike and
/// start at no cooperation; every text is followed to the letter (soft_force 1). Draws change nothing: a test
/// sets what it is about.
struct SmallWorld {
  static constexpr int year = 2000;

  Scenario scenario;
  Facts facts;

  explicit SmallWorld(std::size_t n_states, std::size_t n_issues = 1, int n_years = 1) {
    const auto alike = [n_states](double value) { return std::vector<double>(n_states, value); };
    scenario.years = {year, year + n_years - 1};
    scenario.issues.clear();
    for (std::size_t d = 0; d < n_issues; ++d) {
      scenario.issues.push_back("issue_" + std::to_string(d));
      scenario.preferences.push_back({.name = scenario.issues.back(), .depth_weight = 1, .status_quo = 0});
    }
    scenario.conferences.reserve(16);  // so that facts can point to them
    scenario.environment = {.trend = 0, .trend_from = year, .lapse = 0, .neglect = 0, .residual = 0};
    scenario.devolution.spread = 0;
    scenario.negotiation.soft_force = 1;
    scenario.networks.attention = Attention::Linear;
    scenario.negotiation.uncertainty = 0;
    scenario.negotiation.price_noise = scenario.negotiation.price_noise_state = 0;
    scenario.networks.allies = {.regions = 0, .firms = 0, .civil_society = 0};
    facts.scenario = &scenario;
    facts.n_issues = n_issues;
    facts.issue_name = scenario.issues;
    facts.issue_lapse.assign(n_issues, 1.0);
    facts.first_year = year;
    facts.displaces.assign(n_issues, 0);
    facts.self_determined.assign(n_issues, 0);
    facts.depth_weight.assign(n_issues, 1.0 / static_cast<double>(n_issues));
    facts.urban_role = n_issues;  // none of them
    facts.n_states = n_states;
    for (std::size_t i = 0; i < n_states; ++i) {
      facts.iso3.push_back(std::string(3, static_cast<char>('A' + i % 26)) +
                           (i < 26 ? "" : std::to_string(i)));
      facts.state_key.push_back(entity_key(facts.iso3.back()));
    }
    facts.state_name = facts.iso3;
    facts.party.assign(n_states, 1);
    facts.head.assign(n_states, 1);
    facts.region.assign(n_states, 0);
    facts.treaty_majority.assign(n_states, 0);
    facts.blocs.assign(n_states, {});
    facts.years.assign(
        static_cast<std::size_t>(n_years),
        {.logit = std::vector<double>(n_states * n_issues, 0.0),
         .salience = std::vector<double>(n_states * n_issues, 1.0 / static_cast<double>(n_issues)),
         .power = alike(1.0 / static_cast<double>(n_states)),
         .stake = alike(0),
         .sovereignty = alike(1),
         .checks = alike(1),
         .polarisation = alike(0),
         .joining = alike(1),
         .united = alike(0),
         .swing = alike(0),
         .home_rule = alike(0.5),
         .openness = alike(1),
         .capture = alike(0),
         .principals = alike(1),
         .democracy = alike(0),
         .democracy_score = alike(0),
         .population_score = alike(0),
         .emissions = alike(1),
         .income = alike(0),
         .output = alike(1.0 / static_cast<double>(n_states))});
    facts.first_city.assign(n_states + 1, 0);
  }
  SmallWorld(const SmallWorld&) = delete;
  SmallWorld& operator=(const SmallWorld&) = delete;

  /// The facts of the first year.
  YearFacts& now() { return facts.years.front(); }

  /// Makes state i the EU: a party that is not counted.
  void make_eu(std::size_t i) {
    facts.head[i] = 0;
    for (YearFacts& facts_of_year : facts.years) facts_of_year.power[i] = 0;
  }

  void put_in_bloc(std::size_t i, std::string_view name) {
    for (std::size_t g = 0; g < n_blocs; ++g) facts.blocs[i][g] = facts.blocs[i][g] || bloc_names[g] == name;
  }

  /// A city of capacity 1 that holds a tenth of its state's people; states must be given in ascending order.
  void add_city(std::size_t state, double capacity = 1.0, double share = 0.1) {
    facts.city_id.push_back(static_cast<std::int64_t>(facts.n_cities));
    facts.city_name.push_back("city");
    facts.city_key.push_back(facts.n_cities);
    facts.city_state.push_back(static_cast<StateId>(state));
    facts.city_share.push_back(share);
    facts.city_capacity.push_back(capacity);
    facts.cities_by_state.push_back(static_cast<CityId>(facts.n_cities));
    facts.city_pull.push_back(1);
    facts.city_factor_shape.push_back(1e12);  // the factor is 1
    facts.city_factor_rate.push_back(1e12);
    for (std::size_t i = state; i < facts.n_states; ++i) ++facts.first_city[i + 1];
    ++facts.n_cities;
  }

  /// A conference on every issue at which every state is present and bound.
  ConferenceFacts& add_conference(ConferenceParams params = {.name = "COP", .year = year}) {
    scenario.conferences.push_back(std::move(params));
    ConferenceFacts conference{.params = &scenario.conferences.back(),
                               .agenda = {},
                               .bound = std::vector<char>(facts.n_states, 1),
                               .met = std::vector<double>(facts.n_states, 0.0),
                               .present = facts.party,
                               .club = std::vector<char>(facts.n_states, 0),
                               .side = {},
                               .emissions = now().power,
                               .habit = std::vector<double>(facts.n_states, 0.0),
                               .key = entity_key(scenario.conferences.back().name)};
    for (std::size_t d = 0; d < facts.n_issues; ++d) conference.agenda.push_back(d);
    facts.conferences.push_back(std::move(conference));
    return facts.conferences.back();
  }

  [[nodiscard]] World world(std::uint32_t realization = 0) const {
    return make_world(facts, Draws(scenario.seed, realization));
  }
};

/// The positions of the veto players of one state on every issue, the executive's first.
using Players = std::vector<std::vector<double>>;

/// Sets the positions of states, unmoved by cities: executives, mandates and veto players.
inline void set_positions(World& world, const std::vector<Players>& states) {
  world.states.position.clear();
  world.vetoes.first = {0};
  world.vetoes.position.clear();
  for (const Players& players : states) {
    world.states.position.insert(world.states.position.end(), players[0].begin(), players[0].end());
    for (const auto& player : players)
      world.vetoes.position.insert(world.vetoes.position.end(), player.begin(), player.end());
    world.vetoes.first.push_back(world.vetoes.first.back() + players.size());
  }
  world.states.mandate = world.states.position;
  world.vetoes.lobbied = world.vetoes.position;
}

/// The same for states without veto players on one issue.
inline void set_positions(World& world, const std::vector<double>& positions) {
  std::vector<Players> states;
  for (const double position : positions) states.push_back({{position}});
  set_positions(world, states);
}

/// A living network of these cities, all of its attention on one issue (n_issues: on none), with soft power 1.
inline std::size_t add_network(World& world, const std::vector<int>& cities, std::size_t issue = 0,
                               double message = 0.5) {
  NetworkStore& networks = world.networks;
  const std::size_t k = networks.size(), n_issues = world.facts->n_issues;
  networks.alive.push_back(1);
  networks.key.push_back(entity_key(entity_key("network"), k));
  networks.known.push_back(-1);
  networks.successor.push_back(-1);
  networks.founded.push_back(world.year);
  networks.base.push_back(-1);
  networks.target.push_back(0);
  networks.focus.resize((k + 1) * (n_issues + 1), 0.0);
  networks.focus[k * (n_issues + 1) + issue] = 1.0;
  networks.coordinated.push_back(0);
  networks.members.emplace_back();
  networks.line.emplace_back();
  networks.served.push_back(0);
  networks.message.resize((k + 1) * n_issues, message);
  networks.cohesion.push_back(1.0);
  networks.share.push_back(0.0);
  networks.declarations.push_back(0);
  networks.soft_power.push_back(1.0);
  networks.rungs.resize(networks.rungs.size() + n_forums, Access::None);
  for (const int city : cities) {
    networks.members[k].push_back(static_cast<CityId>(city));
    world.cities.networks[static_cast<std::size_t>(city)].push_back(static_cast<NetworkId>(k));
  }
  return k;
}

/// Puts a network on a rung in all forums.
inline void set_rung(World& world, std::size_t network, Access rung) {
  for (const Forum forum : each<Forum>) world.networks.rungs[network * n_forums + index(forum)] = rung;
}

}  // namespace hansa::test
