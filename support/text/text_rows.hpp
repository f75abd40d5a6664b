#pragma once

#include <string>
#include <vector>

namespace hansa {

/// The cells of a table in text, row by row.
using TextRows = std::vector<std::vector<std::string>>;

/// The rows as lines, every column as wide as its widest cell, without blanks at the end of a line. Widths are
/// counted in characters.
[[nodiscard]] std::string align(const TextRows& rows);

}  // namespace hansa
