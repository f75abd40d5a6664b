#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "support/input/csv_line.hpp"
#include "support/input/problem.hpp"
#include "support/text/date.hpp"

namespace hansa {

/// The bounds of a cell's number, both included.
struct Bounds {
  double min = -std::numeric_limits<double>::infinity();
  double max = std::numeric_limits<double>::infinity();
};

/// A CSV table: comma-separated, column names in the first line, double quotes around cells with commas, no
/// line break within a cell. An invalid cell is reported at its line and column, under its column's name.
class CsvTable {
 public:
  /// Reads a file that must have these columns, but for those of `optional`, which it may lack: their cells are empty
  /// then. Others are ignored, which is noted in `problems` but for `source` and those of `documentary`. Empty if it
  /// cannot be read.
  CsvTable(const std::filesystem::path& path, std::span<const std::string_view> columns,
           ProblemList& problems, std::span<const std::string_view> documentary = {},
           std::span<const std::string_view> optional = {});

  CsvTable(const CsvTable&) = delete;
  CsvTable& operator=(const CsvTable&) = delete;

  std::size_t n_rows() const { return n_rows_; }

  /// Whether there is a row to read: none is left once more is wrong than a list of problems tells.
  bool reads(std::size_t row) const { return row < n_rows_ && n_reported_ < most_reported; }

  /// The names of all columns, required or not; empty if the table cannot be read.
  const std::vector<std::string>& columns() const { return header_; }

  /// A cell's text; empty where the value is unknown.
  const std::string& text(std::size_t row, std::string_view column) const;
  /// The text of a cell that must not be empty.
  const std::string& name(std::size_t row, std::string_view column) const;

  /// nullopt if the cell is empty or invalid.
  std::optional<double> number(std::size_t row, std::string_view column, Bounds bounds = {}) const;
  std::optional<std::int64_t> whole(std::size_t row, std::string_view column, Bounds bounds = {}) const;

  /// A date such as 1997-12-11, likewise.
  std::optional<Date> date(std::size_t row, std::string_view column) const;

  /// A number that must be given; 0 if it is invalid.
  double required_number(std::size_t row, std::string_view column, Bounds bounds = {}) const;
  std::int64_t required_whole(std::size_t row, std::string_view column, Bounds bounds = {}) const;

  /// Reports a problem at a cell.
  void report(std::size_t row, std::string_view column, std::string message) const;
  /// Reports a problem at a column's name.
  void report_column(std::string_view column, std::string message) const;

  int line(std::size_t row) const;  // of the file

 private:
  using Cell = CsvCell;
  void read_header(std::span<const std::string_view> columns, std::span<const std::string_view> documentary,
                   std::span<const std::string_view> optional, const std::vector<Cell>& header);
  bool read_line(std::size_t begin, std::size_t end, std::vector<Cell>& cells) const;
  std::size_t index_of(std::string_view column) const;
  const Cell& cell(std::size_t row, std::string_view column) const;
  bool is_given(std::size_t row, std::string_view column) const;
  Place place(std::size_t byte) const;

  static constexpr std::size_t most_reported = 1000;  // as ProblemList keeps
  ProblemList& problems_;
  mutable std::size_t n_reported_ = 0;
  mutable std::size_t asked_ = 0;  // the column asked for last: mostly it is that one again, or the next
  int file_ = 0;
  std::string whole_;
  mutable PlaceFinder places_;  // in whole_
  std::vector<std::string> header_;
  std::vector<std::size_t> header_bytes_;
  std::vector<Cell> cells_;  // n_rows_ x columns
  std::size_t n_rows_ = 0;
};

/// The ids of a table and the row of each, to find repeated ids and references to unknown ones.
class TableIds {
 public:
  /// Adds the id of a row; reports a repeated one.
  void add(const CsvTable& table, std::size_t row, std::string_view column, const std::string& id);

  /// Reports a cell whose text is not an id of this table, unless the table could not be read.
  void expect(const CsvTable& table, std::size_t row, std::string_view column, const std::string& id,
              std::string_view what) const;

 private:
  std::unordered_map<std::string, std::size_t> rows_;
};

}  // namespace hansa
