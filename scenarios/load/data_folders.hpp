#pragma once

#include <filesystem>
#include <span>

#include "scenarios/tables/world_files.hpp"

namespace hansa {

/// The folder of the sources that holds data/ and library/.
[[nodiscard]] std::filesystem::path source_data_folder();

/// Finds the shipped tables and scenarios: in $HANSA_DATA_DIR, then in the first of these folders with a folder
/// data/: the candidates in their order, the folder that the build was configured to install them to, that of
/// the sources. Throws ScenarioError if $HANSA_DATA_DIR has no folder data/, or if there is none at all.
[[nodiscard]] DataFolders find_data_folders(std::span<const std::filesystem::path> candidates = {});

}  // namespace hansa
