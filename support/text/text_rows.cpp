#include "support/text/text_rows.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace hansa {

namespace {

bool is_number(const std::string& cell) {
  const std::size_t first = cell.find_first_not_of("[-+");
  return cell.empty() || cell == "-" ||
         (first != std::string::npos && cell[first] >= '0' && cell[first] <= '9');
}

bool has_numbers(const TextRows& rows, std::size_t column) {
  return rows.size() > 1 && std::all_of(rows.begin() + 1, rows.end(), [column](const auto& row) {
           return column >= row.size() || is_number(row[column]);
         });
}

}  // namespace

TextTable table_of(const TextRows& rows, Numbers numbers, std::vector<int> ranks) {
  TextTable table;
  if (rows.empty()) return table;
  std::size_t n_columns = 0;
  for (const auto& row : rows) n_columns = std::max(n_columns, row.size());
  ranks.resize(n_columns);
  for (std::size_t k = 0; k < n_columns; ++k) {
    const bool is_right = numbers == Numbers::Right && has_numbers(rows, k);
    table.columns.push_back({.title = k < rows.front().size() ? rows.front()[k] : "",
                             .side = is_right ? Side::Right : Side::Left,
                             .rank = ranks[k]});
  }
  for (std::size_t r = 1; r < rows.size(); ++r) table.rows.emplace_back(rows[r].begin(), rows[r].end());
  return table;
}

Text align(const TextRows& rows, Numbers numbers, std::vector<int> ranks) {
  return table_of(rows, numbers, std::move(ranks));
}

}  // namespace hansa
