#pragma once

#include <filesystem>

#include "bargaining/tables/bargain_table.hpp"

namespace hansa {

/// Whether a file looks like KTAB's: its second line, and not its first, begins with the word Actor.
[[nodiscard]] bool is_ktab_table(const std::filesystem::path& path);

/// Reads a table in KTAB's format, its blanks and trailing commas passed over.
///
///     NAME, DESCRIPTION, n_actors, n_issues
///     Actor, Description, Power, ISSUE Position, ISSUE Salience, ...
///     one line an actor: positions and saliences 0 to 100
[[nodiscard]] BargainTable read_ktab_table(const std::filesystem::path& path, ProblemList& problems);

}  // namespace hansa
