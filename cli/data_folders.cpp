#include "cli/data_folders.hpp"

#include <cstdlib>

#include "scenarios/problem.hpp"

namespace hansa {

DataFolders find_data_folders() {
  namespace fs = std::filesystem;
  const auto has_data = [](const fs::path& root) {
    std::error_code ignored;
    return fs::is_directory(root / "data", ignored);
  };
  std::vector<fs::path> roots;
  if (const char* named = std::getenv("HANSA_DATA_DIR"); named != nullptr && *named != '\0') {
    roots.emplace_back(named);
    if (!has_data(named))
      throw ScenarioError(
          {{.file = "HANSA_DATA_DIR", .key = named, .message = "holds no folder called data"}});
  }
  std::error_code unknown;
  const fs::path program = fs::read_symlink("/proc/self/exe", unknown);
  const fs::path installed = program.parent_path() / HANSA_INSTALL_DATA_DIR;
  roots.push_back(!unknown && has_data(installed) ? installed : fs::path(HANSA_SOURCE_DATA_DIR));

  DataFolders folders;
  for (const fs::path& root : roots) {
    folders.data.push_back(root / "data");
    folders.library.push_back(root / "library");
  }
  return folders;
}

}  // namespace hansa
