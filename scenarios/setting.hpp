#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "scenarios/problem_list.hpp"
#include "scenarios/yaml_tree.hpp"

namespace hansa {

/// Nested maps with one key each, for a value under a path such as gridlock.level; the path's first letter
/// stands at `start`.
std::optional<Node> under_path(std::string_view path, Place start, Node value, ProblemList& problems);

/// The tree of one `--set key.path=value`, to be laid over a scenario: nested maps with one key each, the
/// value read as YAML on one line. Places are columns of the argument.
std::optional<Node> read_setting(const std::string& argument, int file, ProblemList& problems);

}  // namespace hansa
