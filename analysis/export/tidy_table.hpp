#pragma once

#include <string>
#include <variant>
#include <vector>

namespace hansa {

/// A number, NaN if it does not apply; or a text.
using Cell = std::variant<double, std::string>;

struct TidyColumn {
  std::string name;
  std::string unit;  // "1" for fractions, counts, flags and names
  std::string meaning;
  std::string dimensions;  // what it varies by: "realization, conference"
};

/// A table with one observation a row and one variable a column.
struct TidyTable {
  std::string name;  // "conferences"
  std::vector<TidyColumn> columns;
  std::vector<std::vector<Cell>> rows;
};

/// What each column of a table is: variable, unit, dimensions, meaning.
[[nodiscard]] TidyTable codebook_of(const TidyTable& table);

enum class TableFormat { Csv, Latex, Markdown };

/// The table as text. Numbers of CSV have nine digits, the others three. LaTeX is a `tabular` with the rules of
/// booktabs, for \input; special characters of LaTeX and Markdown are escaped.
[[nodiscard]] std::string table_text(const TidyTable& table, TableFormat format);

}  // namespace hansa
