#pragma once

#include <filesystem>

#include "scenarios/tables/tables.hpp"
#include "sweeps/design/sweep.hpp"

namespace hansa {

/// Reads a sweep: any path, or the bare name of one in the library. Throws ScenarioError with all that is
/// wrong with it, with its scenario, and with each value that it sets, taken alone.
[[nodiscard]] Sweep load_sweep(const std::filesystem::path& file, const DataFolders& folders);

/// Checks the values of design points and arms together, and that all have the same years, conferences and
/// issues. Throws ScenarioError with the problems of the first point and arm that has any. Of a large sweep
/// only the first `n_most` scenarios are looked at; what is wrong with a later one fails its runs.
void check_points(const Sweep& sweep, const Tables& tables, std::size_t n_most = 1000);

}  // namespace hansa
