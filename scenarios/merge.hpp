#pragma once

#include <string>

#include "scenarios/problem_list.hpp"
#include "scenarios/yaml_tree.hpp"

namespace hansa {

/// Lays `change` over `base`: maps are merged key by key, anything else replaces what was there. Keys laid
/// over a list change the rows of these names (`conferences: {COP15: {floor: 0.05}}`).
void merge(Node& base, Node change, const std::string& path, ProblemList& problems);

}  // namespace hansa
