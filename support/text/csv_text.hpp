#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace hansa {

/// A cell of a CSV file, quoted where RFC 4180 asks for it.
[[nodiscard]] std::string csv_cell(std::string_view text);

/// A number to nine digits; empty for NaN.
[[nodiscard]] std::string csv_cell(double value);

/// A line of cells that were made by csv_cell.
[[nodiscard]] std::string csv_line(const std::vector<std::string>& cells);

}  // namespace hansa
