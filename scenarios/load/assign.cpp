#include "scenarios/load/assign.hpp"

#include <algorithm>
#include <utility>

#include "scenarios/parameters/issue_fields.hpp"
#include "support/input/suggest.hpp"
#include "support/text/numeral.hpp"

namespace hansa {

Place Given::place(std::string_view path) const {
  while (true) {
    if (const auto found = places.find(path); found != places.end()) return found->second;
    const std::size_t end = path.find_last_of(".[");
    if (end == std::string_view::npos) break;
    path = path.substr(0, end);
  }
  const auto top = places.find("");
  return top == places.end() ? Place{} : top->second;
}

Assigner::Assigner(const Node& map, std::string path, Given& given, ProblemList& problems)
    : map_(map), path_(std::move(path)), given_(given), problems_(problems) {
  given_.places.emplace(path_, map.place);
}

void Assigner::finish() {
  for (const Entry& entry : map_.entries) {
    if (std::find(known_.begin(), known_.end(), entry.key) != known_.end()) continue;
    if (std::find(named_.begin(), named_.end(), entry.key) != named_.end()) continue;
    problems_.add(entry.place, path_of(entry.key), "unknown key" + advise_on_key(entry.key));
  }
}

std::string Assigner::advise_on_key(std::string_view key) const {
  for (const auto& [words, now] : replaced_) {
    if ((" " + std::string(words) + " ").find(" " + std::string(key) + " ") != std::string::npos)
      return "; it is now part of '" + std::string(now) + "'";
  }
  if (key == "$schema") return "; an editor finds it in a comment: # yaml-language-server: $schema=FILE";
  if (is_numeral(key)) return "; a number has a point, not a comma: 0.3";
  return suggest(key, known_);
}

void Assigner::keyed(std::string_view key, std::vector<IssueParams>& parts,
                     const std::vector<std::string>& names, std::string_view) {
  const std::vector<IssueParams> known = std::exchange(parts, {});
  for (const std::string& name : names) {
    const auto row = std::find_if(known.begin(), known.end(), [&](const auto& k) { return k.name == name; });
    parts.push_back(row != known.end() ? *row : IssueParams{.name = name});
  }
  const Entry* entry = take(key);
  if (entry == nullptr || !is_map(entry->value, path_of(key))) return;
  Assigner inner(entry->value, path_of(key), given_, problems_);
  for (std::size_t k = 0; k < parts.size(); ++k) inner.group(names[k], parts[k], "");
  inner.finish();
}

const Node* Assigner::take_node(std::string_view name) {
  const Entry* entry = take(name);
  if (entry == nullptr) return nullptr;
  given_.places.emplace(path_of(name), entry->value.place);
  return &entry->value;
}

const Entry* Assigner::take(std::string_view name) {
  known_.push_back(name);
  return map_.find(name);
}

bool Assigner::may_name(const Entry& entry) const {
  return entry.value.kind == Node::Kind::Map &&
         std::find(known_.begin(), known_.end(), entry.key) == known_.end() &&
         advise_on_key(entry.key).empty();
}

std::string Assigner::path_of(std::string_view name) const {
  return path_.empty() ? std::string(name) : path_ + "." + std::string(name);
}

void Assigner::miss(const std::string& path) {
  problems_.add(map_.place, path, "must be given");
  given_.refused.insert(path);
}

void Assigner::note(const std::string& path, const Node& node, bool good) {
  given_.places.emplace(path, node.place);
  for (std::size_t k = 0; k < node.items.size(); ++k) {
    given_.places.emplace(path + "[" + std::to_string(k + 1) + "]", node.items[k].place);
  }
  if (!good) given_.refused.insert(path);
}

bool Assigner::is_map(const Node& node, const std::string& path) {
  if (node.kind == Node::Kind::Map) return true;
  if (node.kind == Node::Kind::Nothing) {
    problems_.add(node.place, path, "no value given; expected keys with values");
  } else if (node.kind != Node::Kind::Refused) {
    problems_.add(node.place, path, "expected keys with values, got " + name_kind(node));
  }
  given_.refused.insert(path);
  return false;
}

bool Assigner::is_list_of_rows(const Node& node, const std::string& path) {
  if (node.kind == Node::Kind::List) return true;
  if (node.kind == Node::Kind::Map) {
    problems_.add(node.place, path,
                  "expected a list; keys only change rows of a scenario that this one extends");
  } else if (node.kind == Node::Kind::Nothing) {
    problems_.add(node.place, path, "no value given; an empty list is []");
  } else if (node.kind != Node::Kind::Refused) {
    problems_.add(node.place, path, "expected a list, got " + name_kind(node));
  }
  given_.refused.insert(path);
  return false;
}

std::string Assigner::path_of_named_row(const std::string& list, const Node& row,
                                        const std::string& otherwise) const {
  const Entry* name = row.find("name");
  if (name == nullptr || name->value.kind != Node::Kind::Text || name->value.text.empty()) return otherwise;
  std::string path = list + "." + name->value.text;
  return given_.places.contains(path) ? otherwise
                                      : path;  // of two rows with the same name the first has the path
}

}  // namespace hansa
