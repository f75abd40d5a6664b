#pragma once

#include <algorithm>
#include <cstddef>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "scenarios/load/read_value.hpp"
#include "scenarios/parameters/field_info.hpp"
#include "scenarios/parameters/issue_params.hpp"
#include "support/input/problem.hpp"
#include "support/input/yaml_tree.hpp"

namespace hansa {

/// The parameters that a scenario gives, by their full path (conferences.COP15.floor).
struct Given {
  std::map<std::string, Place, std::less<>> places;  // of each value, section or row
  std::set<std::string, std::less<>> refused;        // reported as invalid or missing
  std::map<std::string, std::vector<std::string>, std::less<>>
      rows;  // the path of each row of a list of rows

  /// The place of a path, or of the nearest section around it.
  Place place(std::string_view path) const;
};

/// A visitor for fields(): assigns the values of a map of the tree to the parameters of a struct. Invalid
/// values are reported to `problems`, and the parameter keeps its default.
class Assigner {
 public:
  /// `map` is a Map; `path` is "" at the top.
  Assigner(const Node& map, std::string path, Given& given, ProblemList& problems);

  /// Reports unknown keys of the map.
  void finish();

  template <class T> void operator()(std::string_view name, T& value, const FieldInfo& info) {
    const Entry* entry = take(name);
    const std::string path = path_of(name);
    if (!info.replaces.empty()) replaced_.emplace_back(info.replaces, name);
    if (entry == nullptr) {
      if (info.required) miss(path);
      return;
    }
    const bool good = read_value(entry->value, value, info, path, problems_);
    note(path, entry->value, good);
  }

  void path(std::string_view name, std::string& file, const FieldInfo& info) { (*this)(name, file, info); }

  /// The raw value of a key that no struct describes; nullptr if the key is not given.
  const Node* take_node(std::string_view name);

  template <class T> void group(std::string_view name, T& part, std::string_view) {
    const Entry* entry = take(name);
    if (entry == nullptr || !is_map(entry->value, path_of(name))) return;
    given_.places.emplace(path_of(name), entry->place);
    assign(entry->value, path_of(name), part);
  }

  /// One part for each of `names`, in that order: the one in `parts` with that name or a new one, changed by
  /// the map.
  void keyed(std::string_view key, std::vector<IssueParams>& parts, const std::vector<std::string>& names,
             std::string_view);

  /// The maps under all other keys: parts by name, which are whoever's the key is. Called last. A key that resembles a
  /// known one is left to finish().
  template <class Part> void named(std::vector<Part>& parts, std::string_view) {
    for (const Entry& entry : map_.entries) {
      if (!may_name(entry)) continue;
      given_.places.emplace(path_of(entry.key), entry.place);
      parts.push_back({});
      parts.back().name = entry.key;
      named_.push_back(entry.key);
      assign(entry.value, path_of(entry.key), parts.back());
    }
    std::sort(parts.begin(), parts.end(), [](const Part& a, const Part& b) { return a.name < b.name; });
  }

  /// A list of rows; a row with a name has that name in its path.
  template <class Row> void rows(std::string_view name, std::vector<Row>& rows, std::string_view) {
    const Entry* entry = take(name);
    if (entry == nullptr || !is_list_of_rows(entry->value, path_of(name))) return;
    given_.places.emplace(path_of(name), entry->place);
    rows.clear();
    for (std::size_t k = 0; k < entry->value.items.size(); ++k) {
      const Node& item = entry->value.items[k];
      std::string row_path = path_of(name) + "[" + std::to_string(k + 1) + "]";
      if constexpr (requires(Row row) { row.name; })
        row_path = path_of_named_row(path_of(name), item, row_path);
      if (!is_map(item, row_path)) continue;
      given_.rows[path_of(name)].push_back(row_path);
      assign(item, row_path, rows.emplace_back());
    }
  }

 private:
  template <class T> void assign(const Node& map, std::string path, T& part) {
    Assigner inner(map, std::move(path), given_, problems_);
    part.fields(inner);
    inner.finish();
  }

  const Entry* take(std::string_view name);
  bool may_name(const Entry& entry) const;
  std::string advise_on_key(std::string_view key) const;
  std::string path_of(std::string_view name) const;
  void miss(const std::string& path);
  void note(const std::string& path, const Node& node, bool good);
  bool is_map(const Node& node, const std::string& path);
  bool is_list_of_rows(const Node& node, const std::string& path);
  std::string path_of_named_row(const std::string& list, const Node& row, const std::string& otherwise) const;

  const Node& map_;
  std::string path_;
  Given& given_;
  ProblemList& problems_;
  std::vector<std::string_view> known_;
  std::vector<std::string_view> named_;                                  // further keys that named() took
  std::vector<std::pair<std::string_view, std::string_view>> replaced_;  // former keys, current key
};

}  // namespace hansa
