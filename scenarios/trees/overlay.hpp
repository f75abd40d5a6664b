#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "support/input/problem.hpp"
#include "support/input/yaml_tree.hpp"

namespace hansa {

/// Merges `change` into `base`: maps key by key; anything else is replaced. A map merged into a list changes
/// the rows with the names of its keys (`conferences: {COP15: {floor: 0.05}}`).
void merge(Node& base, Node change, const std::string& path, ProblemList& problems);

/// Nested maps with one key each for a value at a path such as gridlock.level, whose first letter is at
/// `start`.
std::optional<Node> under_path(std::string_view path, Place start, Node value, ProblemList& problems);

/// The tree of one `--set key.path=value`, to be merged into a scenario: nested maps with one key each, the
/// value read as YAML on one line. Places are columns of the argument.
std::optional<Node> read_setting(const std::string& argument, int file, ProblemList& problems);

}  // namespace hansa
