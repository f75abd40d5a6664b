#include "scenarios/load/paths.hpp"

#include <algorithm>
#include <system_error>

#include "support/files/file_error.hpp"
#include "support/files/presence.hpp"
#include "support/input/problem.hpp"
#include "support/input/suggest.hpp"

namespace hansa {
namespace {

namespace fs = std::filesystem;

bool is_yaml(const fs::path& path) { return path.extension() == ".yaml" || path.extension() == ".yml"; }

/// Why a path in a scenario must not be followed; empty if it may.
std::string why_foreign(const fs::path& written) {
  if (written.empty()) return "no path given";
  if (written.is_absolute()) return "an absolute path; give one relative to this file";
  if (std::find(written.begin(), written.end(), "..") != written.end()) return "a path may not contain ..";
  return "";
}

/// Whether `path` is below `folder`; both canonical.
bool is_below(const fs::path& path, const fs::path& folder) {
  return std::mismatch(folder.begin(), folder.end(), path.begin(), path.end()).first == folder.end();
}

/// The names of the files with this ending, sorted, each once.
std::vector<std::string> names_in(const std::vector<fs::path>& folders, std::string_view ending) {
  std::vector<std::string> names;
  for (const fs::path& folder : folders) {
    for (const auto& entry : entries_of(folder))
      if (entry.path().extension() == ending) names.push_back(entry.path().stem().string());
  }
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  return names;
}

/// The folders of examples, beside those of the library.
std::vector<fs::path> example_folders(const DataFolders& folders) {
  std::vector<fs::path> examples;
  for (const fs::path& library : folders.library) examples.push_back(library.parent_path() / "examples");
  return examples;
}

}  // namespace

bool is_library_name(std::string_view text) {
  return !text.empty() && text.find('/') == std::string_view::npos && !is_yaml(fs::path(text)) &&
         text != "." && text != "..";
}

std::vector<std::string> library_names(const DataFolders& folders) {
  return names_in(folders.library, ".yaml");
}

std::vector<std::string> example_names(const DataFolders& folders) {
  return names_in(example_folders(folders), ".csv");
}

Found find_in_library(std::string_view name, const DataFolders& folders) {
  for (const fs::path& folder : folders.library) {
    const fs::path path = folder / (std::string(name) + ".yaml");
    if (is_there(path)) return {path, ""};
  }
  const std::vector<std::string> names = library_names(folders);
  const std::vector<std::string_view> known(names.begin(), names.end());
  return {"", "no scenario of the library is called " + in_quotes(name) + suggest(name, known)};
}

Found find_example(std::string_view name, const DataFolders& folders) {
  for (const fs::path& folder : example_folders(folders)) {
    const fs::path path = folder / (std::string(name) + ".csv");
    if (is_there(path)) return {path, ""};
  }
  const std::vector<std::string> names = example_names(folders);
  const std::vector<std::string_view> known(names.begin(), names.end());
  return {"", "no table of actors that ships with the program is called " + in_quotes(name) +
                  suggest(name, known)};
}

Found find_below(const fs::path& folder, std::string_view written) {
  if (std::string reason = why_foreign(written); !reason.empty())
    return {"", reason + ", got " + in_quotes(written)};
  const fs::path path = folder / written;
  std::error_code error;
  const fs::path real = fs::canonical(path, error);
  if (is_fault(error.value())) throw FileError(path, system_cause("cannot be read", error.value()));
  if (error) return {"", in_quotes(written) + " cannot be read: " + error.message()};
  const fs::path real_folder = fs::canonical(folder.empty() ? "." : folder, error);
  if (is_fault(error.value())) throw FileError(folder, system_cause("cannot be read", error.value()));
  if (error || !is_below(real, real_folder))
    return {"", in_quotes(written) + " is outside this file's folder"};
  if (!is_regular(real)) return {"", in_quotes(written) + " is not a regular file"};
  return {path, ""};
}

Found find_shipped_table(std::string_view name, const DataFolders& folders) {
  for (const fs::path& data : folders.data) {
    const fs::path path = data / name;
    if (is_regular(path)) return {path, ""};
  }
  return {"", in_quotes(name) + " is not among the shipped tables"};
}

Found find_table(const fs::path& folder, std::string_view written, const DataFolders& folders) {
  constexpr std::string_view shipped = "data/";
  if (!written.starts_with(shipped) || !why_foreign(written).empty() || is_there(folder / written)) {
    return find_below(folder, written);
  }
  Found found = find_shipped_table(written.substr(shipped.size()), folders);
  if (!found.reason.empty())
    found.reason = in_quotes(written) + " is neither beside this file nor among the shipped tables";
  return found;
}

Found find_given_table(const fs::path& folder, std::string_view written, const DataFolders& folders) {
  if (is_regular(written)) return {written, ""};
  Found found = find_table(folder, written, folders);
  if (!found.reason.empty())
    found.reason = in_quotes(written) + " is no file here, nor one in " + in_quotes(folder.string()) +
                   ", nor a shipped table such as data/states.csv";
  return found;
}

}  // namespace hansa
