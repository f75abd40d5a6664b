#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>

#include "scenarios/tables/world_files.hpp"
#include "support/input/problem.hpp"
#include "support/input/yaml_tree.hpp"

namespace hansa {

inline constexpr std::size_t largest_file = 1 << 20;  // [bytes]

/// The tree of one file, which must be a map; nullopt, and a problem, otherwise. `file` is its number.
std::optional<Node> read_map_file(const std::filesystem::path& path, int file, ProblemList& problems,
                                  const std::filesystem::path& root = {});

/// The tree of a scenario file merged over the tree of the scenario that it extends, up to eight files deep.
/// Every file read is added to `problems` under its path, from which the folder of a place follows.
std::optional<Node> read_extended(const std::filesystem::path& path, const DataFolders& folders,
                                  ProblemList& problems);

}  // namespace hansa
