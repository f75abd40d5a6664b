#pragma once

#include <atomic>
#include <string>

#include "scenarios/tables/world_files.hpp"

namespace hansa {

/// Runs the experiment of every row of the domain's coverage and returns a table of what came out. Base arms are
/// run once. Throws std::runtime_error if it was stopped.
[[nodiscard]] std::string coverage_page(const DataFolders& folders, std::size_t n_threads,
                                        const std::atomic<bool>& stop);

}  // namespace hansa
