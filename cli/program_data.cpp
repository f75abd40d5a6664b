#include "cli/program_data.hpp"

#include <array>

#include "scenarios/load/data_folders.hpp"

namespace hansa {

DataFolders program_data() {
  std::error_code unknown;
  const std::filesystem::path program = std::filesystem::read_symlink("/proc/self/exe", unknown);
  return find_data_folders(std::array{program.parent_path() / HANSA_DATA_FROM_PROGRAM, source_data_folder()});
}

}  // namespace hansa
