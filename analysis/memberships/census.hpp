#pragma once

#include <cstdint>

#include "agents/facts.hpp"
#include "analysis/memberships/pairs.hpp"
#include "scenarios/tables/tables.hpp"

namespace hansa {

/// Whether a city is held out of the fit: a fixed hash of its id, the same for half of all ids in every version of the
/// tables (the finaliser of splitmix64, Steele et al. 2014; odd: held out).
[[nodiscard]] bool held_out(std::int64_t city_id);

/// The memberships of the census year in networks of which all members are known. Cities are capitals and those of at
/// least 100,000 people: smaller ones are in the tables because they are members of something, which would count in
/// favour of any prediction. Networks have a secretariat in a state with a capital in the table, and a member among the
/// cities that are not held out. Facts hold the same cities and states as the tables, and the year before the census.
[[nodiscard]] Pairs census_of(const Tables& tables, const Facts& facts);

/// The same of the shipped tables. Throws ScenarioError for invalid ones.
[[nodiscard]] Pairs read_census(const DataFolders& folders);

}  // namespace hansa
