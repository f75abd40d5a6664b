#include "support/input/csv_table.hpp"

#include <algorithm>
#include <iterator>
#include <unordered_set>
#include <utility>

#include <fmt/format.h>

#include "support/input/csv_line.hpp"
#include "support/input/problem.hpp"
#include "support/input/suggest.hpp"
#include "support/input/text_file.hpp"
#include "support/text/numeral.hpp"

namespace hansa {
namespace {

constexpr std::size_t largest = 4 << 20;  // [bytes]
constexpr std::ptrdiff_t most_columns = 1000;
constexpr std::size_t most_wrong_rows = 100;  // after which the rest is not read
constexpr std::size_t most_cells = 500'000;

/// Reads a cell's number; nullopt with a message if it is invalid.
template <class T>
std::optional<T> parse(const std::string& text, Bounds bounds, std::string_view wanted,
                       std::string& message) {
  T value{};
  const Numeral read = parse_numeral(text, value);
  if (read == Numeral::OutOfRange) {
    message = in_quotes(text) + " is out of range";
  } else if (read != Numeral::Read) {
    message = fmt::format("expected {}, got {}{}", wanted, in_quotes(text), advise_on_numeral(text));
  } else if (static_cast<double>(value) < bounds.min) {
    message = fmt::format("must be at least {}, got {}", bounds.min, text);
  } else if (static_cast<double>(value) > bounds.max) {
    message = fmt::format("must be at most {}, got {}", bounds.max, text);
  } else {
    return value;
  }
  return std::nullopt;
}

}  // namespace

CsvTable::CsvTable(const std::filesystem::path& path, std::span<const std::string_view> columns,
                   ProblemList& problems, std::span<const std::string_view> documentary,
                   std::span<const std::string_view> optional)
    : problems_(problems), file_(problems.add_file(path.string())), places_("", file_) {
  auto text = read_text_file(path, largest, file_, problems);
  if (!text) return;
  whole_ = std::move(*text);
  places_ = PlaceFinder(whole_, file_);

  bool first = true;
  std::size_t n_wrong = 0;
  std::vector<Cell> cells;
  for (std::size_t begin = 0; begin < whole_.size();) {
    const CsvSpan line = csv_line_at(whole_, begin);
    const std::string_view words = std::string_view(whole_).substr(line.begin, line.end - line.begin);
    if (first && std::count(words.begin(), words.end(), ',') >= most_columns) {
      problems.add(place(begin), "row", fmt::format("more than {} columns", most_columns));
      return;
    }
    const bool good = read_line(line.begin, line.end, cells);
    if (first) {
      if (!good) return;
      read_header(columns, documentary, optional, cells);
      if (header_.empty()) return;
      const auto n_lines = static_cast<std::size_t>(std::count(whole_.begin(), whole_.end(), '\n'));
      cells_.reserve(std::min(most_cells, n_lines * header_.size()));
      first = false;
    } else if (good && cells.size() != header_.size()) {
      problems.add(place(begin), "row",
                   fmt::format("{} cells under {} columns", cells.size(), header_.size()));
      if (++n_wrong == most_wrong_rows) return;
    } else if (good && cells_.size() + cells.size() > most_cells) {
      problems.add(place(begin), "row", fmt::format("more than {} cells in one table", most_cells));
      return;
    } else if (good) {
      std::move(cells.begin(), cells.end(), std::back_inserter(cells_));
      n_rows_ += 1;
    }
    begin = line.next;
  }
  if (first) problems.add({file_, 1, 1}, "file", "the file is empty; the first line names the columns");
}

bool CsvTable::read_line(std::size_t begin, std::size_t end, std::vector<Cell>& cells) const {
  const auto fault = split_csv_line(whole_, {begin, end, end}, cells);
  if (fault) problems_.add(place(fault->byte), "row", std::string(fault->message));
  return !fault;
}

void CsvTable::read_header(std::span<const std::string_view> columns,
                           std::span<const std::string_view> documentary,
                           std::span<const std::string_view> optional, const std::vector<Cell>& header) {
  std::vector<std::string_view> names;
  std::unordered_set<std::string_view> met;
  bool good = true;
  for (const Cell& cell : header) {
    if (cell.text.empty() || !met.insert(cell.text).second) {
      problems_.add(place(cell.byte), cell.text.empty() ? "header" : cell.text,
                    cell.text.empty() ? "a column without a name" : "a second column with this name");
      good = false;
    }
    names.push_back(cell.text);
  }
  const auto is_among = [](std::span<const std::string_view> all, std::string_view name) {
    return std::find(all.begin(), all.end(), name) != all.end();
  };
  std::vector<std::string_view> unknown;  // one of these may be a misspelt optional column
  std::copy_if(names.begin(), names.end(), std::back_inserter(unknown), [&](std::string_view name) {
    return !is_among(columns, name) && !is_among(documentary, name);
  });
  for (const std::string_view column : columns) {
    if (is_among(names, column)) continue;
    std::string hint = suggest(column, is_among(optional, column) ? unknown : names);
    if (hint.starts_with("; known")) hint.clear();
    if (is_among(optional, column) && hint.empty()) continue;  // else it is likely misspelt
    problems_.add({file_, 1, 1}, column, "no column with this name" + hint);
    good = false;
  }
  if (!good) return;
  std::string unused;
  for (const std::string_view name : names) {
    const bool is_known = name == "source" || is_among(columns, name) || is_among(documentary, name);
    if (!is_known) unused += (unused.empty() ? "" : ", ") + printable(name);
  }
  if (!unused.empty()) problems_.note(printable(problems_.file(file_)) + ": not used: " + unused);
  header_.assign(names.begin(), names.end());
  for (const Cell& cell : header) header_bytes_.push_back(cell.byte);
}

std::size_t CsvTable::index_of(std::string_view column) const {
  const std::size_t n = header_.size();
  for (std::size_t tried = 0; tried < n; ++tried, asked_ = asked_ + 1 < n ? asked_ + 1 : 0)
    if (header_[asked_] == column) return asked_;
  return n;
}

const CsvTable::Cell& CsvTable::cell(std::size_t row, std::string_view column) const {
  static const Cell left_out;
  const std::size_t index = index_of(column);
  return index < header_.size() ? cells_[row * header_.size() + index] : left_out;
}

const std::string& CsvTable::text(std::size_t row, std::string_view column) const {
  return cell(row, column).text;
}

const std::string& CsvTable::name(std::size_t row, std::string_view column) const {
  is_given(row, column);
  return cell(row, column).text;
}

std::optional<double> CsvTable::number(std::size_t row, std::string_view column, Bounds bounds) const {
  const std::string& word = text(row, column);
  if (word.empty()) return std::nullopt;
  std::string message;
  const auto value = parse<double>(word, bounds, "a number", message);
  if (!value) report(row, column, message);
  return value;
}

std::optional<std::int64_t> CsvTable::whole(std::size_t row, std::string_view column, Bounds bounds) const {
  const std::string& word = text(row, column);
  if (word.empty()) return std::nullopt;
  std::string message;
  const auto value = parse<std::int64_t>(word, bounds, "a whole number", message);
  if (!value) report(row, column, message);
  return value;
}

std::optional<Date> CsvTable::date(std::size_t row, std::string_view column) const {
  const std::string& text = this->text(row, column);
  if (text.empty()) return std::nullopt;
  const auto date = read_date(text);
  if (!date) report(row, column, "expected a date such as 1997-12-11, got " + in_quotes(text));
  return date;
}

double CsvTable::required_number(std::size_t row, std::string_view column, Bounds bounds) const {
  return is_given(row, column) ? number(row, column, bounds).value_or(0.0) : 0.0;
}

std::int64_t CsvTable::required_whole(std::size_t row, std::string_view column, Bounds bounds) const {
  return is_given(row, column) ? whole(row, column, bounds).value_or(0) : 0;
}

bool CsvTable::is_given(std::size_t row, std::string_view column) const {
  const bool given = !text(row, column).empty();
  if (!given) report(row, column, "the cell is empty");
  return given;
}

void CsvTable::report(std::size_t row, std::string_view column, std::string message) const {
  n_reported_ += 1;
  problems_.add(place(cell(row, column).byte), column, std::move(message));
}

void CsvTable::report_column(std::string_view column, std::string message) const {
  problems_.add(place(header_bytes_[index_of(column)]), column, std::move(message));
}

int CsvTable::line(std::size_t row) const { return place(cells_[row * header_.size()].byte).line; }

Place CsvTable::place(std::size_t byte) const { return places_.at(byte); }

void TableIds::add(const CsvTable& table, std::size_t row, std::string_view column, const std::string& id) {
  const auto [first, is_new] = rows_.emplace(id, row);
  if (is_new || id.empty()) return;
  table.report(row, column,
               fmt::format("{} is already given in line {}", in_quotes(id), table.line(first->second)));
}

void TableIds::expect(const CsvTable& table, std::size_t row, std::string_view column, const std::string& id,
                      std::string_view what) const {
  if (id.empty() || rows_.empty() || rows_.contains(id)) return;
  table.report(row, column, fmt::format("there is no {} {}", what, in_quotes(id)));
}

}  // namespace hansa
