#pragma once

#include "bargaining/tables/bargain_table.hpp"

namespace hansa {

/// Reads a table in KTAB's format; blanks and trailing commas are ignored.
///
///     NAME, DESCRIPTION, n_actors, n_issues
///     Actor, Description, Power, ISSUE Position, ISSUE Salience, ...
///     one line per actor: positions and saliences 0 to 100; saliences 0 to 1 if none is larger
[[nodiscard]] BargainTable read_ktab_table(ActorTable& table);

}  // namespace hansa
