#include "agents/build.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

#include "agents/attitudes.hpp"
#include "agents/covariates.hpp"
#include "agents/habits.hpp"
#include "agents/joining_weights.hpp"
#include "agents/known_networks.hpp"
#include "scenarios/parameters/network_fields.hpp"
#include "scenarios/parameters/parameter_names.hpp"
#include "scenarios/parameters/scenario.hpp"
#include "support/numbers/expect.hpp"
#include "support/numbers/reals.hpp"

namespace hansa {
namespace {

void build_issues(const Scenario& scenario, Facts& facts) {
  facts.n_issues = scenario.issues.size();
  facts.issue_name = scenario.issues;
  HANSA_EXPECT(facts.n_issues > 0 && scenario.preferences.size() == facts.n_issues);
  double sum = 0;
  for (const IssueParams& issue : scenario.preferences) sum += issue.depth_weight;
  HANSA_EXPECT(sum > 0);
  for (const IssueParams& issue : scenario.preferences)
    facts.depth_weight.push_back(issue.depth_weight / sum);
  for (const IssueParams& issue : scenario.preferences) {
    facts.issue_lapse.push_back(issue.lapse);
    facts.displaces.push_back(issue.displaces);
    facts.self_determined.push_back(issue.self_determined);
  }
  const auto urban = std::find(scenario.issues.begin(), scenario.issues.end(), "urban_role");
  facts.urban_role = static_cast<std::size_t>(urban - scenario.issues.begin());
}

void build_states(const Scenario& scenario, const Tables& tables, Facts& facts) {
  facts.n_states = tables.states.size();
  std::vector<std::string> regions;
  for (const StateRow& state : tables.states) regions.push_back(state.region);
  std::sort(regions.begin(), regions.end());
  for (const StateRow& state : tables.states) {
    facts.iso3.push_back(state.iso3);
    facts.state_name.push_back(state.name);
    facts.state_key.push_back(entity_key(state.iso3));
    facts.party.push_back(state.party);
    facts.head.push_back(state.party && state.iso3 != "EUU");
    facts.region.push_back(
        static_cast<int>(std::lower_bound(regions.begin(), regions.end(), state.region) - regions.begin()));
    facts.treaty_majority.push_back(state.treaty_majority.value_or(0.0));
    facts.blocs.push_back(state.blocs);
  }
  facts.first_year = scenario.years.from;
  for (int year = scenario.years.from; year <= scenario.years.to; ++year) {
    const Covariates covariates = read_covariates(tables.states, facts.head, year);
    if (year == scenario.years.from) facts.fills = covariates.fills;
    facts.years.push_back(form_attitudes(scenario, facts, covariates));
  }
}

/// capacity = population^a * income^b * (1 + office), scaled to mean 1 [C4, C5]
void build_cities(const Scenario& scenario, const Tables& tables, Facts& facts) {
  if (!scenario.world.with_cities) {
    facts.first_city.assign(facts.n_states + 1, 0);
    return;
  }
  const Covariates covariates = read_covariates(tables.states, facts.head, scenario.years.from);
  facts.n_cities = tables.cities.size();
  double sum = 0;
  for (const CityRow& city : tables.cities) {
    const auto row = std::lower_bound(facts.iso3.begin(), facts.iso3.end(), city.iso3);
    HANSA_EXPECT(row != facts.iso3.end() && *row == city.iso3);
    const auto i = static_cast<std::size_t>(row - facts.iso3.begin());
    const double people = std::max(city.population, 1.0);
    const double output_per_head = covariates.gdp[i] > 0 ? covariates.gdp[i] / covariates.population[i] : 1.0;
    const double office = people >= scenario.cities.office_from ? 1.0 + scenario.cities.office : 1.0;
    facts.city_id.push_back(city.id);
    facts.city_name.push_back(city.name);
    facts.city_key.push_back(static_cast<std::uint64_t>(city.id));
    facts.city_state.push_back(static_cast<StateId>(i));
    facts.city_share.push_back(people / 1000.0);
    facts.city_capacity.push_back(real_pow(people, scenario.cities.population) *
                                  real_pow(output_per_head, scenario.cities.income) * office);
    sum += facts.city_capacity.back();
  }
  for (double& capacity : facts.city_capacity) capacity *= static_cast<double>(facts.n_cities) / sum;

  std::vector<double> in_cities(facts.n_states, 0.0);
  for (std::size_t c = 0; c < facts.n_cities; ++c)
    in_cities[index(facts.city_state[c])] += facts.city_share[c];
  for (std::size_t c = 0; c < facts.n_cities; ++c) {
    const std::size_t i = index(facts.city_state[c]);
    facts.city_share[c] /= std::max(covariates.population[i], in_cities[i]);
  }
  facts.first_city.assign(facts.n_states + 1, 0);
  for (const StateId state : facts.city_state) ++facts.first_city[index(state) + 1];
  std::partial_sum(facts.first_city.begin(), facts.first_city.end(), facts.first_city.begin());
  std::vector<std::size_t> next(facts.first_city.begin(), facts.first_city.end() - 1);
  facts.cities_by_state.resize(facts.n_cities);
  for (std::size_t c = 0; c < facts.n_cities; ++c) {
    facts.cities_by_state[next[index(facts.city_state[c])]++] = static_cast<CityId>(c);
  }
}

std::size_t bloc_of(std::string_view name) {
  return static_cast<std::size_t>(std::find(bloc_names.begin(), bloc_names.end(), name) - bloc_names.begin());
}

/// Shares of the CO2 emissions that a treaty's entry into force counts.
std::vector<double> emissions_shares(const TreatyParams& treaty, int year, const Tables& tables,
                                     const Facts& facts) {
  std::vector<double> share =
      read_covariates(tables.states, facts.head, treaty.emissions_year > 0 ? treaty.emissions_year : year)
          .emissions;
  double sum = 0;
  for (std::size_t i = 0; i < facts.n_states; ++i) {
    const bool counts =
        facts.head[i] && (treaty.emissions_base == "all" || facts.blocs[i][bloc_of(treaty.emissions_base)]);
    sum += share[i] *= counts ? 1.0 : 0.0;
  }
  for (double& value : share) value /= sum > 0 ? sum : 1.0;
  return share;
}

/// The share of an obligation that emission cuts between the base year and the conference have met already.
std::vector<double> already_met(const ConferenceParams& params, const Tables& tables, const Facts& facts) {
  constexpr double most = 0.9;  // so that an obligation never vanishes
  std::vector<double> met(facts.n_states, 0.0);
  if (params.base_year == 0 || params.cut <= 0) return met;
  const std::vector<double> base = read_covariates(tables.states, facts.head, params.base_year).emissions;
  const std::vector<double> now = read_covariates(tables.states, facts.head, params.year).emissions;
  for (std::size_t i = 0; i < facts.n_states; ++i) {
    if (base[i] > 0) met[i] = std::clamp((1.0 - now[i] / base[i]) / params.cut, 0.0, most);
  }
  return met;
}

void build_conferences(const Scenario& scenario, const Tables& tables, Facts& facts) {
  for (const ConferenceParams& params : scenario.conferences) {
    ConferenceFacts conference{.params = &params,
                               .agenda = {},
                               .bound = std::vector<char>(facts.n_states, 1),
                               .met = already_met(params, tables, facts),
                               .present = facts.party,
                               .club = std::vector<char>(facts.n_states, 0),
                               .side = {},
                               .emissions = {},
                               .habit = {},
                               .key = entity_key(params.name)};
    for (std::size_t d = 0; d < facts.n_issues; ++d) {
      const bool listed =
          std::find(params.agenda.begin(), params.agenda.end(), scenario.issues[d]) != params.agenda.end();
      if (listed || params.agenda.empty() || d == facts.urban_role) conference.agenda.push_back(d);
    }
    for (std::size_t i = 0; i < facts.n_states; ++i) {
      if (params.bound != "all") conference.bound[i] = facts.blocs[i][bloc_of(params.bound)];
      const bool away =
          std::find(params.absent.begin(), params.absent.end(), facts.iso3[i]) != params.absent.end();
      const bool outside = params.participants != "all" && !facts.blocs[i][bloc_of(params.participants)];
      if (away || outside) conference.present[i] = 0;
      const auto& side = params.side_agreement;
      if (conference.present[i] && std::find(side.begin(), side.end(), facts.iso3[i]) != side.end())
        conference.side.push_back(i);
      conference.club[i] = facts.iso3[i] == params.presidency || facts.blocs[i][bloc_of("g20")];
    }
    if (!params.treaty.name.empty()) {
      conference.emissions = emissions_shares(params.treaty, params.year, tables, facts);
      conference.habit = habits_of_joining(tables.treaties, facts.iso3, facts.head, params.year);
    }
    facts.conferences.push_back(std::move(conference));
  }
  std::stable_sort(
      facts.conferences.begin(), facts.conferences.end(),
      [](const ConferenceFacts& a, const ConferenceFacts& b) { return a.params->year < b.params->year; });
}

/// Whether a path below `networks` starts with the name of a network.
bool is_of_one_network(std::string_view path) {
  const std::vector<std::string> parameters = names_of_parameters<NetworkParams>();
  return std::find(parameters.begin(), parameters.end(), path.substr(0, path.find('.'))) == parameters.end();
}

}  // namespace

Facts build_facts(const Scenario& scenario, const Tables& tables) {
  Facts facts;
  facts.scenario = &scenario;
  build_issues(scenario, facts);
  build_states(scenario, tables, facts);
  build_cities(scenario, tables, facts);
  build_known_networks(scenario, tables, facts);
  build_joining(scenario, tables, facts);
  build_conferences(scenario, tables, facts);
  if (const StartFrom& start = scenario.start; start.scenario)
    facts.start = std::make_shared<const StartFacts>(
        StartFacts{start.year, start.scenario, build_facts(*start.scenario, tables)});
  return facts;
}

bool shapes_facts(std::string_view path) {
  constexpr std::array<std::string_view, 9> sections = {
      "cities", "conferences", "issues", "overrides", "power", "preferences", "proxies", "world", "years"};
  constexpr std::array<std::string_view, 5> of_networks = {"networks", "networks.real", "networks.initial",
                                                           "networks.join_lag", "networks.join"};
  if (std::find(of_networks.begin(), of_networks.end(), path) != of_networks.end() ||
      path.starts_with("networks.join."))
    return true;
  if (path.starts_with("networks.") && is_of_one_network(path.substr(path.find('.') + 1))) return true;
  return std::find(sections.begin(), sections.end(), path.substr(0, path.find('.'))) != sections.end();
}

Facts with_scenario(const Facts& facts, const Scenario& scenario) {
  Facts same = facts;
  turn_to(scenario, same);
  return same;
}

void turn_to(const Scenario& scenario, Facts& facts) {
  HANSA_EXPECT(scenario.conferences.size() == facts.scenario->conferences.size());
  for (ConferenceFacts& conference : facts.conferences)
    conference.params =
        &scenario
             .conferences[static_cast<std::size_t>(conference.params - facts.scenario->conferences.data())];
  facts.scenario = &scenario;
}

}  // namespace hansa
