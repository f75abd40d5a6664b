#include "scenarios/trees/overlay.hpp"

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

constexpr std::string_view append = "append";

/// The rows of a map that does nothing but append rows; nullptr if it is none.
const Entry* only_append(const Node& change) {
  return change.kind == Node::Kind::Map && change.entries.size() == 1 ? change.find(append) : nullptr;
}

/// Rows behind those of the list.
void append_rows(Node& list, Node& rows, const std::string& path, ProblemList& problems) {
  if (rows.kind != Node::Kind::List) {
    if (rows.kind != Node::Kind::Refused)
      problems.add(rows.place, path, "expected a list of the rows to append");
    return;
  }
  for (Node& row : rows.items) list.items.push_back(std::move(row));
}

/// Whether an entry of an unknown name is a new row: a conference that has a year, or a row that repeats its name.
bool is_new_row(const Entry& entry) {
  if (entry.value.kind != Node::Kind::Map) return false;
  if (entry.value.find("name") != nullptr) return name_of_row(entry.value) == entry.key;
  return entry.value.find("year") != nullptr;
}

/// The row of an entry, with its name.
Node named_row(Entry& entry) {
  Node row = std::move(entry.value);
  if (row.find("name") != nullptr) return row;
  Entry name{.key = "name", .place = entry.place, .value = {}};
  name.value.kind = Node::Kind::Text;
  name.value.text = entry.key;
  name.value.place = entry.place;
  row.entries.insert(row.entries.begin(), std::move(name));
  return row;
}

/// The nearest name of a row, and how a new conference is added.
std::string advise_on_name(std::string_view key, const std::vector<std::string_view>& names,
                           const std::string& path) {
  const std::string hint = suggest(key, names);
  if (path != "conferences") return hint;
  return hint + (hint.ends_with('?') ? " A" : "; a") + " new one needs a year";
}

void change_rows(Node& list, Node change, const std::string& path, ProblemList& problems) {
  const auto appended = std::find_if(change.entries.begin(), change.entries.end(),
                                     [&](const Entry& entry) { return entry.key == append; });
  if (appended != change.entries.end()) {
    append_rows(list, appended->value, path + "." + std::string(append), problems);
    change.entries.erase(appended);
    if (change.entries.empty()) return;
  }
  std::vector<std::string_view> names;
  for (const Node& row : list.items) {
    if (!name_of_row(row).empty()) names.push_back(name_of_row(row));
  }
  if (names.empty()) {
    problems.add(change.place, path,
                 "has no rows with names to change; give the full list, or append: [...]");
    return;
  }
  for (Entry& entry : change.entries) {
    const auto row = std::find_if(list.items.begin(), list.items.end(),
                                  [&](const Node& item) { return name_of_row(item) == entry.key; });
    if (row == list.items.end()) {
      if (is_new_row(entry))
        list.items.push_back(named_row(entry));
      else
        problems.add(entry.place, path + "." + entry.key,
                     "no entry has this name" + advise_on_name(entry.key, names, path));
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
      if (const Entry* rows = only_append(entry.value)) entry.value = Node(rows->value);
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
