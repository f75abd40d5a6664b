#pragma once

#include "scenarios/world_files.hpp"

namespace hansa {

/// Where the shipped tables and scenarios are looked up, in this order: $HANSA_DATA_DIR, beside the installed
/// program, in the source. Throws ScenarioError if $HANSA_DATA_DIR names a folder without tables.
[[nodiscard]] DataFolders find_data_folders();

}  // namespace hansa
