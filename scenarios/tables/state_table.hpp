#pragma once

#include <filesystem>
#include <vector>

#include "scenarios/tables/tables.hpp"
#include "support/input/csv_table.hpp"
#include "support/input/problem.hpp"

namespace hansa {

/// The states of states.csv, sorted by iso3; adds their codes to `ids`.
std::vector<StateRow> read_states(const std::filesystem::path& path, TableIds& ids, ProblemList& problems);

}  // namespace hansa
