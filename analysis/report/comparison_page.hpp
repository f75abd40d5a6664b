#pragma once

#include <filesystem>
#include <span>
#include <string>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "analysis/prepared_scenario.hpp"
#include "analysis/results/result_folder.hpp"
#include "analysis/results/result_set.hpp"
#include "scenarios/tables/world_files.hpp"

namespace hansa {

/// A comparison as one HTML file that loads nothing else: paired differences from the text of its compare.json, the
/// results of its arms in that order, and the scenario of the first. Throws ScenarioError, naming `shown_as`, if the text
/// is no comparison.
[[nodiscard]] std::string comparison_page(const std::string& compare_json, const std::string& shown_as,
                                          std::span<const ResultSet> results,
                                          const PreparedScenario& prepared, const DataFolders& folders);

/// The same from a folder. Throws FileError, ResultFileError or ScenarioError.
[[nodiscard]] std::string comparison_page(const std::filesystem::path& folder, const ResultFolder& found,
                                          const DataFolders& folders);

/// What a comparison asks, by the settings of its arms.
[[nodiscard]] std::string question_of(const nlohmann::ordered_json& comparison);

/// The differences that the comparison names, as sentences with 95 % intervals; or that it names none.
[[nodiscard]] std::vector<std::string> headline_of(const nlohmann::ordered_json& comparison);

}  // namespace hansa
