#pragma once

#include <string>
#include <vector>

namespace hansa {

/// The cells of a text table, row by row.
using TextRows = std::vector<std::vector<std::string>>;

/// The rows as lines with aligned columns, without trailing blanks. Widths are counted in characters.
[[nodiscard]] std::string align(const TextRows& rows);

}  // namespace hansa
