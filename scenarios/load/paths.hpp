#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "scenarios/tables/world_files.hpp"

namespace hansa {

/// The path of a file, or the reason why it was not found.
struct Found {
  std::filesystem::path path;
  std::string reason;  // empty if found
};

/// Whether a text is the bare name of a library scenario: without folder and .yaml.
bool is_library_name(std::string_view text);

/// The names of all library scenarios, sorted.
std::vector<std::string> library_names(const DataFolders& folders);

Found find_in_library(std::string_view name, const DataFolders& folders);

/// The names of the tables of actors that ship with the program, sorted.
std::vector<std::string> example_names(const DataFolders& folders);

/// A table of actors that ships with the program, by its name without .csv.
Found find_example(std::string_view name, const DataFolders& folders);

/// A file that a scenario names, which must be below the scenario's own folder after resolving links.
Found find_below(const std::filesystem::path& folder, std::string_view written);

/// A table shipped with the program.
Found find_shipped_table(std::string_view name, const DataFolders& folders);

/// A table that a scenario names: as find_below, but a missing `data/X` is X of the shipped tables.
Found find_table(const std::filesystem::path& folder, std::string_view written, const DataFolders& folders);

/// A table named on a command line: any path from the working folder; what is not there, as a scenario in `folder` would
/// find it.
Found find_given_table(const std::filesystem::path& folder, std::string_view written,
                       const DataFolders& folders);

}  // namespace hansa
