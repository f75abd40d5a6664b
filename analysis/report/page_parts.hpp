#pragma once

#include <nlohmann/json_fwd.hpp>

#include "analysis/past.hpp"
#include "analysis/prepared_scenario.hpp"
#include "analysis/results/result_set.hpp"
#include "analysis/summary.hpp"
#include "scenarios/tables/tables.hpp"
#include "scenarios/tables/world_files.hpp"

// The data of a page, one part for each section. A part of which the result has nothing is null.

namespace hansa {

/// Which run this is, and all that is needed to have it again.
[[nodiscard]] nlohmann::ordered_json identity_part(const ResultSet& result, const PreparedScenario& prepared);

/// Every conference: how many realizations adopt a text of each form, with what happened beside.
[[nodiscard]] nlohmann::ordered_json conference_part(const ResultSet& result, const Summary& summary);

/// Outcomes of conferences in single realizations, at most `most_shown` of them, evenly chosen.
[[nodiscard]] nlohmann::ordered_json outcome_part(const ResultSet& result);
inline constexpr std::size_t most_shown = 200;

/// By conference and issue: the text adopted, the level before it, the positions of states, also one by one.
[[nodiscard]] nlohmann::ordered_json issue_part(const ResultSet& result);

/// States with their place on a map; by conference how often each objects, what it gains, who objects there.
[[nodiscard]] nlohmann::ordered_json state_part(const ResultSet& result, const Tables& tables);

/// The larger cities and those in networks, with their places; networks with their members.
[[nodiscard]] nlohmann::ordered_json city_part(const PreparedScenario& prepared, const Tables& tables);

/// Outcomes of years as quantiles over realizations.
[[nodiscard]] nlohmann::ordered_json year_part(const ResultSet& result, const PreparedScenario& prepared);

/// Pressure by conference and channel as quantiles over realizations.
[[nodiscard]] nlohmann::ordered_json pressure_part(const ResultSet& result);

/// Shares of states that joined each treaty, by year, with what happened beside.
[[nodiscard]] nlohmann::ordered_json treaty_part(const ResultSet& result, const Summary& summary,
                                                 const Past& past);

/// Every parameter outside conferences, and each that differs from its default: value, default, meaning, source.
[[nodiscard]] nlohmann::ordered_json parameter_part(const PreparedScenario& prepared);

/// The credits of SOURCES.md beside the shipped tables; null if it is not there.
[[nodiscard]] nlohmann::ordered_json source_part(const DataFolders& folders);

}  // namespace hansa
