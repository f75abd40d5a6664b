#include "analysis/results/result_folder.hpp"

#include <algorithm>

#include "support/input/problem.hpp"

namespace hansa {
namespace {

[[noreturn]] void refuse(const std::filesystem::path& folder, const std::string& message) {
  throw ScenarioError({{.file = folder.string(), .key = "file", .message = message}});
}

bool is_file(const std::filesystem::path& path) {
  std::error_code ignored;
  return std::filesystem::is_regular_file(path, ignored);
}

}  // namespace

ResultFolder find_result_files(const std::filesystem::path& folder) {
  std::error_code error;
  if (!std::filesystem::is_directory(folder, error)) refuse(folder, "there is no such folder");
  if (is_file(folder / "result.h5")) return {FolderKind::Run, {folder / "result.h5"}};
  if (is_file(folder / "sweep.yaml")) {
    if (!is_file(folder / "merged.h5")) refuse(folder, "is a sweep without merged.h5; hansa merge makes it");
    return {FolderKind::Sweep, {folder / "merged.h5"}};
  }
  ResultFolder found{.kind = FolderKind::Comparison};
  for (const auto& entry : std::filesystem::directory_iterator(folder, error))
    if (is_file(entry.path() / "result.h5")) found.files.push_back(entry.path() / "result.h5");
  if (error) refuse(folder, "cannot be read: " + error.message());
  if (!is_file(folder / "compare.json") || found.files.empty())
    refuse(folder, "holds no result: no result.h5, compare.json or merged.h5");
  std::sort(found.files.begin(), found.files.end());
  return found;
}

}  // namespace hansa
