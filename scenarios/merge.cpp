#include "scenarios/merge.hpp"

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

#include "scenarios/suggest.hpp"

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
    problems.add(change.place, path, "has no rows with names to change; give the whole list");
    return;
  }
  for (Entry& entry : change.entries) {
    const auto row = std::find_if(list.items.begin(), list.items.end(),
                                  [&](const Node& item) { return name_of_row(item) == entry.key; });
    if (row == list.items.end()) {
      problems.add(entry.place, path + "." + entry.key, "no row has this name" + suggest(entry.key, names));
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

}  // namespace hansa
