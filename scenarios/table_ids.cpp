#include "scenarios/table_ids.hpp"

#include <fmt/format.h>

#include "scenarios/problem.hpp"

namespace hansa {

void TableIds::add(const CsvTable& table, std::size_t row, std::string_view column, const std::string& id) {
  const auto [first, is_new] = lines_.emplace(id, table.line(row));
  if (is_new || id.empty()) return;
  table.report(row, column, fmt::format("{} stands in line {} already", in_quotes(id), first->second));
}

void TableIds::expect(const CsvTable& table, std::size_t row, std::string_view column, const std::string& id,
                      std::string_view what) const {
  if (id.empty() || lines_.empty() || lines_.contains(id)) return;
  table.report(row, column, fmt::format("there is no {} {}", what, in_quotes(id)));
}

}  // namespace hansa
