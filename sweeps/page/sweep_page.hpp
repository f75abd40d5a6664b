#pragma once

#include <filesystem>
#include <string>

#include "scenarios/tables/world_files.hpp"
#include "sweeps/run/sweep_folder.hpp"

namespace hansa {

/// A page, with the runs that it lacks.
struct SweepPage {
  std::string text;
  std::size_t n_runs = 0, n_failed = 0, n_missing = 0;
};

/// A sweep as one HTML file that loads nothing else, of the runs that are done. `conference`: whose outcomes are shown;
/// empty: all where they are few, else the last; "all". Throws ScenarioError for an unknown conference, and
/// ResultFileError for a damaged shard.
[[nodiscard]] SweepPage sweep_page(const SweepPlan& plan, const SweepFolder& folder,
                                   const std::string& conference, const DataFolders& folders);

/// Writes the page into the folder of the sweep, as report.html, in place of an earlier one. Returns its path.
std::filesystem::path add_sweep_page(const SweepPlan& plan, const SweepFolder& folder,
                                     const std::string& conference, const DataFolders& folders);

}  // namespace hansa
