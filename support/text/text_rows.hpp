#pragma once

#include <string>
#include <vector>

namespace hansa {

/// The cells of a text table, row by row.
using TextRows = std::vector<std::vector<std::string>>;

/// Where the cells of a column of numbers stand.
enum class Numbers { Left, Right };

/// The rows as lines with aligned columns, without trailing blanks. Widths are counted in characters. A column is one of
/// numbers if every cell below the first row begins like a number, or is empty.
[[nodiscard]] std::string align(const TextRows& rows, Numbers numbers = Numbers::Left);

}  // namespace hansa
