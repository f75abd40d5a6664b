#pragma once

#include "bargaining/tables/bargain_table.hpp"

namespace hansa {

/// Reads a table of our own, long, wide or of one issue, as read_bargain_table() tells. Problems are those of `table`.
[[nodiscard]] BargainTable read_own_table(ActorTable& table);

}  // namespace hansa
