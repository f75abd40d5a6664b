#pragma once

#include <filesystem>
#include <string>

#include "scenarios/tables/tables.hpp"
#include "sweeps/design/sweep.hpp"

namespace hansa {

/// Reads a sweep from a path or a name in the library. Throws ScenarioError with all problems of the sweep,
/// of its scenario, and of each value that it sets, taken alone.
[[nodiscard]] Sweep load_sweep(const std::filesystem::path& file, const DataFolders& folders);

/// The same from the text of a file that is not there: in the folder of `shown_as` its scenario is looked for, in
/// `points_folder` a file of points.
[[nodiscard]] Sweep read_sweep_text(const std::string& text, const std::filesystem::path& shown_as,
                                    const std::filesystem::path& points_folder, const DataFolders& folders);

/// Checks the scenarios of all design points and arms, and that all have the same years, conferences and
/// issues. Throws ScenarioError with the problems of the first one that has any. Only the first `n_most`
/// scenarios are checked; a later one with a problem fails its runs.
void check_points(const Sweep& sweep, const Tables& tables, std::size_t n_most = 1000);

}  // namespace hansa
