#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace hansa {

/// What a folder holds.
enum class FolderKind { Run, Comparison, Sweep };

/// The result files of a folder.
struct ResultFolder {
  FolderKind kind = FolderKind::Run;
  std::vector<std::filesystem::path>
      files;  // result.h5 of a run or of each arm, merged.h5 of a sweep; sorted
};

/// Looks into a folder. Throws ScenarioError if there is no such folder or it holds no result.
[[nodiscard]] ResultFolder find_result_files(const std::filesystem::path& folder);

}  // namespace hansa
