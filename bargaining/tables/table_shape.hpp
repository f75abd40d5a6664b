#pragma once

#include <vector>

#include "bargaining/tables/table_columns.hpp"

namespace hansa {

/// Reports what a table of its shape lacks, by the columns that were found; one of one issue gets that issue.
/// `is_used`: column, whether it was found.
void settle_shape(TableCells& cells, const std::vector<ColumnKind>& needed, const std::vector<char>& is_used,
                  TableColumns& columns);

/// Tells the columns that were not found, and those found that are neither of an issue nor among `used`.
void tell_unused(TableCells& cells, const TableColumns& columns, const std::vector<ColumnKind>& used,
                 std::vector<char> is_used);

}  // namespace hansa
