#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "scenarios/tables/world_files.hpp"

namespace hansa {

/// A file that was looked for: its path, or why there is none.
struct Found {
  std::filesystem::path path;
  std::string reason;  // empty: it was found
};

/// Whether a text names a scenario of the library: a name without a folder and without .yaml.
bool is_library_name(std::string_view text);

/// The names of all scenarios of the library, sorted.
std::vector<std::string> library_names(const DataFolders& folders);

Found find_in_library(std::string_view name, const DataFolders& folders);

/// A file that a scenario names: below the scenario's own folder, symbolic links included.
Found find_below(const std::filesystem::path& folder, std::string_view written);

/// A table that comes with the program.
Found find_shipped_table(std::string_view name, const DataFolders& folders);

/// A table that a scenario names: as find_below; `data/X` that is not there is X of the shipped tables.
Found find_table(const std::filesystem::path& folder, std::string_view written, const DataFolders& folders);

}  // namespace hansa
