#include "analysis/results/result_folder.hpp"

#include <algorithm>

#include "support/files/presence.hpp"
#include "support/input/problem.hpp"

namespace hansa {
namespace {

[[noreturn]] void refuse(const std::filesystem::path& folder, const std::string& message) {
  throw ScenarioError({{.file = folder.string(), .key = "file", .message = message}});
}

}  // namespace

ResultFolder find_result_files(const std::filesystem::path& folder) {
  std::error_code error;
  if (!is_folder(folder)) refuse(folder, "there is no such folder");
  if (is_regular(folder / "result.h5")) return {FolderKind::Run, {folder / "result.h5"}};
  if (is_regular(folder / "sweep.yaml")) {
    if (!is_regular(folder / "merged.h5"))
      refuse(folder, "is a sweep without merged.h5; hansa merge makes it");
    return {FolderKind::Sweep, {folder / "merged.h5"}};
  }
  ResultFolder found{.kind = FolderKind::Comparison};
  for (const auto& entry : entries_of(folder))
    if (!entry.is_symlink(error) && is_regular(entry.path() / "result.h5"))
      found.files.push_back(entry.path() / "result.h5");
  if (!is_regular(folder / "compare.json") || found.files.empty())
    refuse(folder, "holds no result: no result.h5, compare.json or merged.h5");
  std::sort(found.files.begin(), found.files.end());
  return found;
}

}  // namespace hansa
