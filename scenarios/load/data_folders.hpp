#pragma once

#include <filesystem>
#include <span>

#include "scenarios/tables/world_files.hpp"

namespace hansa {

/// The source folder that contains data/ and library/.
[[nodiscard]] std::filesystem::path source_data_folder();

/// Finds the shipped tables and scenarios: in $HANSA_DATA_DIR, then in the first of these that contains
/// data/: the candidates in order, the configured installation folder, the source folder. Throws
/// ScenarioError if $HANSA_DATA_DIR contains no data/, or if none is found; FileError if one cannot be examined.
[[nodiscard]] DataFolders find_data_folders(std::span<const std::filesystem::path> candidates = {});

}  // namespace hansa
