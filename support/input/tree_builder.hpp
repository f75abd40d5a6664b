#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "support/input/problem.hpp"
#include "support/input/yaml_tree.hpp"

namespace hansa {

/// Builds a tree from the events of a parser: containers open and close; a node within one is an item, a key
/// or a value. Reports keys that are repeated or not words; stops at too many nodes or levels.
class TreeBuilder {
 public:
  /// Thrown to stop reading; the reason is already reported.
  struct Stop {};

  /// A bracket or brace that is still open.
  struct Bracket {
    bool of_map = false;
    Place place;
    std::string path;
  };

  /// `top`: the key of the root in problems.
  TreeBuilder(std::string_view top, ProblemList& problems) : top_(top), problems_(problems) {}

  /// Begins a list or map, in brackets or in lines; a refused one becomes a Refused node.
  void open(Node::Kind kind, Place place, bool in_brackets, bool refused);
  void close();

  /// Adds a complete node.
  void put(Node node);

  /// The key whose value is expected next, if any.
  std::optional<Place> awaiting() const;
  std::optional<Bracket> innermost_bracket() const;

  /// The current path in the tree, such as conferences[3].year.
  std::string path() const { return path(levels_.size()); }

  [[noreturn]] void stop(Place place, std::string_view key, std::string message);

  const Node& root() const { return root_; }

 private:
  struct Level {
    Node node;
    bool in_brackets = false;
    bool refused = false;
    bool wants_key = true;  // of a map: the next node is a key
    bool keeps = true;      // of a map: the next node is the value of a valid key
    std::string key;
    Place key_place;
  };

  std::string path(std::size_t n_levels) const;
  void count(Place place);
  void take_key(Level& level, const Node& node);
  void refuse_repeated_keys();

  std::string top_;
  ProblemList& problems_;
  std::size_t n_nodes_ = 0;
  std::vector<Level> levels_;
  Node root_;
};

}  // namespace hansa
