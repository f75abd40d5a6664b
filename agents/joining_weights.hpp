#pragma once

#include <optional>
#include <vector>

#include "agents/facts.hpp"
#include "scenarios/tables/tables.hpp"
#include "support/numbers/globe.hpp"

// What draws cities to networks: exp(weight) is the rate at which a city joins a network, and depends on the city, on
// its state and on how the state lies to the network's secretariat.

namespace hansa {

/// The year of the census of memberships in the tables.
inline constexpr int census_year = 2016;

/// ln of a city's people, at most so many; a city without a figure counts as having a thousand. `most` [thousand]
[[nodiscard]] double log_people(const CityRow& city, double most);

/// Where states are. (state) none: no capital, or no city, in the table.
struct Whereabouts {
  std::vector<std::optional<Location>> capital;
  std::vector<std::optional<Location>> middle;  // of its cities, by people
};
[[nodiscard]] Whereabouts whereabouts_of(const Tables& tables);

/// How a state lies to a network's secretariat, which is taken to be in the capital of its state.
struct Remoteness {
  double log_km = 0;  // ln(km + 300) from there to the middle of the state
  bool same_country = false;
  bool far = false;  // more than 4,000 km, and the network is not global
};
/// None if the state of the secretariat has no capital, or the other state no city.
[[nodiscard]] std::optional<Remoteness> remoteness(const Whereabouts& places, std::size_t home,
                                                   std::size_t state, Scope scope);

/// Fills what facts hold about joining: facts.bases, base and size of known networks, the pull of cities and of their
/// democracy, and the distribution of cities' own factors. Needs states, cities and networks of `facts`.
///
/// The factor of a city is gamma distributed with mean 1 and variance alpha before anything is known of it. If it was
/// in d networks of complete roll at the census, and the weights expect mu, it is gamma distributed with shape
/// 1/alpha + d and rate 1/alpha + mu: empirical Bayes.
void build_joining(const Scenario& scenario, const Tables& tables, Facts& facts);

}  // namespace hansa
