#pragma once

#include <filesystem>
#include <vector>

#include "scenarios/tables/tables.hpp"
#include "support/input/csv_table.hpp"

namespace hansa {

/// Reads accreditations.csv, a row per network and forum. Reports problems, among them a network that is not in `ids`,
/// a network twice in a forum, and a year before the network, sorted by id, or the forum existed.
[[nodiscard]] std::vector<AccreditationRow> read_accreditations(const std::filesystem::path& path,
                                                                const TableIds& ids,
                                                                const std::vector<NetworkRow>& networks,
                                                                ProblemList& problems);

}  // namespace hansa
