#pragma once

#include <filesystem>
#include <vector>

#include "scenarios/tables/tables.hpp"
#include "support/input/csv_table.hpp"

namespace hansa {

/// Reads un_votes.csv, a row per state and session, into the rows of states, which are sorted by iso3. Reports
/// problems, among them a state that is not in `ids` and a session given twice.
void read_un_votes(const std::filesystem::path& path, const TableIds& ids, std::vector<StateRow>& states,
                   ProblemList& problems);

/// Reads veto_players.csv, a row per state and year, likewise. A number may be unknown; an empty executive is one
/// without a known place between left and right.
void read_veto_players(const std::filesystem::path& path, const TableIds& ids, std::vector<StateRow>& states,
                       ProblemList& problems);

}  // namespace hansa
