#pragma once

#include "scenarios/tables/world_files.hpp"

namespace hansa {

/// Data folders in order of precedence: $HANSA_DATA_DIR, then those installed beside the program, or those of
/// the sources if it is not installed. Throws ScenarioError if $HANSA_DATA_DIR names a folder without tables.
[[nodiscard]] DataFolders program_data();

}  // namespace hansa
