#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "support/input/problem.hpp"
#include "support/input/yaml_tree.hpp"

namespace hansa {

/// Lays `change` over `base`: maps are merged key by key, anything else replaces what was there. Keys laid
/// over a list change the rows of these names (`conferences: {COP15: {floor: 0.05}}`).
void merge(Node& base, Node change, const std::string& path, ProblemList& problems);

/// Nested maps with one key each, for a value under a path such as gridlock.level; the path's first letter
/// stands at `start`.
std::optional<Node> under_path(std::string_view path, Place start, Node value, ProblemList& problems);

/// The tree of one `--set key.path=value`, to be laid over a scenario: nested maps with one key each, the
/// value read as YAML on one line. Places are columns of the argument.
std::optional<Node> read_setting(const std::string& argument, int file, ProblemList& problems);

}  // namespace hansa
