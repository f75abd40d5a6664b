#pragma once

#include "scenarios/tables/world_files.hpp"

namespace hansa {

/// The data of this program: those installed beside it, or those of the sources if it is not installed, behind
/// $HANSA_DATA_DIR. Throws ScenarioError if $HANSA_DATA_DIR names a folder without tables.
[[nodiscard]] DataFolders program_data();

}  // namespace hansa
