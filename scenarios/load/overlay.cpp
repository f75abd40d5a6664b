#include "scenarios/load/overlay.hpp"

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

#include "support/input/suggest.hpp"
#include "support/input/text_file.hpp"
#include "support/text/utf8.hpp"

namespace hansa {
namespace {

std::string_view name_of_row(const Node& row) {
  const Entry* name = row.find("name");
  return name != nullptr && name->value.kind == Node::Kind::Text ? std::string_view(name->value.text) : "";
}

void change_rows(Node& list, Node change, const std::string& path, ProblemList& problems) {
  std::vector<std::string_view> names;
  for (const Node& row : list.items) {
    if (!name_of_row(row).empty()) names.push_back(name_of_row(row));
  }
  if (names.empty()) {
    problems.add(change.place, path, "has no rows with names to change; give the full list");
    return;
  }
  for (Entry& entry : change.entries) {
    const auto row = std::find_if(list.items.begin(), list.items.end(),
                                  [&](const Node& item) { return name_of_row(item) == entry.key; });
    if (row == list.items.end()) {
      if (name_of_row(entry.value) == entry.key)
        list.items.push_back(std::move(entry.value));
      else
        problems.add(entry.place, path + "." + entry.key,
                     "no entry has this name" + suggest(entry.key, names));
    } else if (entry.value.kind == Node::Kind::Map) {
      merge(*row, std::move(entry.value), path + "." + entry.key, problems);
    } else if (entry.value.kind != Node::Kind::Refused) {
      problems.add(entry.value.place, path + "." + entry.key, "expected keys with values");
    }
  }
}

}  // namespace

void merge(Node& base, Node change, const std::string& path, ProblemList& problems) {
  if (change.kind == Node::Kind::Map && base.kind == Node::Kind::List) {
    change_rows(base, std::move(change), path, problems);
    return;
  }
  if (change.kind != Node::Kind::Map || base.kind != Node::Kind::Map) {
    base = std::move(change);
    return;
  }
  for (Entry& entry : change.entries) {
    if (Entry* known = base.find(entry.key)) {
      known->place = entry.place;
      merge(known->value, std::move(entry.value), path.empty() ? entry.key : path + "." + entry.key,
            problems);
    } else {
      base.entries.push_back(std::move(entry));
    }
  }
}

std::optional<Node> under_path(std::string_view path, Place start, Node value, ProblemList& problems) {
  std::vector<Entry> keys;
  for (std::size_t begin = 0; begin <= path.size();) {
    const std::size_t end = std::min(path.find('.', begin), path.size());
    const Place place{start.file, start.line,
                      start.column + static_cast<int>(count_characters(path.substr(0, begin)))};
    keys.push_back({std::string(path.substr(begin, end - begin)), place, {}});
    if (keys.back().key.empty() || keys.size() > 16) {
      problems.add(place, path, "expected a path such as lobbying.channels.home");
      return std::nullopt;
    }
    begin = end + 1;
  }
  if (value.kind == Node::Kind::Nothing) value.place = keys.back().place;

  Node tree = std::move(value);
  for (auto key = keys.rbegin(); key != keys.rend(); ++key) {
    key->value = std::move(tree);
    tree = {.kind = Node::Kind::Map, .place = key->place};
    tree.entries.push_back(std::move(*key));
  }
  return tree;
}

std::optional<Node> read_setting(const std::string& argument, int file, ProblemList& problems) {
  const Place start{file, 1, 1};
  if (!check_text(argument, file, problems)) return std::nullopt;
  const std::size_t equals = argument.find('=');
  if (equals == 0 || equals == std::string::npos || argument.size() > 4096 ||
      argument.find_first_of("\r\n\t") != std::string::npos) {
    problems.add(start, "setting", "expected key.path=value on one line, got " + in_quotes(argument));
    return std::nullopt;
  }
  const std::string path = argument.substr(0, equals);

  // blanks replace the key, so that columns are those of the argument and no line can start with `---`
  const std::size_t key_width = count_characters(argument.substr(0, equals + 1));
  auto value = read_yaml(std::string(key_width, ' ') + argument.substr(equals + 1), file, problems, path);
  if (!value) {
    static_cast<void>(under_path(path, start, {}, problems));
    return std::nullopt;
  }
  return under_path(path, start, std::move(*value), problems);
}

}  // namespace hansa
