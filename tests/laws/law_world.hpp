#pragma once

#include <cmath>
#include <string>
#include <vector>

#include "agents/build.hpp"
#include "scenarios/parameters/scenario.hpp"
#include "sim/record/run_record.hpp"
#include "tests/rule_of.hpp"
#include "tests/shipped_issue.hpp"

namespace hansa::test {

/// A number in [0, 1) for the k-th row of a column; columns are uncorrelated.
inline double spread(int k, int column) {
  const double x = k * 0.6180339887498949 + column * 0.2360679774997897 + k * column * 0.0831;
  return x - std::floor(x);
}

/// Twelve states of several blocs and two regions, the EU with three of them as members, sixty cities, and
/// two known networks.
inline Tables law_tables() {
  Tables tables;
  const auto put_in = [](StateRow& row, std::string_view name) {
    for (std::size_t g = 0; g < n_blocs; ++g) row.blocs[g] = row.blocs[g] || bloc_names[g] == name;
  };
  for (int i = 0; i < 12; ++i) {
    StateRow row;
    row.iso3 = std::string("A") + static_cast<char>('A' + i) + "X";
    row.name = row.iso3;
    row.party = true;
    row.region = i % 2 == 0 ? "north" : "south";
    row.population.points = {{1990, 5 + 90 * spread(i, 0)}};
    row.gdp.points = {{1990, 20 + 900 * spread(i, 1)}, {2010, 40 + 1500 * spread(i, 1)}};
    row.co2.points = {{1990, 5 + 400 * spread(i, 2)}};
    row.urban.points = {{1990, 30 + 60 * spread(i, 3)}};
    if (i != 7) row.democracy.points = {{1990, spread(i, 4)}};
    row.rents = 20 * spread(i, 5);
    row.vulnerability = 0.3 + 0.3 * spread(i, 6);
    row.readiness = 0.2 + 0.5 * spread(i, 7);
    for (int year = 1994; year <= 2004; ++year)
      row.un_vote.points.emplace_back(year, 2 * spread(i, 8) - 1 + 0.05 * (year - 1994) * spread(i, 9));
    for (int year = 1995; year <= 2004; year += 3) {
      const int turn = (i + year / 3) % 3;
      row.checks.points.emplace_back(year, 1 + (i + turn) % 5);
      row.polarization.points.emplace_back(year, turn);
      row.executive.points.emplace_back(year, turn - 1);
    }
    if (i < 3) put_in(row, "eu");
    put_in(row, i < 5 ? "annex1" : "g77");
    if (i == 3 || i == 4) put_in(row, "umbrella");
    if (i < 5) row.treaty_majority = 0.7;
    if (i == 8 || i == 9) put_in(row, "lmdc");
    if (i >= 10) put_in(row, "aosis");
    if (i % 3 == 0) put_in(row, "g20");
    tables.states.push_back(row);
  }
  StateRow eu;
  eu.iso3 = eu.name = "EUU";
  eu.party = true;
  eu.region = "none";
  tables.states.push_back(eu);
  for (int c = 0; c < 60; ++c)
    tables.cities.push_back({.id = 100 + c,
                             .name = "city",
                             .iso3 = tables.states[static_cast<std::size_t>(c * 7 % 12)].iso3,
                             .population = 100 + 3000 * spread(c, 9) * spread(c, 10),
                             .capital = c < 12});
  tables.networks = {
      {.id = "c40", .name = "c40", .founded = 1996, .domain = Domain::Climate, .roll = Roll::All},
      {.id = "uclg", .name = "uclg", .founded = 1980, .domain = Domain::General}};
  tables.accreditations = {{"c40", Forum::Unfccc, 1996, Access::Observer},
                           {"uclg", Forum::Unfccc, 1995, Access::Advisory}};
  for (int c = 0; c < 10; ++c)
    tables.memberships.push_back(
        {.city_id = 100 + 5 * c, .network = "c40", .year = 1996 + c, .observed = c > 5});
  tables.counts = {{1990, 8.0}};
  return tables;
}

/// A network all of whose members are known.
inline NetworkRow known_network(const std::string& id, int founded, Domain domain) {
  return {.id = id, .name = "", .founded = founded, .domain = domain, .roll = Roll::All};
}

/// The law tables with other networks, as yet without members.
inline Tables law_tables(const std::vector<NetworkRow>& networks) {
  Tables tables = law_tables();
  tables.networks = networks;
  tables.memberships.clear();
  return tables;
}

/// Ten years with eight conferences of every kind; networks may draft.
inline Scenario law_scenario() {
  Scenario scenario;
  scenario.name = "law";
  scenario.seed = 11;
  scenario.realizations = 8;
  scenario.years = {1995, 2004};
  for (const std::string_view issue : climate_issues) scenario.preferences.push_back(shipped_issue(issue));
  scenario.networks.births = {.growth = 0.2, .event = 2};
  scenario.networks.size = 10;
  scenario.networks.accreditation = {.age = 1, .hazard = 0.2};
  scenario.lobbying.declaration_rate = 0.5;
  scenario.gridlock.level = 0.4;
  scenario.ratification.constant = -2;  // treaties enter into force within these years
  scenario.conferences = {
      {.name = "soft", .year = 1995, .access = Access::Drafting},
      {.name = "hard",
       .year = 1997,
       .floor = 0.05,
       .forms = {Form::Hard, Form::Soft},
       .access = Access::Drafting},
      {.name = "kyoto",
       .year = 1998,
       .agenda = {"mitigation", "finance"},
       .floor = 0.02,
       .bound = "annex1",
       .forms = {Form::Hard},
       .access = Access::Drafting,
       .treaty = {.name = "kyoto",
                  .min_parties = 3,
                  .min_emissions = 0.2,
                  .emissions_base = "annex1",
                  .delay = 90}},
      {.name = "majority",
       .year = 1999,
       .floor = 0.1,
       .forms = {Form::Hard},
       .rule = quota_heads(0.75),
       .access = Access::Drafting},
      {.name = "without", .year = 2000, .floor = 0.05, .access = Access::Drafting, .absent = {"AAX"}},
      {.name = "summit", .year = 2000, .forms = {Form::Shell}, .access = Access::Drafting, .summit = 1},
      {.name = "paris",
       .year = 2001,
       .architecture = Architecture::Pledges,
       .floor = 0.05,
       .forms = {Form::Shell},
       .access = Access::Drafting,
       .summit = 1,
       .treaty = {.name = "paris", .min_parties = 3, .min_emissions = 0.2, .delay = 30}},
      {.name = "late", .year = 2004, .floor = 0.1, .forms = {Form::Hard}, .access = Access::Drafting}};
  scenario.withdrawals = {{"ACX", "paris", 2003}};
  return scenario;
}

}  // namespace hansa::test
