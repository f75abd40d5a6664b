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

#include "support/input/csv_table.hpp"
#include "support/input/place_finder.hpp"
#include "support/input/problem.hpp"

namespace hansa {

/// The least and the greatest number that a cell may hold.
struct Bounds {
  double min = -std::numeric_limits<double>::infinity();
  double max = std::numeric_limits<double>::infinity();
};

/// A table of facts: comma-separated, the first line naming the columns, cells with commas in double quotes,
/// no cell across lines. Every doubt about a cell is a problem at its line and column, under its column's
/// name.
class CsvTable {
 public:
  /// Reads a file that must have these columns; others are passed over. Empty where it cannot be read.
  CsvTable(const std::filesystem::path& path, std::span<const std::string_view> columns,
           ProblemList& problems);

  CsvTable(const CsvTable&) = delete;
  CsvTable& operator=(const CsvTable&) = delete;

  std::size_t n_rows() const { return n_rows_; }

  /// The names of all columns, asked for or not; none where the table cannot be read.
  const std::vector<std::string>& columns() const { return header_; }

  /// A cell's text; empty where nothing is known.
  const std::string& text(std::size_t row, std::string_view column) const;
  /// A cell that must say something.
  const std::string& name(std::size_t row, std::string_view column) const;

  /// Nothing where the cell is empty or wrong.
  std::optional<double> number(std::size_t row, std::string_view column, Bounds bounds = {}) const;
  std::optional<std::int64_t> whole(std::size_t row, std::string_view column, Bounds bounds = {}) const;

  /// The same of a cell that must say something; 0 where it is wrong.
  double required_number(std::size_t row, std::string_view column, Bounds bounds = {}) const;
  std::int64_t required_whole(std::size_t row, std::string_view column, Bounds bounds = {}) const;

  /// Reports a cell.
  void report(std::size_t row, std::string_view column, std::string message) const;
  /// Reports a column at its name.
  void report_column(std::string_view column, std::string message) const;

  int line(std::size_t row) const;  // of the file

 private:
  struct Cell {
    std::size_t byte = 0;
    std::string text;
  };
  void read_header(std::span<const std::string_view> columns, const std::vector<Cell>& header);
  bool read_line(std::size_t begin, std::size_t end, std::vector<Cell>& cells) const;
  std::size_t index_of(std::string_view column) const;
  const Cell& cell(std::size_t row, std::string_view column) const;
  bool is_given(std::size_t row, std::string_view column) const;
  Place place(std::size_t byte) const;

  ProblemList& problems_;
  int file_ = 0;
  std::string whole_;
  mutable PlaceFinder places_;  // in whole_
  std::vector<std::string> header_;
  std::vector<std::size_t> header_bytes_;
  std::vector<Cell> cells_;  // n_rows_ x columns
  std::size_t n_rows_ = 0;
};

/// The ids of a table and the line of each, so that repetitions and links to nowhere are found.
class TableIds {
 public:
  /// Notes the id of a row; reports one that is there already.
  void add(const CsvTable& table, std::size_t row, std::string_view column, const std::string& id);

  /// Reports a cell whose word is no id of this table, unless the table could not be read at all.
  void expect(const CsvTable& table, std::size_t row, std::string_view column, const std::string& id,
              std::string_view what) const;

 private:
  std::unordered_map<std::string, int> lines_;
};

}  // namespace hansa
