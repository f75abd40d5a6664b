#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "support/input/problem.hpp"

namespace hansa {

struct Entry;

/// A node of a YAML file, not yet interpreted.
struct Node {
  enum class Kind {
    Text,
    List,
    Map,
    Nothing,  // `key:` with no value, `~` or `null`
    Refused,  // invalid and already reported
  };
  Kind kind = Kind::Nothing;
  Place place;
  std::string text;  // of a Text, without its quotes
  bool quoted = false;
  std::vector<Node> items;     // of a List
  std::vector<Entry> entries;  // of a Map, in the order of the file; keys are unique

  const Entry* find(std::string_view key) const;
  Entry* find(std::string_view key);
};

struct Entry {
  std::string key;
  Place place;
  Node value;
};

inline constexpr std::size_t most_levels = 32;
inline constexpr std::size_t most_nodes = 20000;
inline constexpr std::size_t longest_text = 4096;  // [bytes]

/// Reads one YAML document in a small, strict subset: maps, lists and texts of one line. No anchors, aliases,
/// tags, merge keys, directives, block texts or second document; no repeated key; at most 32 levels, 20,000
/// nodes and 4,096 bytes per text. `text` has passed check_text. Returns nullopt if reading had to stop.
/// Problems at the top have the key `top`.
std::optional<Node> read_yaml(std::string_view text, int file, ProblemList& problems,
                              std::string_view top = "file");

}  // namespace hansa
