#pragma once

#include <filesystem>

#include "bargaining/tables/bargain_table.hpp"

namespace hansa {

/// Whether a file has KTAB's format: its second line begins with the word Actor, its first does not.
[[nodiscard]] bool is_ktab_table(const std::filesystem::path& path);

/// Reads a table in KTAB's format; blanks and trailing commas are ignored.
///
///     NAME, DESCRIPTION, n_actors, n_issues
///     Actor, Description, Power, ISSUE Position, ISSUE Salience, ...
///     one line per actor: positions and saliences 0 to 100
[[nodiscard]] BargainTable read_ktab_table(const std::filesystem::path& path, ProblemList& problems);

}  // namespace hansa
