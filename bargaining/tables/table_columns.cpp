#include "bargaining/tables/table_columns.hpp"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <unordered_set>

#include <fmt/format.h>

#include "bargaining/tables/table_shape.hpp"
#include "support/input/suggest.hpp"
#include "support/text/numeral.hpp"

namespace hansa {
namespace {

/// The part of a heading before its last colon; empty if there is none.
std::string issue_of(std::string_view heading) {
  const auto colon = heading.rfind(':');
  return colon == std::string_view::npos ? "" : one_line(heading.substr(0, colon));
}

std::string_view kind_of(std::string_view heading) {
  const auto colon = heading.rfind(':');
  return colon == std::string_view::npos ? heading : heading.substr(colon + 1);
}

class ColumnSearch {
 public:
  ColumnSearch(TableCells& cells, const ColumnNames& names, const ColumnUse& use)
      : cells_(cells), names_(names), use_(use), is_used_(cells.headings().size(), 0) {}

  TableColumns search() {
    find_by_options();
    find_by_name();
    if (!cells_.is_read()) return found_;
    if (found_.issues.empty() && !found_.place(ColumnKind::Position) && !found_.place(ColumnKind::Salience))
      find_by_dots();
    settle_shape(cells_, use_.needed, is_used_, found_);
    find_scales();
    tell_unused(cells_, found_, use_.used, std::move(is_used_));
    return std::move(found_);
  }

 private:
  void find_by_options();
  void find_by_name();
  void find_by_dots();
  /// Whether a reader asks for the column; those of issues are always read.
  [[nodiscard]] bool is_asked(ColumnKind kind) const;
  [[nodiscard]] std::string_view kind_text(std::size_t column) const;
  void read_scale(std::size_t column, const Heading& heading, std::optional<ColumnScale>& scale);
  void add_issue(const std::string& name);
  ColumnPlace& value_of(const std::string& issue, ColumnKind kind);
  SpreadColumns& spread_of(const std::string& issue, ColumnKind kind);
  ColumnPlace& place_of(const std::string& issue, const Heading& found);
  void take(std::size_t column, const Heading& found, const std::string& issue);
  void find_scales();

  TableCells& cells_;
  const ColumnNames& names_;
  const ColumnUse& use_;
  TableColumns found_;
  std::unordered_map<std::string, std::size_t> issue_places_;
  std::vector<char> is_used_;  // column
  std::unordered_map<std::size_t, std::size_t>
      behind_;  // column: where its kind begins, if not behind a colon
};

bool ColumnSearch::is_asked(ColumnKind kind) const {
  return column_words[static_cast<std::size_t>(kind)].of_issue ||
         std::find(use_.used.begin(), use_.used.end(), kind) != use_.used.end();
}

std::string_view ColumnSearch::kind_text(std::size_t column) const {
  const std::string_view text = cells_.headings()[column].text;
  const auto behind = behind_.find(column);
  return behind == behind_.end() ? kind_of(text) : text.substr(behind->second);
}

void ColumnSearch::add_issue(const std::string& name) {
  if (!name.empty() && issue_places_.emplace(name, found_.issues.size()).second)
    found_.issues.push_back({.name = name});
}

ColumnPlace& ColumnSearch::value_of(const std::string& issue, ColumnKind kind) {
  if (issue.empty()) return found_.plain[static_cast<std::size_t>(kind)];
  IssueColumns& one = found_.issues[issue_places_.at(issue)];
  return kind == ColumnKind::Position    ? one.position
         : kind == ColumnKind::Salience  ? one.salience
         : kind == ColumnKind::Reference ? one.reference
                                         : one.decided;
}

SpreadColumns& ColumnSearch::spread_of(const std::string& issue, ColumnKind kind) {
  if (issue.empty()) return found_.spreads[static_cast<std::size_t>(kind)];
  IssueColumns& one = found_.issues[issue_places_.at(issue)];
  return kind == ColumnKind::Position ? one.position_spread : one.salience_spread;
}

ColumnPlace& ColumnSearch::place_of(const std::string& issue, const Heading& found) {
  if (found.part == ColumnPart::Value) return value_of(issue, found.kind);
  SpreadColumns& spread = spread_of(issue, found.kind);
  return found.part == ColumnPart::Sd ? spread.sd : found.part == ColumnPart::Lo ? spread.lo : spread.hi;
}

void ColumnSearch::read_scale(std::size_t column, const Heading& heading, std::optional<ColumnScale>& scale) {
  const ScaleWords words = read_scale_words(heading.scale, heading.kind);
  if (!words.wrong.empty()) cells_.report_column(column, words.wrong);
  if (words.is_by_r)
    cells_.assume_column(column, fmt::format("the scale of {} is read as {}",
                                             in_quotes(cells_.heading(column)), printable(words.written)));
  if (words.wrong.empty()) scale = words.scale;
}

void ColumnSearch::take(std::size_t column, const Heading& found, const std::string& issue) {
  ColumnPlace& place = place_of(issue, found);
  if (place) {
    cells_.report_column(
        column, fmt::format("{} already holds this; say which by --columns {}{}={}",
                            in_quotes(cells_.heading(*place)), issue.empty() ? "" : printable(issue) + ":",
                            key_of(found.kind, found.part), printable(cells_.headings()[column].text)));
    return;
  }
  place = column;
  is_used_[column] = 1;
  if (found.is_alias)
    cells_.assume_column(
        column, fmt::format("{} is read as {}{}", in_quotes(cells_.headings()[column].text),
                            issue.empty() ? "" : printable(issue) + ":", key_of(found.kind, found.part)));
}

void ColumnSearch::find_by_options() {
  std::unordered_map<std::string_view, std::size_t> by_name;
  std::vector<std::string_view> headings;
  for (std::size_t k = 0; k < cells_.headings().size(); ++k) {
    by_name.emplace(cells_.headings()[k].text, k);
    headings.emplace_back(cells_.headings()[k].text);
  }
  for (const auto& [key, name] : names_) {
    const std::string issue = issue_of(key);
    const auto kind = heading_of(kind_of(key), !issue.empty());
    const auto column = by_name.find(name);
    if (!kind) {
      cells_.report_table("--columns", fmt::format("there is no {}{}", in_quotes(key), suggest_column(key)));
    } else if (column == by_name.end()) {
      cells_.report_table(
          "--columns", fmt::format("the table has no column {}{}", in_quotes(name), suggest(name, headings)));
    } else {
      add_issue(issue);
      take(column->second, {kind->kind, false, "", kind->part}, issue);
    }
  }
}

void ColumnSearch::find_by_name() {
  std::unordered_set<std::string_view> met;
  std::vector<std::size_t> aliases;
  for (std::size_t k = 0; k < cells_.headings().size(); ++k) {
    const std::string& text = cells_.headings()[k].text;
    if (text.empty() || !met.insert(text).second) {
      cells_.refuse_heading(k, text.empty() ? "header" : text,
                            text.empty() ? "a column without a name" : "a second column with this name");
      continue;
    }
    if (is_used_[k] != 0) continue;
    const std::string issue = issue_of(text);
    const auto found = heading_of(kind_of(text), !issue.empty());
    if (!found || !is_asked(found->kind)) continue;
    add_issue(issue);
    if (found->is_alias) {
      aliases.push_back(k);  // a name goes before an alias
    } else if (!place_of(issue, *found) || names_.empty()) {
      take(k, *found, issue);
    }
  }
  for (const std::size_t k : aliases) {
    const std::string issue = issue_of(cells_.headings()[k].text);
    const Heading found = *heading_of(kind_of(cells_.headings()[k].text), !issue.empty());
    const ColumnPlace there = place_of(issue, found);
    const auto known = there ? heading_of(kind_of(cells_.headings()[*there].text), false) : std::nullopt;
    if (!there || (known && known->is_alias && names_.empty())) take(k, found, issue);
  }
}

/// Finds columns of issues in whose headings R put a point for the colon, as for all but letters and digits.
void ColumnSearch::find_by_dots() {
  std::size_t n_found = 0, first = 0;
  std::string issue;
  for (std::size_t k = 0; k < cells_.headings().size(); ++k) {
    const std::string& text = cells_.headings()[k].text;
    if (is_used_[k] != 0) continue;
    for (std::size_t dot = text.find('.'); dot != std::string::npos && dot > 0;
         dot = text.find('.', dot + 1)) {
      const auto found = heading_of(std::string_view(text).substr(dot + 1), true);
      if (!found) continue;
      const std::string name = one_line(text.substr(0, dot));
      add_issue(name);
      if (!found->is_alias && n_found++ == 0)
        first = k, issue = name + ":" + std::string(key_of(found->kind));
      behind_[k] = dot + 1;
      take(k, *found, name);
      break;
    }
  }
  if (n_found == 0) return;
  const std::string others = n_found > 1 ? ", and " + counted(n_found - 1, "other") + " alike" : "";
  cells_.assume_column(first, fmt::format("{} is read as {}{}", in_quotes(cells_.headings()[first].text),
                                          printable(issue), others));
}

void ColumnSearch::find_scales() {
  for (IssueColumns& issue : found_.issues) {
    const auto find = [&](ColumnPlace column, std::optional<ColumnScale>& scale) {
      const auto found = column ? heading_of(kind_text(*column), false) : std::nullopt;
      if (found && !found->scale.empty()) read_scale(*column, *found, scale);
    };
    find(issue.position, issue.position_scale);
    find(issue.salience, issue.salience_scale);
  }
}

}  // namespace

std::optional<ColumnNames> read_column_names(std::string_view text) {
  ColumnNames names;
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

TableColumns find_columns(TableCells& cells, const ColumnNames& names, const ColumnUse& use) {
  return ColumnSearch(cells, names, use).search();
}

}  // namespace hansa
