#include "analysis/memberships/census.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <string>
#include <string_view>

#include <fmt/format.h>

#include "agents/joining_weights.hpp"
#include "analysis/prepared_scenario.hpp"
#include "scenarios/parameters/network_params.hpp"
#include "support/numbers/expect.hpp"
#include "support/numbers/reals.hpp"

namespace hansa {
namespace {

/// Europe: the two UN regional groups that contain it, without states that lie elsewhere or mostly so.
bool in_europe(const StateRow& state) {
  static const std::set<std::string_view> elsewhere = {"AUS", "CAN", "ISR", "NZL", "RUS", "TUR", "USA"};
  return (state.region == "eastern_europe" || state.region == "western_europe_others") &&
         !elsewhere.contains(state.iso3);
}

/// Whether a city may be a member for reasons other than being in the table.
bool sampled(const CityRow& city) {
  constexpr double least = 100;  // [thousand]
  return city.capital || city.population >= least;
}

/// What draws one city, row `row` of the facts, to one network.
std::array<double, n_pulls> pulls_between(const CityRow& city, Scope scope, const Remoteness& there,
                                          const Facts& facts, std::size_t row) {
  const YearFacts& year = facts.at(census_year - 1);
  const std::size_t state = index(facts.city_state[row]);
  By<Pull, double> pulls;
  pulls[Pull::Population] = log_people(city, JoinParams{}.most_people);
  pulls[Pull::Democracy] = year.democracy[state];
  pulls[Pull::Capital] = city.capital ? 1 : 0;
  pulls[Pull::SameCountry] = there.same_country ? 1 : 0;
  pulls[scope == Scope::Global ? Pull::GlobalDistance : Pull::RegionalDistance] = there.log_km;
  pulls[Pull::Far] = there.far ? 1 : 0;
  pulls[Pull::Capacity] = real_log(std::max(facts.city_capacity[row] * year.home_rule[state], 1e-6));
  return pulls.values;
}

}  // namespace

bool held_out(std::int64_t city_id) {
  auto hash = static_cast<std::uint64_t>(city_id) + 0x9e3779b97f4a7c15U;
  hash = (hash ^ (hash >> 30U)) * 0xbf58476d1ce4e5b9U;
  hash = (hash ^ (hash >> 27U)) * 0x94d049bb133111ebU;
  return ((hash ^ (hash >> 31U)) & 1U) != 0;
}

Pairs census_of(const Tables& tables, const Facts& facts) {
  HANSA_EXPECT(tables.cities.size() == facts.n_cities && tables.states.size() == facts.n_states);
  Pairs pairs;
  std::vector<std::size_t> rows;
  for (std::size_t row = 0; row < facts.n_cities; ++row) {
    const CityRow& city = tables.cities[row];
    HANSA_EXPECT(city.id == facts.city_id[row]);
    if (!sampled(city)) continue;
    const std::size_t state = index(facts.city_state[row]);
    rows.push_back(row);
    pairs.city.push_back(city.id);
    pairs.country.push_back(state);
    pairs.europe.push_back(in_europe(tables.states[state]) ? 1 : 0);
    pairs.held.push_back(held_out(city.id) ? 1 : 0);
  }
  std::map<std::string_view, std::set<std::int64_t>> members;
  for (const MembershipRow& one : tables.memberships)
    if (one.year <= census_year) members[one.network].insert(one.city_id);

  const Whereabouts places = whereabouts_of(tables);
  for (const NetworkRow& network : tables.networks) {
    const auto home = std::find(facts.iso3.begin(), facts.iso3.end(), network.home);
    const auto seat = static_cast<std::size_t>(home - facts.iso3.begin());
    if (network.roll != Roll::All || home == facts.iso3.end() || !places.capital[seat]) continue;
    const std::set<std::int64_t>& listed = members[network.id];
    std::vector<char> member;
    bool fitted = false;
    for (std::size_t c = 0; c < rows.size(); ++c) {
      member.push_back(listed.contains(pairs.city[c]) ? 1 : 0);
      fitted = fitted || (member.back() != 0 && pairs.held[c] == 0);
    }
    if (!fitted) continue;
    pairs.network.push_back(network.id);
    pairs.member.insert(pairs.member.end(), member.begin(), member.end());
    for (const std::size_t row : rows) {
      const auto there = remoteness(places, seat, index(facts.city_state[row]), network.scope);
      const auto pulls = pulls_between(tables.cities[row], network.scope, *there, facts, row);
      pairs.pulls.insert(pairs.pulls.end(), pulls.begin(), pulls.end());
    }
  }
  return pairs;
}

Pairs read_census(const DataFolders& folders) {
  constexpr int first_year = 1985;  // before the conference of the scenario
  const std::vector<std::string> settings = {fmt::format("years.from={}", first_year),
                                             fmt::format("years.to={}", census_year),
                                             "world.with_cities=true"};
  const PreparedScenario prepared = prepare("any-treaty", settings, folders);
  return census_of(read_tables(prepared.loaded->files), prepared.facts);
}

}  // namespace hansa
