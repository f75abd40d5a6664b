#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>

#include "scenarios/tables/world_files.hpp"
#include "support/input/problem.hpp"
#include "support/input/yaml_tree.hpp"

namespace hansa {

inline constexpr std::size_t largest_file = 1 << 20;  // [bytes]

/// The tree of one file, which must be a map; nothing, and a problem, where it is none. `file` is its number.
std::optional<Node> read_map_file(const std::filesystem::path& path, int file, ProblemList& problems);

/// The tree of a scenario file laid over the tree of the scenario that it extends, and so on, up to eight
/// deep. Every file read is added to `problems` under its path, so the folder of a place can be told from
/// there.
std::optional<Node> read_extended(const std::filesystem::path& path, const DataFolders& folders,
                                  ProblemList& problems);

}  // namespace hansa
