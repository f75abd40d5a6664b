#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "bargaining/tables/column_words.hpp"
#include "bargaining/tables/table_cells.hpp"

namespace hansa {

/// The keys of columns and the table's names for them: {"power", "capability"}.
using ColumnNames = std::vector<std::pair<std::string, std::string>>;

/// Those of `power=capability,tax:position=Q1`; nullopt if it is written otherwise.
[[nodiscard]] std::optional<ColumnNames> read_column_names(std::string_view text);

/// The place of a column in a line; nullopt if the table lacks it.
using ColumnPlace = std::optional<std::size_t>;

/// The columns of a number's uncertainty.
struct SpreadColumns {
  ColumnPlace sd, lo, hi;

  [[nodiscard]] bool any() const { return sd || lo || hi; }
};

/// The columns of one issue.
struct IssueColumns {
  std::string name;  // of a wide table; empty in others
  ColumnPlace position, salience, reference, decided;
  std::optional<ColumnScale> position_scale, salience_scale;
  SpreadColumns position_spread, salience_spread;
};

/// Where the columns of a table are.
struct TableColumns {
  std::vector<ColumnPlace> plain =
      std::vector<ColumnPlace>(column_words.size());  // by kind; those of no issue's own
  std::vector<SpreadColumns> spreads = std::vector<SpreadColumns>(column_words.size());  // likewise
  std::vector<IssueColumns> issues;

  [[nodiscard]] ColumnPlace place(ColumnKind kind) const { return plain[static_cast<std::size_t>(kind)]; }
  [[nodiscard]] const SpreadColumns& spread(ColumnKind kind) const {
    return spreads[static_cast<std::size_t>(kind)];
  }
};

/// What a reader asks of the columns that are not of an issue's own.
struct ColumnUse {
  std::vector<ColumnKind> needed;  // reported if missing
  std::vector<ColumnKind> used;    // others are told
};

/// Finds the columns by these names, their own names, or aliases, which are told.
[[nodiscard]] TableColumns find_columns(TableCells& cells, const ColumnNames& names, const ColumnUse& use);

}  // namespace hansa
