#include "scenarios/load/extends.hpp"

#include <algorithm>
#include <system_error>
#include <utility>
#include <vector>

#include "scenarios/load/paths.hpp"
#include "scenarios/load/read_value.hpp"
#include "scenarios/trees/overlay.hpp"
#include "support/files/abandoned_file.hpp"
#include "support/input/text_file.hpp"

namespace hansa {
namespace {

constexpr std::size_t deepest = 8;

std::filesystem::path real_path(const std::filesystem::path& path) {
  std::error_code error;
  const auto real = std::filesystem::canonical(path, error);
  return error ? path : real;
}

/// Removes `extends` from a map and returns it.
std::optional<Entry> take_extends(Node& map) {
  const auto found = std::find_if(map.entries.begin(), map.entries.end(),
                                  [](const Entry& entry) { return entry.key == "extends"; });
  if (found == map.entries.end()) return std::nullopt;
  Entry entry = std::move(*found);
  map.entries.erase(found);
  return entry;
}

/// `root`: the folder that links to the file may not lead out of; `chain`: the extending files so far, as canonical paths.
std::optional<Node> read_chain(const std::filesystem::path& path, const std::filesystem::path& root,
                               const DataFolders& folders, ProblemList& problems,
                               std::vector<std::filesystem::path> chain) {
  chain.push_back(real_path(path));
  auto tree = read_map_file(path, problems.add_file(path.string()), problems, root);
  if (!tree) return std::nullopt;

  const auto extends = take_extends(*tree);
  if (!extends) return tree;
  const Node& base = extends->value;
  if (!is_text(base, "a file or the name of a library scenario", "extends", problems)) return std::nullopt;
  const bool in_library = is_library_name(base.text);
  const Found found =
      in_library ? find_in_library(base.text, folders) : find_below(path.parent_path(), base.text);
  std::string reason = found.reason;
  if (reason.empty() && std::find(chain.begin(), chain.end(), real_path(found.path)) != chain.end()) {
    reason = in_quotes(base.text) + " extends this file in turn";
  }
  if (reason.empty() && chain.size() >= deepest) reason = "more than eight files deep";
  if (!reason.empty()) {
    problems.add(base.place, "extends", reason);
    return std::nullopt;
  }
  auto whole =
      read_chain(found.path, in_library ? "" : folder_above(path), folders, problems, std::move(chain));
  if (!whole) return std::nullopt;
  const Place top = tree->place;
  merge(*whole, std::move(*tree), "", problems);
  whole->place = top;
  return whole;
}

}  // namespace

std::optional<Node> read_map_file(const std::filesystem::path& path, int file, ProblemList& problems,
                                  const std::filesystem::path& root) {
  const auto text = read_text_file(path, largest_file, file, problems, root);
  if (!text) return std::nullopt;
  auto tree = read_yaml(*text, file, problems);
  if (!tree || tree->kind == Node::Kind::Map) return tree;
  const bool empty = tree->kind == Node::Kind::Nothing;
  if (tree->kind != Node::Kind::Refused) {
    problems.add(empty ? Place{file, 1, 1} : tree->place, "file",
                 empty ? "the file is empty" : "expected keys with values, got " + name_kind(*tree));
  }
  return std::nullopt;
}

std::optional<Node> read_extended(const std::filesystem::path& path, const DataFolders& folders,
                                  ProblemList& problems) {
  return read_chain(path, "", folders, problems, {});
}

}  // namespace hansa
