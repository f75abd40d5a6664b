#include "cli/data_folders.hpp"

#include <cstdlib>

#include "scenarios/problem.hpp"

namespace hansa {

DataFolders find_data_folders() {
  namespace fs = std::filesystem;
  std::vector<fs::path> roots;
  std::error_code error;
  if (const char* named = std::getenv("HANSA_DATA_DIR"); named != nullptr && *named != '\0') {
    roots.emplace_back(named);
    if (!fs::is_directory(roots.back() / "data", error))
      throw ScenarioError(
          {{.file = "HANSA_DATA_DIR", .key = named, .message = "holds no folder called data"}});
  }
  const fs::path program = fs::read_symlink("/proc/self/exe", error);
  if (!error) roots.push_back(program.parent_path() / HANSA_INSTALL_DATA_DIR);
  roots.emplace_back(HANSA_SOURCE_DATA_DIR);
  DataFolders folders;
  for (const fs::path& root : roots) {
    if (!fs::is_directory(root / "data", error)) continue;
    folders.data.push_back(root / "data");
    folders.library.push_back(root / "library");
  }
  return folders;
}

}  // namespace hansa
