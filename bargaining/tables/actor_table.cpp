#include "bargaining/tables/actor_table.hpp"

#include <algorithm>
#include <cctype>
#include <unordered_map>
#include <unordered_set>

#include <fmt/format.h>

#include "support/input/suggest.hpp"
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

/// The part of a heading before its last colon; empty if there is none.
std::string issue_of(std::string_view heading) {
  const auto colon = heading.rfind(':');
  return colon == std::string_view::npos ? "" : one_line(heading.substr(0, colon));
}

std::string_view kind_of(std::string_view heading) {
  const auto colon = heading.rfind(':');
  return colon == std::string_view::npos ? heading : heading.substr(colon + 1);
}

}  // namespace

std::optional<std::vector<std::pair<std::string, std::string>>> read_column_names(std::string_view text) {
  std::vector<std::pair<std::string, std::string>> names;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(','), text.size());
    const std::string_view one = text.substr(0, end);
    const std::size_t equals = one.find('=');
    if (equals == std::string_view::npos || equals == 0 || equals + 1 == one.size()) return std::nullopt;
    names.emplace_back(trimmed(one.substr(0, equals)), trimmed(one.substr(equals + 1)));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return names;
}

TableSource read_table_source(const std::filesystem::path& path) {
  std::string reason;
  auto bytes = read_stream(path, largest, reason);
  if (!bytes) throw ScenarioError({{.file = path.string(), .key = "file", .message = reason}});
  return {path.string(), *std::move(bytes)};
}

ActorTable::ActorTable(const TableSource& source, const TableOptions& options, ProblemList& problems)
    : problems_(problems), options_(options), file_(problems.add_file(source.name)), places_("", file_) {
  auto csv = read_loose_csv(source.bytes, file_, problems);
  if (!csv) return;
  csv_ = *std::move(csv);
  places_ = PlaceFinder(csv_.text, file_);
  if (csv_.lines.empty())
    problems.add({file_, 1, 1}, "file", "the file is empty; the first line names the columns");
}

bool ActorTable::is_ktab() const {
  return csv_.lines.size() > 1 && lower(csv_.lines[0][0].text) != "actor" &&
         lower(csv_.lines[1][0].text) == "actor";
}

const CsvCell& ActorTable::cell(std::size_t row, std::size_t column) const {
  return csv_.lines[n_before_ + row][column];
}

void ActorTable::assume(std::string_view key, Place place, std::string message) {
  if (options_.strict) {
    problems_.add(place, key, message + "; --strict assumes nothing");
  } else {
    assumptions_.push_back(std::move(message));
  }
}

void ActorTable::assume_column(std::size_t column, std::string message) {
  assume(headings()[column].text, place(headings()[column].byte), std::move(message));
}

void ActorTable::count(Told& told, const CsvCell& cell) const {
  if (told.n++ == 0) told.place = place(cell.byte), told.word = in_quotes(cell.text);
}

std::vector<std::string> ActorTable::assumptions() {
  const auto tell = [&](Told& told, std::string message) {
    if (told.n > 0) assume("value", told.place, std::move(message));
    told.n = 0;
  };
  tell(missing_, fmt::format("{} {} {} read as missing", counted(missing_.n, "cell"), missing_.word,
                             missing_.n == 1 ? "is" : "are"));
  tell(thousands_, fmt::format("{} is read with marks between thousands", thousands_.word));
  tell(percent_, fmt::format("{} is read as a percentage", percent_.word));
  return assumptions_;
}

/// Removes a column of row numbers without a name, as R and pandas write it.
void ActorTable::drop_index() {
  auto& lines = csv_.lines;
  const bool lacks_name =
      lines.size() > 1 && std::all_of(lines.begin() + 1, lines.end(), [&](const auto& line) {
        return line.size() == lines[0].size() + 1 && !line.back().text.empty();
      });
  const std::string first = lower(lines[0][0].text);
  if (!lacks_name && !first.empty() && first != "unnamed: 0") return;
  double ignored = 0;
  for (std::size_t k = 1; k < lines.size(); ++k)
    if (!read_numeral(lines[k][0].text, ignored)) return;
  if (lines.size() == 1) return;
  for (std::size_t k = lacks_name ? 1 : 0; k < lines.size(); ++k) lines[k].erase(lines[k].begin());
  assume("index", {file_, 1, 1}, "the first column numbers the lines and is not used");
}

/// Removes what commas at the ends of lines leave.
void ActorTable::drop_empty_columns() {
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

void ActorTable::add_issue(const std::string& name) {
  if (!name.empty() && issue_places_.emplace(name, issues_.size()).second) issues_.push_back({.name = name});
}

ColumnPlace& ActorTable::place_of(const std::string& issue, ColumnKind kind) {
  if (issue.empty()) return plain_[static_cast<std::size_t>(kind)];
  IssueColumns& one = issues_[issue_places_.at(issue)];
  return kind == ColumnKind::Position    ? one.position
         : kind == ColumnKind::Salience  ? one.salience
         : kind == ColumnKind::Reference ? one.reference
                                         : one.decided;
}

void ActorTable::read_scale(std::size_t column, const std::string& text, std::optional<ColumnScale>& scale) {
  constexpr double widest = 1e12;
  const auto read_end = [](std::string_view word) -> std::optional<double> {
    LooseNumber number;
    for (const CommaIn comma : {CommaIn::Thousands, CommaIn::Decimals})
      if (read_loose_number(word, comma, number).empty()) return number.value;
    return std::nullopt;
  };
  const std::string_view written = trimmed(text);
  const auto dots = written.find("..");
  const auto least = read_end(written.substr(0, dots)), most = read_end(written.substr(dots + 2));
  const bool of_salience = heading_of(kind_of(heading(column)), false)->kind == ColumnKind::Salience;
  if (!least || !most || !(*least < *most)) {
    report_column(column, fmt::format("expected the ends of the scale, the lower first, as in '{}'",
                                      of_salience ? "salience 0..1" : "position 4..10"));
  } else if (*least < -widest || *most > widest) {
    report_column(column, fmt::format("the ends of a scale must be between {} and {}", -widest, widest));
  } else if (of_salience && *least != 0) {
    report_column(column, "a scale of saliences begins at 0, which is none");
  } else {
    scale = ColumnScale{*least, *most};
  }
}

void ActorTable::take(std::size_t column, const Heading& found, const std::string& issue) {
  ColumnPlace& place = place_of(issue, found.kind);
  if (place) {
    report_column(column, fmt::format("{} already holds this; say which by --columns {}{}={}",
                                      in_quotes(heading(*place)), issue.empty() ? "" : printable(issue) + ":",
                                      key_of(found.kind), printable(headings()[column].text)));
    return;
  }
  place = column;
  is_used_[column] = 1;
  if (found.is_alias)
    assume_column(column, fmt::format("{} is read as {}{}", in_quotes(headings()[column].text),
                                      issue.empty() ? "" : printable(issue) + ":", key_of(found.kind)));
}

void ActorTable::find_by_options() {
  std::unordered_map<std::string_view, std::size_t> by_name;
  std::vector<std::string_view> names;
  for (std::size_t k = 0; k < headings().size(); ++k) {
    by_name.emplace(headings()[k].text, k);
    names.emplace_back(headings()[k].text);
  }
  for (const auto& [key, name] : options_.columns) {
    const std::string issue = issue_of(key);
    const auto kind = heading_of(kind_of(key), !issue.empty());
    const auto column = by_name.find(name);
    if (!kind) {
      report_table("--columns", fmt::format("there is no {}{}", in_quotes(key), suggest_column(key)));
    } else if (column == by_name.end()) {
      report_table("--columns",
                   fmt::format("the table has no column {}{}", in_quotes(name), suggest(name, names)));
    } else {
      add_issue(issue);
      take(column->second, {kind->kind, false, ""}, issue);
    }
  }
}

void ActorTable::find_by_name() {
  std::unordered_set<std::string_view> met;
  std::vector<std::size_t> aliases;
  for (std::size_t k = 0; k < headings().size(); ++k) {
    const std::string& text = headings()[k].text;
    if (text.empty() || !met.insert(text).second) {
      problems_.add(place(headings()[k].byte), text.empty() ? "header" : text,
                    text.empty() ? "a column without a name" : "a second column with this name");
      is_broken_ = true;
      continue;
    }
    if (is_used_[k] != 0) continue;
    const std::string issue = issue_of(text);
    const auto found = heading_of(kind_of(text), !issue.empty());
    if (!found) continue;
    add_issue(issue);
    if (found->is_alias) {
      aliases.push_back(k);  // a name goes before an alias
    } else if (!place_of(issue, found->kind) || options_.columns.empty()) {
      take(k, *found, issue);
    }
  }
  for (const std::size_t k : aliases) {
    const std::string issue = issue_of(headings()[k].text);
    const Heading found = *heading_of(kind_of(headings()[k].text), !issue.empty());
    const ColumnPlace there = place_of(issue, found.kind);
    const auto known = there ? heading_of(kind_of(headings()[*there].text), false) : std::nullopt;
    if (!there || (known && known->is_alias && options_.columns.empty())) take(k, found, issue);
  }
}

void ActorTable::tell_unused() {
  constexpr std::size_t most_told = 20;
  std::size_t n_told = 0, n_unused = 0;
  for (std::size_t k = 0; k < headings().size(); ++k) {
    const std::string& name = headings()[k].text;
    if (is_used_[k] != 0 || name == "source") continue;
    n_unused += 1;
    const std::string hint = n_unused <= 200 && !heading_of(name, false) ? suggest_column(name) : "";
    if ((hint.empty() && n_told >= most_told) || n_told >= 5 * most_told) continue;
    n_told += 1;
    assume_column(k, fmt::format("column {} is not used{}", in_quotes(name), hint));
  }
  if (n_unused > n_told)
    assume("columns", {file_, 1, 1}, fmt::format("{} more columns are not used", n_unused - n_told));
}

/// Reports a column that is missing, with the heading that may be a misspelt one.
void ActorTable::need(ColumnKind kind) {
  if (column(kind)) return;
  std::vector<std::string_view> unused;
  constexpr std::size_t most = 1000;
  for (std::size_t k = 0; k < std::min(headings().size(), most); ++k)
    if (is_used_[k] == 0) unused.emplace_back(heading(k));
  const std::string key(key_of(kind)), others = other_names(kind);
  std::string hint = suggest(key, unused);
  if (!hint.starts_with("; did")) hint.clear();
  report_table(key,
               fmt::format("no column with this name{}{}{}", others.empty() ? "" : ", nor ", others, hint));
}

void ActorTable::find_shape(const std::vector<ColumnKind>& needed) {
  const bool is_plain = column(ColumnKind::Position) || column(ColumnKind::Salience);
  need(ColumnKind::Actor);
  if (!issues_.empty() && (is_plain || is_long())) {
    const ColumnPlace at = is_long()                      ? column(ColumnKind::Issue)
                           : column(ColumnKind::Position) ? column(ColumnKind::Position)
                                                          : column(ColumnKind::Salience);
    report_column(*at, fmt::format("the table has issues of their own columns, too, as {}",
                                   in_quotes(issues_.front().name)));
  } else if (issues_.empty() && (is_plain || is_long() || !needed.empty())) {
    need(ColumnKind::Position);
    need(ColumnKind::Salience);
    for (const ColumnKind kind : needed) need(kind);
    issues_.push_back({.name = "",
                       .position = column(ColumnKind::Position),
                       .salience = column(ColumnKind::Salience),
                       .reference = column(ColumnKind::Reference),
                       .decided = column(ColumnKind::Decided)});
  } else if (issues_.empty()) {
    report_table("actor",
                 "the table has no issue: expected columns ISSUE:position and ISSUE:salience, or position "
                 "and salience");
  } else {
    for (const IssueColumns& issue : issues_) {
      const ColumnPlace there = issue.position    ? issue.position
                                : issue.salience  ? issue.salience
                                : issue.reference ? issue.reference
                                                  : issue.decided;
      if (there && !(issue.position && issue.salience))
        report_column(*there, fmt::format("this issue needs a column {}:{}", printable(issue.name),
                                          issue.position ? "salience" : "position"));
    }
  }
}

/// Takes back columns that no one reads, so that they are told.
void ActorTable::leave_unused(const std::vector<ColumnKind>& used) {
  const bool is_wide = !issues_.empty() && !issues_.front().name.empty();
  for (const ColumnWord& word : column_words) {
    const ColumnPlace there = column(word.kind);
    const bool is_read =
        word.of_issue ? !is_wide : std::find(used.begin(), used.end(), word.kind) != used.end();
    if (there && !is_read) is_used_[*there] = 0;
  }
}

void ActorTable::find_scales() {
  for (IssueColumns& issue : issues_) {
    const auto find = [&](ColumnPlace column, std::optional<ColumnScale>& scale) {
      const auto found = column ? heading_of(kind_of(heading(*column)), false) : std::nullopt;
      if (found && !found->scale.empty()) read_scale(*column, found->scale, scale);
    };
    find(issue.position, issue.position_scale);
    find(issue.salience, issue.salience_scale);
  }
}

void ActorTable::find_comma() {
  std::vector<ColumnPlace> numbers = {column(ColumnKind::Power)};
  for (const IssueColumns& issue : issues_)
    numbers.insert(numbers.end(), {issue.position, issue.salience, issue.reference, issue.decided});
  CommaEvidence evidence;
  for (std::size_t row = 0; row < n_rows(); ++row)
    for (const ColumnPlace& column : numbers)
      if (column) evidence.add(cell(row, *column).text);
  comma_ = evidence.found(csv_.separator == ',');
  if (comma_ == CommaIn::Decimals)
    assume("separator", {file_, 1, 1}, "a comma in a number is read as its decimal mark");
}

void ActorTable::find_columns(const std::vector<ColumnKind>& needed, const std::vector<ColumnKind>& used) {
  if (!is_read()) return;
  if (csv_.separator != ',')
    assume("separator", {file_, 1, 1},
           fmt::format("cells are separated by {}", csv_.separator == ';' ? "semicolons"
                                                    : csv_.separator == '\t'
                                                        ? "tabs"
                                                        : in_quotes(std::string(1, csv_.separator))));
  drop_index();
  drop_empty_columns();
  if (is_broken_) return;
  is_used_.assign(headings().size(), 0);
  find_by_options();
  find_by_name();
  if (is_broken_) return;
  find_shape(needed);
  leave_unused(used);
  find_scales();
  tell_unused();
  find_comma();
}

std::string ActorTable::issue_name(std::size_t row, const IssueColumns& issue) {
  if (!issue.name.empty()) return issue.name;
  return is_long() ? name(row, *column(ColumnKind::Issue)) : "issue";
}

std::string ActorTable::text(std::size_t row, ColumnPlace column) {
  if (!column) return "";
  const std::string& written = cell(row, *column).text;
  if (!is_missing(written)) return one_line(written);
  if (!trimmed(written).empty()) count(missing_, cell(row, *column));
  return "";
}

std::string ActorTable::name(std::size_t row, std::size_t column) {
  std::string name = one_line(cell(row, column).text);
  if (name.empty()) report(row, column, "the cell is empty");
  return name;
}

std::optional<double> ActorTable::number(std::size_t row, ColumnPlace column, const CellUnit& unit) {
  const std::string word = text(row, column);
  if (word.empty()) return std::nullopt;
  LooseNumber number;
  if (std::string wrong = read_loose_number(word, comma_, number); !wrong.empty()) {
    report(row, *column, std::move(wrong));
    return std::nullopt;
  }
  if (number.is_percent && unit.whole == 0) {
    report(row, *column, "a percentage of what? give the ends of the scale, as in 'position 0..100'");
    return std::nullopt;
  }
  const double value = number.is_percent ? number.value * unit.whole / 100 : number.value;
  if (value < unit.bounds.min) {
    report(row, *column, fmt::format("must be at least {}, got {}", unit.bounds.min, word));
  } else if (value > unit.bounds.max) {
    report(row, *column, fmt::format("must be at most {}, got {}", unit.bounds.max, word));
  } else {
    if (number.has_thousands) count(thousands_, cell(row, *column));
    if (number.is_percent) count(percent_, cell(row, *column));
    return value;
  }
  return std::nullopt;
}

std::optional<double> ActorTable::required_number(std::size_t row, std::size_t column, const CellUnit& unit) {
  const std::string& written = cell(row, column).text;
  if (!is_missing(written)) return number(row, column, unit);
  report(row, column,
         trimmed(written).empty() ? "the cell is empty"
                                  : fmt::format("{}, but a number is needed", in_quotes(written)));
  return std::nullopt;
}

void ActorTable::report(std::size_t row, std::size_t column, std::string message) {
  problems_.add(place(cell(row, column).byte), headings()[column].text, std::move(message));
}

void ActorTable::report_column(std::size_t column, std::string message) {
  problems_.add(place(headings()[column].byte), headings()[column].text, std::move(message));
}

void ActorTable::report_table(std::string_view key, std::string message) {
  problems_.add({file_, 1, 1}, key, std::move(message));
}

void ActorTable::report_repeated(std::size_t row, int line_above) {
  const std::size_t column = *this->column(ColumnKind::Actor);
  report(
      row, column,
      fmt::format("{} is already given in line {}", in_quotes(one_line(cell(row, column).text)), line_above));
}

int ActorTable::line(std::size_t row) const { return place(cell(row, 0).byte).line; }

}  // namespace hansa
