#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "support/input/loose_csv.hpp"
#include "support/input/problem.hpp"

namespace hansa {

/// The bytes of a table and the name by which messages call it. Read once, since a pipe cannot be read twice.
struct TableSource {
  std::string name, bytes;
};

/// Reads a file, a pipe or, for `-`, standard input. Throws a ScenarioError.
[[nodiscard]] TableSource read_table_source(const std::filesystem::path& path);

/// A name of one line: line breaks and the blanks around them are one blank.
[[nodiscard]] std::string one_line(std::string_view text);

/// The headings and lines of a table, where they are in its file, and what is said of them: problems, and what is assumed
/// on the way, which is a problem if nothing may be.
class TableCells {
 public:
  TableCells(const TableSource& source, bool strict, ProblemList& problems);

  TableCells(const TableCells&) = delete;
  TableCells& operator=(const TableCells&) = delete;

  [[nodiscard]] bool is_read() const { return !csv_.lines.empty() && !is_broken_; }
  /// Whether the table has KTAB's format instead: its second line begins with the word Actor, its first does not.
  [[nodiscard]] bool is_ktab() const;
  [[nodiscard]] const LooseCsv& csv() const { return csv_; }
  /// Where a byte of the text is.
  [[nodiscard]] Place place(std::size_t byte) const { return places_.at(byte); }

  /// Removes a column of row numbers and what commas at the ends of lines leave; reports lines of another length.
  void tidy();

  [[nodiscard]] std::size_t n_rows() const { return csv_.lines.size() - n_before; }
  /// Whether there is a row to read: none is left once more is wrong than a list of problems tells.
  [[nodiscard]] bool reads(std::size_t row) const { return row < n_rows() && n_reported_ < most_reported; }
  [[nodiscard]] const std::vector<CsvCell>& headings() const { return csv_.lines[0]; }
  [[nodiscard]] const std::string& heading(std::size_t column) const { return headings()[column].text; }
  [[nodiscard]] const CsvCell& cell(std::size_t row, std::size_t column) const;
  [[nodiscard]] Place cell_place(std::size_t row, std::size_t column) const {
    return place(cell(row, column).byte);
  }
  [[nodiscard]] int line(std::size_t row) const;

  void report(std::size_t row, std::size_t column, std::string message);
  void report_column(std::size_t column, std::string message);
  /// Reports a problem of the whole table.
  void report_table(std::string_view key, std::string message);
  /// Reports a heading with which nothing can be read.
  void refuse_heading(std::size_t column, std::string_view key, std::string message);
  [[nodiscard]] ProblemList& problems() const { return problems_; }

  /// Says what is assumed, or reports it if nothing may be.
  void assume(std::string_view key, Place place, std::string message);
  void assume_column(std::size_t column, std::string message);
  /// The same of the whole table.
  void assume_table(std::string_view key, std::string message);
  [[nodiscard]] const std::vector<std::string>& assumed() const { return assumed_; }
  /// Reports what may not be assumed, which is known only then, so that the rest of the table is read and checked, too.
  void report_refused();

 private:
  static constexpr std::size_t n_before = 1;          // lines before the first actor's
  static constexpr std::size_t most_reported = 1000;  // as ProblemList keeps

  struct Refused {
    Place place;
    std::string key, message;
  };

  void clean_first_heading();
  void drop_index();
  [[nodiscard]] bool numbers_lines(std::size_t column) const;
  void drop_empty_columns();

  ProblemList& problems_;
  std::size_t n_reported_ = 0;
  bool strict_;
  int file_ = 0;
  bool is_broken_ = false;
  LooseCsv csv_;
  mutable PlaceFinder places_;
  std::vector<std::string> assumed_;
  std::vector<Refused> refused_;
};

}  // namespace hansa
