#include "agents/joining_weights.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <string_view>
#include <utility>

#include "agents/covariates.hpp"
#include "scenarios/parameters/scenario.hpp"
#include "support/numbers/reals.hpp"

namespace hansa {
namespace {

std::optional<std::size_t> state_of(const Tables& tables, std::string_view iso3) {
  const auto row =
      std::lower_bound(tables.states.begin(), tables.states.end(), iso3,
                       [](const StateRow& state, std::string_view id) { return state.iso3 < id; });
  if (row == tables.states.end() || row->iso3 != iso3) return std::nullopt;
  return static_cast<std::size_t>(row - tables.states.begin());
}

/// exp of what a state's cities weigh by how it lies to a secretariat. (state)
std::vector<double> pulls_of_base(const JoinParams& params, const Whereabouts& places, std::size_t home,
                                  Scope scope) {
  std::vector<double> pulls;
  const double by_distance = scope == Scope::Global ? params.global_distance : params.regional_distance;
  for (std::size_t i = 0; i < places.middle.size(); ++i) {
    const auto there = remoteness(places, home, i, scope);
    pulls.push_back(there ? real_exp(by_distance * there->log_km +
                                     (there->same_country ? params.same_country : 0.0) +
                                     (there->far ? params.far : 0.0))
                          : 0.0);
  }
  return pulls;
}

/// Gives networks their bases: one for each home and scope.
void build_bases(const JoinParams& params, const Tables& tables, Facts& facts) {
  const Whereabouts places = whereabouts_of(tables);
  std::map<std::pair<std::size_t, Scope>, int> bases;
  for (std::size_t k = 0; k < tables.networks.size(); ++k) {
    const NetworkRow& network = tables.networks[k];
    const auto home = state_of(tables, network.home);
    if (!home || !places.capital[*home]) continue;
    const auto [base, is_new] =
        bases.try_emplace({*home, network.scope}, static_cast<int>(facts.bases.size()));
    if (is_new) facts.bases.push_back(pulls_of_base(params, places, *home, network.scope));
    facts.base_of_networks.push_back(base->second);
    if (k < facts.networks.size()) facts.networks[k].base = base->second;
  }
}

/// How many networks of complete roll each city is in, and how many the weights expect. (city)
struct Activity {
  std::vector<double> held, expected;
};

Activity activity_at_census(const Scenario& scenario, const Tables& tables, const Facts& facts) {
  Activity activity{std::vector<double>(facts.n_cities, 0.0), std::vector<double>(facts.n_cities, 0.0)};
  const std::vector<double> democracy = read_covariates(tables.states, facts.head, census_year - 1).democracy;
  std::vector<double> pull(facts.n_cities);
  std::vector<double> of_state(facts.n_states, 0.0);
  for (std::size_t c = 0; c < facts.n_cities; ++c) {
    const std::size_t i = index(facts.city_state[c]);
    pull[c] = facts.city_pull[c] * real_exp(scenario.networks.join.democracy * democracy[i]);
    of_state[i] += pull[c];
  }
  for (const KnownNetwork& network : facts.networks) {
    if (network.roll != Roll::All || network.base < 0) continue;
    const std::vector<double>& base = facts.bases[static_cast<std::size_t>(network.base)];
    const double sum = std::inner_product(of_state.begin(), of_state.end(), base.begin(), 0.0);
    double n_members = 0;
    for (const KnownNetwork::Member& member : network.members) {
      if (member.since > census_year) continue;
      ++activity.held[index(member.city)];
      ++n_members;
    }
    if (sum <= 0) continue;
    for (std::size_t c = 0; c < facts.n_cities; ++c)
      activity.expected[c] += n_members * pull[c] * base[index(facts.city_state[c])] / sum;
  }
  return activity;
}

}  // namespace

double log_people(const CityRow& city, double most) {
  return real_log(1000 * std::min(std::max(city.population, 1.0), most));
}

Whereabouts whereabouts_of(const Tables& tables) {
  struct Sum {
    double x = 0, y = 0, z = 0;
  };
  const std::size_t n = tables.states.size();
  Whereabouts places{std::vector<std::optional<Location>>(n), std::vector<std::optional<Location>>(n)};
  std::vector<std::optional<Sum>> sums(n);
  for (const CityRow& city : tables.cities) {
    const auto i = state_of(tables, city.iso3);
    if (!i) continue;
    const Location place = location_at(city.latitude, city.longitude);
    const double people = std::max(city.population, 1.0);
    Sum& sum = sums[*i] ? *sums[*i] : sums[*i].emplace();
    sum.x += people * place.x;
    sum.y += people * place.y;
    sum.z += people * place.z;
    if (city.capital && !places.capital[*i]) places.capital[*i] = place;
  }
  for (std::size_t i = 0; i < n; ++i)
    if (sums[i]) places.middle[i] = middle(sums[i]->x, sums[i]->y, sums[i]->z);
  return places;
}

std::optional<Remoteness> remoteness(const Whereabouts& places, std::size_t home, std::size_t state,
                                     Scope scope) {
  constexpr double near = 300, far = 4000;  // [km]
  if (!places.capital[home] || !places.middle[state]) return std::nullopt;
  const double km = great_circle(*places.capital[home], *places.middle[state]);
  return Remoteness{.log_km = real_log(km + near),
                    .same_country = home == state,
                    .far = scope != Scope::Global && km > far};
}

void build_joining(const Scenario& scenario, const Tables& tables, Facts& facts) {
  const JoinParams& params = scenario.networks.join;
  for (YearFacts& year : facts.years)
    for (const double democracy : year.democracy)
      year.joining.push_back(real_exp(params.democracy * democracy));
  if (facts.n_cities == 0) return;
  build_bases(params, tables, facts);
  for (const CityRow& city : tables.cities)
    facts.city_pull.push_back(real_exp(params.population * log_people(city, params.most_people) +
                                       (city.capital ? params.capital : 0.0)));
  const Activity activity = activity_at_census(scenario, tables, facts);
  for (std::size_t c = 0; c < facts.n_cities; ++c) {
    facts.city_factor_shape.push_back(1 / params.spread + activity.held[c]);
    facts.city_factor_rate.push_back(1 / params.spread + activity.expected[c]);
  }
}

}  // namespace hansa
