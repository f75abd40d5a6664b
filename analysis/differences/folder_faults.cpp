#include "analysis/differences/folder_faults.hpp"

#include <set>
#include <system_error>

#include <fmt/core.h>
#include <nlohmann/json.hpp>

#include "analysis/results/hdf5/result_file.hpp"
#include "support/files/output_folder.hpp"
#include "support/files/sha256.hpp"
#include "support/input/problem.hpp"
#include "support/input/text_file.hpp"
#include "support/text/utf8.hpp"

namespace hansa {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;

std::string fault(const fs::path& file, const std::string& reason) {
  return fmt::format("{}: {}\n", made_visible(file.string(), true), reason);
}

/// Whether a name is that of a file below the folder: relative, without `..`.
bool is_below(const fs::path& name) {
  return name.is_relative() && name.has_filename() && name == name.lexically_normal() &&
         *name.begin() != "..";
}

/// What is wrong with one of the files that run.json lists; empty: nothing.
std::string check_listed(const fs::path& file, const Json& digest) {
  std::error_code failed;
  const fs::file_status status = fs::symlink_status(file, failed);
  if (!fs::exists(status)) return fault(file, "is missing");
  if (!fs::is_regular_file(status)) return fault(file, "is not a regular file");
  const bool same = digest.is_string() && digest.get<std::string>() == sha256_of_file(file);
  return same ? "" : fault(file, "its bytes do not have the SHA-256 in run.json");
}

}  // namespace

std::string find_faults(const fs::path& folder, const ResultFolder& found) {
  constexpr std::size_t largest = 16 << 20;  // [bytes]
  const fs::path mark = folder / run_mark;
  std::string reason, text;
  const auto bytes = read_bytes(mark, largest, reason, folder);
  if (!bytes) return fault(mark, reason);
  const Json json = Json::parse(*bytes, nullptr, false);
  if (!json.is_object() || !json.contains("sha256") || !json["sha256"].is_object())
    return fault(mark, "does not list the digests of the files beside it");

  std::set<fs::path> listed = {mark};
  for (const auto& [name, digest] : json["sha256"].items()) {
    listed.insert(folder / name);
    text += is_below(name) ? check_listed(folder / name, digest)
                           : fault(mark, in_quotes(name) + " is no file of this folder");
  }
  std::error_code failed;
  for (fs::recursive_directory_iterator entry(folder, failed), end; !failed && entry != end;
       entry.increment(failed)) {
    const bool hidden = entry->path().filename().string().starts_with('.');
    if (entry->is_directory(failed) && !entry->is_symlink(failed)) continue;
    if (!hidden && !listed.contains(entry->path())) text += fault(entry->path(), "is not listed in run.json");
  }
  if (failed) throw FileError(folder, system_cause("cannot be listed", failed.value()));
  for (const fs::path& file : found.files) {
    try {
      static_cast<void>(found.kind == FolderKind::Sweep ? read_result(file) : read_run(file));
    } catch (const ResultFileError& error) {
      text += fault(file, made_visible(error.cause(), true));
    }
  }
  return text;
}

}  // namespace hansa
