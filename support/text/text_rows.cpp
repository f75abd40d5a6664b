#include "support/text/text_rows.hpp"

#include <algorithm>
#include <cstddef>

#include "support/text/utf8.hpp"

namespace hansa {

namespace {

bool is_number(const std::string& cell) {
  const std::size_t first = cell.find_first_not_of("[-+");
  return cell.empty() || (first != std::string::npos && cell[first] >= '0' && cell[first] <= '9');
}

bool has_numbers(const TextRows& rows, std::size_t column) {
  return rows.size() > 1 && std::all_of(rows.begin() + 1, rows.end(), [column](const auto& row) {
           return column >= row.size() || is_number(row[column]);
         });
}

}  // namespace

std::string align(const TextRows& rows, Numbers numbers) {
  std::vector<std::size_t> widths;
  for (const auto& row : rows) {
    widths.resize(std::max(widths.size(), row.size()));
    for (std::size_t k = 0; k < row.size(); ++k) widths[k] = std::max(widths[k], count_characters(row[k]));
  }
  std::vector<char> right(widths.size(), 0);
  for (std::size_t k = 0; k < widths.size(); ++k)
    right[k] = numbers == Numbers::Right && has_numbers(rows, k);
  std::string text;
  for (const auto& row : rows) {
    std::string line;
    for (std::size_t k = 0; k < row.size(); ++k) {
      const std::string blanks(widths[k] - count_characters(row[k]), ' ');
      line += (right[k] ? blanks + row[k] : row[k] + blanks) + "  ";
    }
    text += line.substr(0, line.find_last_not_of(' ') + 1) + "\n";
  }
  return text;
}

}  // namespace hansa
