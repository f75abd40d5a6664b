#include "support/input/tree_builder.hpp"

#include <span>
#include <unordered_map>
#include <utility>

#include <fmt/format.h>

namespace hansa {

void TreeBuilder::open(Node::Kind kind, Place place, bool in_brackets, bool refused) {
  count(place);
  if (levels_.size() >= most_levels) stop(place, path(), fmt::format("more than {} levels", most_levels));
  levels_.push_back({.node = {.kind = kind, .place = place}, .in_brackets = in_brackets, .refused = refused});
}

void TreeBuilder::close() {
  if (levels_.back().node.kind == Node::Kind::Map) refuse_repeated_keys();
  Node node = std::move(levels_.back().node);
  if (levels_.back().refused) node.kind = Node::Kind::Refused;
  levels_.pop_back();
  put(std::move(node));
}

void TreeBuilder::put(Node node) {
  if (node.kind != Node::Kind::List && node.kind != Node::Kind::Map) count(node.place);
  if (levels_.empty()) {
    root_ = std::move(node);
    return;
  }
  Level& level = levels_.back();
  if (level.node.kind == Node::Kind::List) {
    level.node.items.push_back(std::move(node));
  } else if (level.wants_key) {
    take_key(level, node);
  } else {
    level.wants_key = true;
    if (level.keeps) {
      level.node.entries.push_back({std::move(level.key), level.key_place, std::move(node)});
    }
  }
}

std::optional<Place> TreeBuilder::awaiting() const {
  if (levels_.empty() || levels_.back().node.kind != Node::Kind::Map || levels_.back().wants_key) {
    return std::nullopt;
  }
  return levels_.back().key_place;
}

std::optional<TreeBuilder::Bracket> TreeBuilder::innermost_bracket() const {
  for (std::size_t k = levels_.size(); k-- > 0;) {
    const Level& level = levels_[k];
    if (level.in_brackets) return Bracket{level.node.kind == Node::Kind::Map, level.node.place, path(k)};
  }
  return std::nullopt;
}

void TreeBuilder::stop(Place place, std::string_view key, std::string message) {
  problems_.add(place, key, std::move(message));
  throw Stop();
}

std::string TreeBuilder::path(std::size_t n_levels) const {
  std::string result;
  for (const Level& level : std::span(levels_).first(n_levels)) {
    if (level.node.kind == Node::Kind::List) {
      result += fmt::format("[{}]", level.node.items.size() + 1);
    } else if (!level.wants_key && !level.key.empty()) {
      result += (result.empty() ? "" : ".") + level.key;
    }
  }
  return result.empty() ? top_ : result;
}

void TreeBuilder::count(Place place) {
  if (++n_nodes_ > most_nodes) stop(place, top_, fmt::format("more than {} values", most_nodes));
}

void TreeBuilder::take_key(Level& level, const Node& node) {
  level.keeps = false;
  if (node.kind == Node::Kind::Text && node.text == "<<" && !node.quoted) {
    problems_.add(node.place, path(), "merge keys (<<) are not supported; `extends` takes another scenario");
  } else if (node.kind == Node::Kind::Text && !node.text.empty()) {
    level.keeps = true;
  } else if (node.kind != Node::Kind::Refused) {
    problems_.add(node.place, path(), "a key must be a word");
  }
  level.key = node.kind == Node::Kind::Text ? node.text : "";
  level.key_place = node.place;
  level.wants_key = false;
}

void TreeBuilder::refuse_repeated_keys() {
  std::vector<Entry> unique;
  std::unordered_map<std::string, Place> first;
  for (Entry& entry : levels_.back().node.entries) {
    const auto [known, is_new] = first.emplace(entry.key, entry.place);
    if (is_new) {
      unique.push_back(std::move(entry));
    } else {
      problems_.add(entry.place, levels_.size() == 1 ? entry.key : path() + "." + entry.key,
                    fmt::format("the key is given twice; first in line {}", known->second.line));
    }
  }
  levels_.back().node.entries = std::move(unique);
}

}  // namespace hansa
