#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

#include <catch2/catch.hpp>

#include "agents/build.hpp"
#include "agents/joining_weights.hpp"
#include "agents/known_networks.hpp"
#include "analysis/memberships/membership_fit.hpp"
#include "analysis/memberships/propensity.hpp"
#include "scenarios/parameters/network_fields.hpp"
#include "scenarios/parameters/scenario.hpp"
#include "tests/analysis/memberships/shipped_census.hpp"
#include "tests/laws/library_world.hpp"

namespace hansa {
namespace {

StateRow state(const std::string& iso3, const std::string& region) {
  StateRow row;
  row.iso3 = iso3;
  row.region = region;
  row.party = true;
  row.population.points = {{1990, 10.0}};
  row.democracy.points = {{1990, iso3 == "AAA" ? 1.0 : 0.5}};
  return row;
}

/// Two states, one city each at the equator and a second one in the first: the capitals 90 degrees apart.
Tables two_states() {
  Tables tables;
  tables.states = {state("AAA", "western_europe_others"), state("BBB", "africa")};
  tables.cities = {{.id = 1,
                    .name = "a",
                    .iso3 = "AAA",
                    .population = 500,
                    .capital = true,
                    .latitude = 0,
                    .longitude = 0},
                   {.id = 2, .name = "b", .iso3 = "AAA", .population = 500, .latitude = 0, .longitude = 2},
                   {.id = 3,
                    .name = "c",
                    .iso3 = "BBB",
                    .population = 2000,
                    .capital = true,
                    .latitude = 0,
                    .longitude = 90}};
  return tables;
}

TEST_CASE("a city counts up to a million people, and as a thousand without a figure", "[joining_weights]") {
  CHECK(log_people({.population = 200}, 1000) == Approx(std::log(2e5)));
  CHECK(log_people({.population = 9000}, 1000) == Approx(std::log(1e6)));
  CHECK(log_people({.population = 0}, 1000) == Approx(std::log(1e3)));
}

TEST_CASE("the middle of a state is that of its cities by people", "[joining_weights]") {
  const Whereabouts places = whereabouts_of(two_states());
  constexpr double degree = 6371 * 3.14159265358979 / 180;  // [km]
  const auto home = remoteness(places, 0, 0, Scope::Regional),
             away = remoteness(places, 0, 1, Scope::Regional);
  REQUIRE((home && away));
  CHECK(home->log_km == Approx(std::log(degree + 300)));
  CHECK(home->same_country);
  CHECK_FALSE(home->far);
  CHECK(away->log_km == Approx(std::log(90 * degree + 300)));
  CHECK_FALSE(away->same_country);
  CHECK(away->far);
  CHECK_FALSE(remoteness(places, 0, 1, Scope::Global)->far);
}

TEST_CASE("what a city held at the census moves the distribution of its factor", "[joining_weights]") {
  Tables tables = two_states();
  tables.networks = {{.id = "net", .name = "", .founded = 1990, .home = "AAA", .roll = Roll::All},
                     {.id = "other", .name = "", .founded = 1990, .home = "BBB", .roll = Roll::Some}};
  tables.memberships = {{.city_id = 3, .network = "net", .year = 2000},
                        {.city_id = 1, .network = "other", .year = 2000}};
  Scenario scenario;
  scenario.years = {2000, 2000};
  for (const std::string& issue : scenario.issues) scenario.preferences.push_back({.name = issue});
  scenario.networks.join = {.population = 0,
                            .democracy = 2,
                            .capital = std::log(3.0),
                            .same_country = 0,
                            .global_distance = 0,
                            .spread = 0.5};
  const Facts facts = build_facts(scenario, tables);
  // rates 3e^2, e^2 and 3e: the one member that there is, shared out
  const double e = std::exp(1.0), sum = 4 * e * e + 3 * e;
  CHECK(facts.city_pull[0] == Approx(3));
  CHECK(facts.at(2000).joining[1] == Approx(e));
  const std::vector<double> shape = {2, 2, 2 + 1};
  const std::vector<double> rate = {2 + 3 * e * e / sum, 2 + e * e / sum, 2 + 3 * e / sum};
  for (std::size_t c = 0; c < 3; ++c) {
    CHECK(facts.city_factor_shape[c] == Approx(shape[c]));
    CHECK(facts.city_factor_rate[c] == Approx(rate[c]));
  }
  REQUIRE(facts.networks.size() == 2);
  CHECK(facts.networks[0].base != facts.networks[1].base);
  CHECK(facts.base_of_networks.size() == 2);
}

TEST_CASE("the weights of the simulation are those of the fit to all cities",
          "[joining_weights][memberships]") {
  const Pairs& pairs = test::shipped_census();
  std::vector<std::size_t> cities(pairs.n_cities()), networks(pairs.n_networks());
  std::iota(cities.begin(), cities.end(), std::size_t{0});
  std::iota(networks.begin(), networks.end(), std::size_t{0});
  const MembershipFit fit = fit_memberships(pairs, cities, networks, model_pulls);
  std::map<std::string_view, double> fitted = {
      {"most_people", 1000}, {"spread", fit_dispersion(degrees_of(pairs, cities, fit)).alpha}};
  for (const Pull pull : model_pulls) fitted[name_of(pull)] = fit.coefficient[pull];
  JoinParams params;
  auto compare = [&](std::string_view name, double value, const FieldInfo&) {
    INFO(name);
    REQUIRE(fitted.contains(name));
    CHECK(value == Approx(fitted[name]).margin(0.002));
    fitted.erase(name);
  };
  params.fields(compare);
  CHECK(fitted.empty());
}

TEST_CASE("the simulation's rates are exp of the weights of the fit", "[joining_weights][memberships]") {
  const test::LibraryWorld library("any-treaty",
                                   {"years.from=1985", "years.to=2016", "world.with_cities=true"});
  const Facts facts = build_facts(library.loaded.scenario, library.tables);
  const Pairs& pairs = test::shipped_census();
  MembershipFit fit;
  const JoinParams params;
  fit.coefficient[Pull::Population] = params.population;
  fit.coefficient[Pull::Democracy] = params.democracy;
  fit.coefficient[Pull::Capital] = params.capital;
  fit.coefficient[Pull::SameCountry] = params.same_country;
  fit.coefficient[Pull::GlobalDistance] = params.global_distance;
  fit.coefficient[Pull::RegionalDistance] = params.regional_distance;
  fit.coefficient[Pull::Far] = params.far;
  for (const std::size_t k : {0U, 7U, 30U}) {
    const auto network =
        std::find_if(facts.networks.begin(), facts.networks.end(),
                     [&](const KnownNetwork& known) { return known.id == pairs.network[k]; });
    REQUIRE(network != facts.networks.end());
    for (std::size_t c = 0; c < pairs.n_cities(); c += 97) {
      const auto row = static_cast<std::size_t>(
          std::lower_bound(facts.city_id.begin(), facts.city_id.end(), pairs.city[c]) -
          facts.city_id.begin());
      const std::size_t state = index(facts.city_state[row]);
      const double rate = facts.city_pull[row] * facts.at(2015).joining[state] *
                          facts.bases[static_cast<std::size_t>(network->base)][state];
      CHECK(rate == Approx(std::exp(fit.weight(pairs.pulls_of(k, c)))).epsilon(1e-9));
    }
  }
}

TEST_CASE("how many members of a network are among the cities is what networks with a complete roll say",
          "[joining_weights]") {
  const test::LibraryWorld library("any-treaty", {"world.with_cities=true"});
  double n = 0, x = 0, y = 0, xx = 0, xy = 0;
  std::vector<double> ours;
  for (const NetworkRow& row : library.tables.networks) {
    const auto listed = std::count_if(library.tables.memberships.begin(), library.tables.memberships.end(),
                                      [&](const MembershipRow& one) { return one.network == row.id; });
    if (row.roll != Roll::All || !row.members) continue;
    const double all = std::log(*row.members), here = std::log(listed);
    ours.push_back(here);
    n += 1;
    x += all;
    y += here;
    xx += all * all;
    xy += all * here;
  }
  const double slope = (n * xy - x * y) / (n * xx - x * x), constant = (y - slope * x) / n;
  CHECK(n == 58);
  CHECK(members_among_cities(1) == Approx(std::exp(constant)).epsilon(0.01));
  CHECK(members_among_cities(1000) == Approx(std::exp(constant + slope * std::log(1000.0))).epsilon(0.01));
  double squares = 0;
  for (const double one : ours) squares += (one - y / n) * (one - y / n);
  CHECK(NetworkParams{}.size_sd == Approx(std::sqrt(squares / n)).epsilon(0.01));
}

}  // namespace
}  // namespace hansa
