#pragma once

#include <string>
#include <vector>

#include "support/text/text.hpp"

namespace hansa {

/// The cells of a text table, row by row; the first has the titles.
using TextRows = std::vector<std::vector<std::string>>;

/// Where the cells of a column of numbers stand.
enum class Numbers { Left, Right };

/// The rows as a table. A column is one of numbers if every cell below the first row begins like a number, is empty, or is "-". Where
/// the screen is narrow the columns with a rank, from the first on, are left out, the highest first.
[[nodiscard]] TextTable table_of(const TextRows& rows, Numbers numbers = Numbers::Right,
                                 std::vector<int> ranks = {});

/// That table as a text.
[[nodiscard]] Text align(const TextRows& rows, Numbers numbers = Numbers::Right, std::vector<int> ranks = {});

}  // namespace hansa
