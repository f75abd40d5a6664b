#include "scenarios/trees/take_over.hpp"

#include <algorithm>
#include <string_view>
#include <vector>

#include "support/text/numeral.hpp"

namespace hansa {
namespace {

/// Gives the tree this key of the start, or if both are maps the keys of it that it lacks.
void take_over_map(std::string_view name, const Node& start, Node& tree) {
  const Entry* from = start.find(name);
  if (from == nullptr) return;
  Entry* to = tree.find(name);
  if (to == nullptr) {
    tree.entries.push_back(*from);
  } else if (to->value.kind == Node::Kind::Map && from->value.kind == Node::Kind::Map) {
    for (const Entry& entry : from->value.entries)
      if (to->value.find(entry.key) == nullptr) to->value.entries.push_back(entry);
  }
}

/// The same for one key of such a map.
void take_over_key(std::string_view map, std::string_view name, const Node& start, Node& tree) {
  const Entry* from = start.find(map);
  const Entry* value = from != nullptr ? from->value.find(name) : nullptr;
  if (value == nullptr) return;
  if (tree.find(map) == nullptr) {
    tree.entries.push_back(*from);
    tree.entries.back().value.entries.clear();
  }
  Node& to = tree.find(map)->value;
  if (to.kind == Node::Kind::Map && to.find(name) == nullptr) to.entries.push_back(*value);
}

std::string_view text_at(const Node& row, std::string_view name) {
  const Entry* entry = row.find(name);
  return entry != nullptr && entry->value.kind == Node::Kind::Text ? std::string_view(entry->value.text) : "";
}

/// Puts the conferences that were held before those that are to come: a row of the tree's own with the same name is kept.
void take_over_conferences(int year, const Node& start, Node& tree) {
  const Entry* held = start.find("conferences");
  Entry* own = tree.find("conferences");
  if (held == nullptr || held->value.kind != Node::Kind::List) return;
  if (own != nullptr && own->value.kind != Node::Kind::List) return;
  std::vector<Node> rows, to_come = own != nullptr ? own->value.items : std::vector<Node>{};
  for (const Node& row : held->value.items) {
    int when = 0;
    if (!read_numeral(text_at(row, "year"), when) || when > year) continue;
    const auto same = std::find_if(to_come.begin(), to_come.end(), [&](const Node& other) {
      return text_at(other, "name") == text_at(row, "name");
    });
    rows.push_back(same != to_come.end() ? *same : row);
    if (same != to_come.end()) to_come.erase(same);
  }
  rows.insert(rows.end(), to_come.begin(), to_come.end());
  if (own != nullptr) {
    own->value.items = std::move(rows);
  } else if (!rows.empty()) {
    Entry entry = *held;
    entry.value.items = std::move(rows);
    tree.entries.push_back(std::move(entry));
  }
}

/// Gives the tree the start's number of realizations and their seed, unless it is given beside the start or on the command
/// line rather than by what the scenario extends.
void take_over_realizations(Place beside, int settings_file, const Node& start, Node& tree) {
  for (const std::string_view name : {"seed", "realizations"}) {
    const Entry* from = start.find(name);
    Entry* own = tree.find(name);
    if (from == nullptr) continue;
    if (own == nullptr)
      tree.entries.push_back(*from);
    else if (own->place.file != beside.file && own->place.file != settings_file)
      *own = *from;
  }
}

}  // namespace

void take_over(int year, const Node& start, Place beside, int settings_file, Node& tree) {
  for (const std::string_view name : {"issues", "world", "preferences"}) take_over_map(name, start, tree);
  take_over_key("years", "from", start, tree);
  take_over_key("networks", "real", start, tree);
  take_over_conferences(year, start, tree);
  take_over_realizations(beside, settings_file, start, tree);
}

}  // namespace hansa
