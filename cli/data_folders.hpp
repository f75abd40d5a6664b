#pragma once

#include "scenarios/world_files.hpp"

namespace hansa {

/// Where the shipped tables and scenarios lie: $HANSA_DATA_DIR, else beside the installed program, else in
/// the source.
[[nodiscard]] DataFolders find_data_folders();

}  // namespace hansa
