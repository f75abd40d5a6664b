#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

#include "support/text/text.hpp"

namespace hansa {

/// So many rows of a table at which all goes as usual are one line on a terminal.
inline constexpr std::size_t least_routine = 3;

/// Some of the names in a list, neighbours as "COP4 to COP14".
[[nodiscard]] std::string neighbours_joined(std::span<const std::string> names,
                                            std::span<const std::size_t> rows);

/// One line that stands for these rows of a table, with what holds at each.
[[nodiscard]] Text routine_line(std::span<const std::string> names, std::span<const std::size_t> rows,
                                std::string_view what);

}  // namespace hansa
