#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "bargaining/tables/column_words.hpp"
#include "support/input/loose_csv.hpp"
#include "support/input/loose_numeral.hpp"
#include "support/input/problem.hpp"

namespace hansa {

/// How a table of actors is read.
struct TableOptions {
  bool strict = false;  // refuse what would be assumed
  std::vector<std::pair<std::string, std::string>>
      columns;  // key, the table's name for it: {"power", "capability"}
};

/// The key and the table's name for it of `power=capability,tax:position=Q1`; nullopt if it is written otherwise.
[[nodiscard]] std::optional<std::vector<std::pair<std::string, std::string>>> read_column_names(
    std::string_view text);

/// The bytes of a table and the name by which messages call it. Read once, since a pipe cannot be read twice.
struct TableSource {
  std::string name, bytes;
};

/// Reads a file, a pipe or, for `-`, standard input. Throws a ScenarioError.
[[nodiscard]] TableSource read_table_source(const std::filesystem::path& path);

/// The place of a column in a line; nullopt if the table lacks it.
using ColumnPlace = std::optional<std::size_t>;

/// What a cell's number may be, and what 100 % is: 0 if a percentage says nothing.
struct CellUnit {
  ColumnScale bounds;
  double whole = 100;
};

/// The columns of one issue.
struct IssueColumns {
  std::string name;  // of a wide table; empty in others
  ColumnPlace position, salience, reference, decided;
  std::optional<ColumnScale> position_scale, salience_scale;
};

/// A table of actors, long (a column `issue`, a line for each issue and actor), wide (columns ISSUE:position ..., a line
/// for each actor) or of one issue (neither). Columns are found by their names or aliases, or by those that the options
/// give. What is assumed on the way is kept in words, or reported if the options are strict. A cell that is no value is
/// reported at its line and column, under its column's heading.
class ActorTable {
 public:
  ActorTable(const TableSource& source, const TableOptions& options, ProblemList& problems);

  ActorTable(const ActorTable&) = delete;
  ActorTable& operator=(const ActorTable&) = delete;

  [[nodiscard]] bool is_read() const { return !csv_.lines.empty() && !is_broken_; }
  /// Whether the table has KTAB's format instead: its second line begins with the word Actor, its first does not.
  [[nodiscard]] bool is_ktab() const;
  [[nodiscard]] const LooseCsv& csv() const { return csv_; }
  /// Where a byte of the text is.
  [[nodiscard]] Place place(std::size_t byte) const { return places_.at(byte); }

  /// Finds the columns; reports those that are missing among `needed`. Of the columns that are not of an issue those of
  /// `used` are, others are told.
  void find_columns(const std::vector<ColumnKind>& needed, const std::vector<ColumnKind>& used);

  [[nodiscard]] std::size_t n_rows() const { return csv_.lines.size() - n_before_; }
  [[nodiscard]] ColumnPlace column(ColumnKind kind) const { return plain_[static_cast<std::size_t>(kind)]; }
  [[nodiscard]] const std::vector<IssueColumns>& issues() const { return issues_; }
  [[nodiscard]] bool is_long() const { return column(ColumnKind::Issue).has_value(); }
  /// The name of an issue on a line.
  [[nodiscard]] std::string issue_name(std::size_t row, const IssueColumns& issue);

  /// The text of a cell, empty if the value is missing.
  [[nodiscard]] std::string text(std::size_t row, ColumnPlace column);
  /// The name in a cell that must have one.
  [[nodiscard]] std::string name(std::size_t row, std::size_t column);
  /// nullopt if the value is missing or is none.
  [[nodiscard]] std::optional<double> number(std::size_t row, ColumnPlace column, const CellUnit& unit);
  /// The same, reported if missing.
  [[nodiscard]] std::optional<double> required_number(std::size_t row, std::size_t column,
                                                      const CellUnit& unit);
  [[nodiscard]] Place cell_place(std::size_t row, std::size_t column) const {
    return place(cell(row, column).byte);
  }
  [[nodiscard]] bool is_percent(std::size_t row, std::size_t column) const {
    return cell(row, column).text.ends_with('%');
  }
  /// The heading of a column.
  [[nodiscard]] const std::string& heading(std::size_t column) const { return csv_.lines[0][column].text; }

  void report(std::size_t row, std::size_t column, std::string message);
  void report_column(std::size_t column, std::string message);
  /// Reports a problem of the whole table.
  void report_table(std::string_view key, std::string message);
  /// Reports the actor of a line that has it again, of a line above.
  void report_repeated(std::size_t row, int line_above);
  [[nodiscard]] int line(std::size_t row) const;
  [[nodiscard]] ProblemList& problems() const { return problems_; }

  /// Says what is assumed, or reports it if nothing may be.
  void assume(std::string_view key, Place place, std::string message);
  void assume_column(std::size_t column, std::string message);
  /// What was assumed, of numbers too; call it when all is read.
  [[nodiscard]] std::vector<std::string> assumptions();

 private:
  [[nodiscard]] const std::vector<CsvCell>& headings() const { return csv_.lines[0]; }
  [[nodiscard]] const CsvCell& cell(std::size_t row, std::size_t column) const;
  void drop_index();
  void drop_empty_columns();
  void find_by_options();
  void find_by_name();
  void read_scale(std::size_t column, const std::string& text, std::optional<ColumnScale>& scale);
  void add_issue(const std::string& name);
  ColumnPlace& place_of(const std::string& issue, ColumnKind kind);
  void take(std::size_t column, const Heading& found, const std::string& issue);
  void tell_unused();
  void need(ColumnKind kind);
  void find_shape(const std::vector<ColumnKind>& needed);
  void leave_unused(const std::vector<ColumnKind>& used);
  void find_scales();
  void find_comma();

  ProblemList& problems_;
  TableOptions options_;
  int file_ = 0;
  bool is_broken_ = false;
  LooseCsv csv_;
  mutable PlaceFinder places_;
  std::size_t n_before_ = 1;   // lines before the first actor's
  std::vector<char> is_used_;  // column
  std::vector<ColumnPlace> plain_ = std::vector<ColumnPlace>(column_words.size());
  std::vector<IssueColumns> issues_;
  std::unordered_map<std::string, std::size_t> issue_places_;
  CommaIn comma_ = CommaIn::Thousands;
  std::vector<std::string> assumptions_;
  /// Cells read by the same assumption, and the first of them.
  struct Told {
    std::size_t n = 0;
    Place place;
    std::string word;
  };
  void count(Told& told, const CsvCell& cell) const;
  Told missing_, thousands_, percent_;
};

}  // namespace hansa
