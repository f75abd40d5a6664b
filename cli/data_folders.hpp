#pragma once

#include "scenarios/world_files.hpp"

namespace hansa {

/// Where the shipped tables and scenarios are looked up: in $HANSA_DATA_DIR, then beside the installed
/// program, or in the source if it is not installed. Throws ScenarioError if $HANSA_DATA_DIR names a folder
/// without tables.
[[nodiscard]] DataFolders find_data_folders();

}  // namespace hansa
