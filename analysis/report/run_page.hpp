#pragma once

#include <filesystem>
#include <string>

#include "analysis/past.hpp"
#include "analysis/prepared_scenario.hpp"
#include "analysis/results/result_set.hpp"
#include "scenarios/tables/world_files.hpp"

namespace hansa {

/// Whether this build has the page: it was made where Node is installed.
[[nodiscard]] bool can_make_pages();

/// What a build without the page says, and how to get it.
inline constexpr std::string_view without_pages =
    "this build has no page, since Node was missing; ./dev build installs it and builds again";

/// A run as one HTML file that loads nothing else. `prepared` is the scenario of the result; equal results give equal
/// pages, on any number of threads. Throws ScenarioError if the tables of the scenario cannot be read.
[[nodiscard]] std::string run_page(const ResultSet& result, const PreparedScenario& prepared,
                                   const Past& past, const DataFolders& folders, std::size_t n_threads);

/// The same for a result file of a run, with the scenario that it holds. Throws ResultFileError or ScenarioError.
[[nodiscard]] std::string run_page(const std::filesystem::path& file, const DataFolders& folders,
                                   std::size_t n_threads);

}  // namespace hansa
