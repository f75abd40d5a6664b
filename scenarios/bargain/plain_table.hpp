#pragma once

#include <filesystem>

#include "scenarios/bargain/bargain_table.hpp"

namespace hansa {

/// Reads a table in our own format: one line an actor, the columns in any order.
///
///     actor                     its name
///     power                     at least 0
///     ISSUE:position            on any scale; its ends are those of the values, or given: `ISSUE:position 4..10`
///     ISSUE:salience            how much the actor cares, 0 to 100
///     ISSUE:reference           optional: what holds without an agreement; empty cells repeat the others
///     veto                      optional: yes where nothing is agreed without the actor, else no or empty
[[nodiscard]] BargainTable read_plain_table(const std::filesystem::path& path, ProblemList& problems);

}  // namespace hansa
