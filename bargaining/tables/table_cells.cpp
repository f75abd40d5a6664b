#include "bargaining/tables/table_cells.hpp"

#include <algorithm>
#include <cctype>
#include <utility>

#include <fmt/format.h>

#include "support/input/text_file.hpp"
#include "support/text/numeral.hpp"

namespace hansa {
namespace {

constexpr std::size_t largest = 4 << 20;  // [bytes]

std::string lower(std::string_view text) {
  std::string small(text);
  std::transform(small.begin(), small.end(), small.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return small;
}

}  // namespace

TableSource read_table_source(const std::filesystem::path& path) {
  std::string reason;
  auto bytes = read_stream(path, largest, reason);
  if (!bytes) throw ScenarioError({{.file = path.string(), .key = "file", .message = reason}});
  return {path.string(), *std::move(bytes)};
}

/// A name of one line: line breaks and the blanks around them are one blank.
std::string one_line(std::string_view text) {
  std::string name;
  for (const char c : trimmed(text)) {
    const bool breaks = c == '\n' || c == '\r';
    if (!breaks) name += c;
    if (breaks && !name.ends_with(' ')) name += ' ';
  }
  return name;
}

TableCells::TableCells(const TableSource& source, bool strict, ProblemList& problems)
    : problems_(problems), strict_(strict), file_(problems.add_file(source.name)), places_("", file_) {
  auto csv = read_loose_csv(source.bytes, file_, problems);
  if (!csv) return;
  csv_ = *std::move(csv);
  places_ = PlaceFinder(csv_.text, file_);
  if (csv_.lines.empty())
    problems.add({file_, 1, 1}, "file", "the file is empty; the first line names the columns");
}

bool TableCells::is_ktab() const {
  return csv_.lines.size() > 1 && lower(csv_.lines[0][0].text) != "actor" &&
         lower(csv_.lines[1][0].text) == "actor";
}

const CsvCell& TableCells::cell(std::size_t row, std::size_t column) const {
  return csv_.lines[n_before + row][column];
}

void TableCells::tidy() {
  clean_first_heading();
  drop_index();
  drop_empty_columns();
}

/// R takes the byte order mark of a file for a part of its first heading, and makes a name of it.
void TableCells::clean_first_heading() {
  std::string& first = csv_.lines[0][0].text;
  for (const std::string_view mark : {"\u00ef..", "X.U.FEFF."}) {
    if (!first.starts_with(mark)) continue;
    first.erase(0, mark.size());
    assume_column(0, fmt::format("{} is what R leaves of a byte order mark; the column is {}",
                                 in_quotes(mark), in_quotes(first)));
  }
}

/// Removes columns of row numbers ahead of the others, as R and pandas write them: without a name, or when such a file is
/// read and written again, with one that they give.
void TableCells::drop_index() {
  auto& lines = csv_.lines;
  if (lines.size() == 1) return;
  const bool lacks_name = std::all_of(lines.begin() + 1, lines.end(), [&](const auto& line) {
    return line.size() == lines[0].size() + 1 && !line.back().text.empty();
  });
  if (lacks_name) lines[0].insert(lines[0].begin(), {.byte = lines[0][0].byte, .text = ""});
  std::size_t n = 0;
  while (numbers_lines(n)) ++n;
  if (n == 0 && lacks_name) lines[0].erase(lines[0].begin());
  if (n == 0) return;
  for (auto& line : lines) line.erase(line.begin(), line.begin() + static_cast<std::ptrdiff_t>(n));
  assume_table("index", n == 1 ? "the first column numbers the lines and is not used"
                               : fmt::format("the first {} columns number the lines and are not used", n));
}

/// Whether a column has the heading of row numbers, and numbers; under a heading that may be another's, those of the lines.
bool TableCells::numbers_lines(std::size_t column) const {
  const auto& lines = csv_.lines;
  if (column + 1 >= lines[0].size()) return false;
  const std::string heading = lower(lines[0][column].text);
  const bool of_r = heading == "x" || heading.starts_with("x."),
             of_pandas = heading.starts_with("unnamed: 0");
  if (!heading.empty() && !of_r && !of_pandas) return false;
  double first = 0;
  for (std::size_t k = 1; k < lines.size(); ++k) {
    double number = 0;
    if (column >= lines[k].size() || !read_numeral(lines[k][column].text, number)) return false;
    if (k == 1) first = number;
    if (of_r && (first > 1 || number != first + static_cast<double>(k - 1))) return false;
  }
  return true;
}

/// Removes what commas at the ends of lines leave.
void TableCells::drop_empty_columns() {
  const std::size_t n = headings().size();
  std::size_t used = 0;  // cells up to the last with a text, in any line that is not too long
  for (const auto& line : csv_.lines)
    for (std::size_t k = 0; k < line.size(); ++k)
      if (!line[k].text.empty()) used = std::max(used, k + 1);
  std::size_t named = n;
  while (named > 0 && headings()[named - 1].text.empty()) --named;
  const std::size_t kept = std::max(named, std::min(used, n));
  for (auto& line : csv_.lines) {
    while (line.size() > kept && line.back().text.empty()) line.pop_back();
    if (line.size() == kept) continue;
    problems_.add(place(line[0].byte), "row", fmt::format("{} cells under {} columns", line.size(), kept));
    is_broken_ = true;
  }
}

int TableCells::line(std::size_t row) const { return place(cell(row, 0).byte).line; }

void TableCells::report(std::size_t row, std::size_t column, std::string message) {
  n_reported_ += 1;
  problems_.add(place(cell(row, column).byte), headings()[column].text, std::move(message));
}

void TableCells::report_column(std::size_t column, std::string message) {
  problems_.add(place(headings()[column].byte), headings()[column].text, std::move(message));
}

void TableCells::report_table(std::string_view key, std::string message) {
  problems_.add({file_, 1, 1}, key, std::move(message));
}

void TableCells::refuse_heading(std::size_t column, std::string_view key, std::string message) {
  problems_.add(place(headings()[column].byte), key, std::move(message));
  is_broken_ = true;
}

void TableCells::assume(std::string_view key, Place place, std::string message) {
  if (strict_) {
    refused_.push_back({place, std::string(key), message + "; --strict assumes nothing"});
  } else {
    assumed_.push_back(std::move(message));
  }
}

void TableCells::report_refused() {
  for (Refused& one : refused_) problems_.add(one.place, one.key, std::move(one.message));
  refused_.clear();
}

void TableCells::assume_column(std::size_t column, std::string message) {
  assume(headings()[column].text, place(headings()[column].byte), std::move(message));
}

void TableCells::assume_table(std::string_view key, std::string message) {
  assume(key, {file_, 1, 1}, std::move(message));
}

}  // namespace hansa
