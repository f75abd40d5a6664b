#pragma once

#include <optional>
#include <string>

#include "scenarios/problem_list.hpp"
#include "scenarios/yaml_tree.hpp"

namespace hansa {

/// The tree of one `--set key.path=value`, to be laid over a scenario: nested maps with one key each, the
/// value read as YAML on one line. Places are columns of the argument.
std::optional<Node> read_setting(const std::string& argument, int file, ProblemList& problems);

}  // namespace hansa
