#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "bargaining/tables/table_cells.hpp"
#include "bargaining/tables/table_columns.hpp"
#include "bargaining/tables/uncertain_number.hpp"
#include "support/input/loose_numeral.hpp"

namespace hansa {

/// How a table of actors is read.
struct TableOptions {
  bool strict = false;      // refuse what would be assumed
  bool needs_size = false;  // the rule asks for sizes; without it a column of them is not read
  ColumnNames columns;
};

/// What a cell's number may be, and what 100 % is: 0 if a percentage says nothing.
struct CellUnit {
  ColumnScale bounds;
  double whole = 100;
};

/// The largest number in a table: beyond any scale in use, and small enough for sums and products of two numbers.
inline constexpr double largest_amount = 1e12;

/// The largest power, of which only shares count: GDP in dollars is 1e14.
inline constexpr double largest_power = 1e30;

inline constexpr CellUnit any_power{{0.0, largest_power}};                   // or size
inline constexpr CellUnit any_amount{{-largest_amount, largest_amount}, 0};  // without a scale

/// What stands in the cells of a scale.
[[nodiscard]] CellUnit unit_of(const std::optional<ColumnScale>& scale);

/// A table of actors, long (a column `issue`, a line for each issue and actor), wide (columns ISSUE:position ..., a line
/// for each actor) or of one issue (neither). A cell that is no value is reported at its line and column, under its
/// column's heading.
class ActorTable : public TableCells {
 public:
  ActorTable(const TableSource& source, const TableOptions& options, ProblemList& problems)
      : TableCells(source, options.strict, problems),
        names_(options.columns),
        needs_size_(options.needs_size) {}

  [[nodiscard]] bool needs_size() const { return needs_size_; }

  /// Finds the columns, and how numbers are written.
  void find_columns(const ColumnUse& use);

  /// The same of a table in another format: tells the separator, and finds how numbers are written.
  void tell_separator();
  void find_comma(const CommaEvidence& evidence);

  [[nodiscard]] ColumnPlace column(ColumnKind kind) const { return columns_.place(kind); }
  [[nodiscard]] const std::vector<IssueColumns>& issues() const { return columns_.issues; }
  [[nodiscard]] bool is_long() const { return column(ColumnKind::Issue).has_value(); }
  /// The name of an issue on a line.
  [[nodiscard]] std::string issue_name(std::size_t row, const IssueColumns& issue);

  /// The text of a cell, empty if the value is missing.
  [[nodiscard]] std::string text(std::size_t row, ColumnPlace column);
  /// The name in a cell that must have one.
  [[nodiscard]] std::string name(std::size_t row, std::size_t column);
  /// nullopt if the value is missing or is none.
  [[nodiscard]] std::optional<double> number(std::size_t row, ColumnPlace column, const CellUnit& unit);
  /// The number that a word of a cell is, reported under this heading.
  [[nodiscard]] std::optional<double> number_in(const CsvCell& cell, std::string_view heading,
                                                const std::string& word, const CellUnit& unit);
  /// The same, reported if missing.
  [[nodiscard]] std::optional<double> required_number(std::size_t row, std::size_t column,
                                                      const CellUnit& unit);
  /// A number that may be uncertain: written `value +- sd`, or with columns of its spread.
  [[nodiscard]] std::optional<UncertainNumber> uncertain_number(std::size_t row, ColumnPlace column,
                                                                const SpreadColumns& spread,
                                                                const CellUnit& unit);
  /// The same, reported if missing.
  [[nodiscard]] std::optional<UncertainNumber> required_uncertain(std::size_t row, std::size_t column,
                                                                  const SpreadColumns& spread,
                                                                  const CellUnit& unit);
  [[nodiscard]] const SpreadColumns& power_spread() const { return columns_.spread(ColumnKind::Power); }
  [[nodiscard]] bool is_percent(std::size_t row, std::size_t column) const {
    return cell(row, column).text.ends_with('%');
  }
  /// Reports the actor of a line that has it again, of a line above.
  void report_repeated(std::size_t row, int line_above);

  /// What was assumed, of numbers too; call it when all is read.
  [[nodiscard]] std::vector<std::string> assumptions();

 private:
  /// Cells read by the same assumption, and the first of them.
  struct Told {
    std::size_t n = 0;
    Place place;
    std::string word;
  };

  void find_comma();
  bool is_present(std::size_t row, std::size_t column);
  std::optional<double> read(std::size_t row, std::size_t column, const std::string& word,
                             const CellUnit& unit);
  std::optional<UncertainNumber> with_sd(std::size_t row, std::size_t column, double value,
                                         const std::string& sd, const CellUnit& unit);
  std::optional<UncertainNumber> with_ends(std::size_t row, std::size_t column, double value,
                                           const SpreadColumns& spread, const CellUnit& unit);
  bool has_unit_of(std::size_t row, std::size_t column, std::size_t value_column);
  void count(Told& told, const CsvCell& cell) const;

  ColumnNames names_;
  bool needs_size_;
  TableColumns columns_;
  CommaIn comma_ = CommaIn::Thousands;
  Told missing_, thousands_, percent_;
};

}  // namespace hansa
