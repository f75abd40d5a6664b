#pragma once

#include <vector>

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

/// Why states object to the last text of each conference, by the terms of their gain, and where states' limits lie: from
/// the first `most_replayed` realizations, which are played again. Missing: they give other objectors than the result, which
/// another version made. On at most n_threads threads, on which nothing depends.
[[nodiscard]] nlohmann::ordered_json why_part(const ResultSet& result, const PreparedScenario& prepared,
                                              std::size_t n_threads);
inline constexpr std::size_t most_replayed = 64;

/// The larger cities and those in networks, with their places; networks with their members.
[[nodiscard]] nlohmann::ordered_json city_part(const PreparedScenario& prepared, const Tables& tables);

/// How unequally cities are near to drafting tables: by conference the access, what the cities of each state hold of it
/// in ten-thousandths, and a curve over cities of which those of a state count as equal; with --networks also over single
/// cities in the last year.
[[nodiscard]] nlohmann::ordered_json access_part(const ResultSet& result, const PreparedScenario& prepared);

/// Outcomes of years as quantiles over realizations.
[[nodiscard]] nlohmann::ordered_json year_part(const ResultSet& result, const PreparedScenario& prepared);

/// Years of events among these.
[[nodiscard]] std::vector<int> events_within(const PreparedScenario& prepared, const std::vector<int>& years);

/// Pressure by conference and channel as quantiles over realizations.
[[nodiscard]] nlohmann::ordered_json pressure_part(const ResultSet& result);

/// Shares of states that joined each treaty, by year, with what happened beside.
[[nodiscard]] nlohmann::ordered_json treaty_part(const ResultSet& result, const Summary& summary,
                                                 const Past& past);

/// The parts into which a comparison splits its whole, outcome by outcome: the mean over conferences, whose `conference`
/// is null, and each conference. The means of the rows add up to the last. Null: it splits nothing.
[[nodiscard]] nlohmann::ordered_json contribution_part(const nlohmann::ordered_json& comparison);

/// Outcomes of the years that two arms share: quantiles over realizations in each arm, and by year the mean difference,
/// second minus first, with its 95 % interval over pairs.
[[nodiscard]] nlohmann::ordered_json arm_part(const ResultSet& first, const ResultSet& second);

/// Every parameter outside conferences, and each that differs from its default: value, default, meaning, source.
[[nodiscard]] nlohmann::ordered_json parameter_part(const LoadedScenario& loaded);

/// The path under which a parameter is documented: conferences.COP3.floor is conferences.NAME.floor.
[[nodiscard]] std::string documented_path(const std::string& path);

/// The credits of SOURCES.md beside the shipped tables; null if it is not there.
[[nodiscard]] nlohmann::ordered_json source_part(const DataFolders& folders);

}  // namespace hansa
