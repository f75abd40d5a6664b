#pragma once

#include <string>

#include "scenarios/yaml_tree.hpp"

namespace hansa {

/// What a node says, as YAML on one line that reads back as the same node.
[[nodiscard]] std::string write_node(const Node& node);

}  // namespace hansa
