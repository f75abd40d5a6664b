#include "scenarios/load/data_folders.hpp"

#include <algorithm>
#include <cstdlib>

#include "support/files/presence.hpp"
#include "support/input/problem.hpp"

namespace hansa {
namespace {

namespace fs = std::filesystem;

bool has_data(const fs::path& folder) { return is_folder(folder / "data"); }

[[noreturn]] void refuse(const std::string& key, const std::string& message) {
  throw ScenarioError({{.file = "HANSA_DATA_DIR", .key = key, .message = message}});
}

void add(const fs::path& folder, DataFolders& folders) {
  folders.data.push_back(folder / "data");
  folders.library.push_back(folder / "library");
}

}  // namespace

fs::path source_data_folder() { return HANSA_SOURCE_DATA_DIR; }

DataFolders find_data_folders(std::span<const fs::path> candidates) {
  DataFolders folders;
  if (const char* named = std::getenv("HANSA_DATA_DIR"); named != nullptr && *named != '\0') {
    if (!has_data(named)) refuse(named, "contains no folder called data");
    add(named, folders);
  }
  std::vector<fs::path> known(candidates.begin(), candidates.end());
  known.emplace_back(HANSA_INSTALLED_DATA_DIR);
  known.push_back(source_data_folder());
  const auto found = std::find_if(known.begin(), known.end(), has_data);
  if (found != known.end()) add(*found, folders);
  if (folders.data.empty())
    refuse("", "must name the folder of Hansa's tables, which are not where they were installed");
  return folders;
}

}  // namespace hansa
