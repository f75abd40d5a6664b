#pragma once

#include "support/input/problem.hpp"
#include "support/input/yaml_tree.hpp"

namespace hansa {

/// Gives the tree of a scenario what belongs to the start of its run, another tree, unless it has it: tables, issues, first
/// year, the conferences up to `year`; seed and realizations unless they are given in the file of `beside`, the place of
/// the start, or on the command line.
void take_over(int year, const Node& start, Place beside, int settings_file, Node& tree);

}  // namespace hansa
