#include "bargaining/tables/table_columns.hpp"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <unordered_set>

#include <fmt/format.h>

#include "support/input/loose_numeral.hpp"
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
  ColumnSearch(TableCells& cells, const ColumnNames& names)
      : cells_(cells), names_(names), is_used_(cells.headings().size(), 0) {}

  TableColumns search(const ColumnUse& use) {
    find_by_options();
    find_by_name();
    if (!cells_.is_read()) return found_;
    if (found_.issues.empty() && !found_.place(ColumnKind::Position) && !found_.place(ColumnKind::Salience))
      find_by_dots();
    find_shape(use.needed);
    check_spread(found_.spread(ColumnKind::Power), found_.place(ColumnKind::Power));
    for (const IssueColumns& issue : found_.issues) {
      check_spread(issue.position_spread, issue.position);
      check_spread(issue.salience_spread, issue.salience);
    }
    leave_unused(use.used);
    find_scales();
    tell_unused();
    return std::move(found_);
  }

 private:
  void find_by_options();
  void find_by_name();
  void find_by_dots();
  [[nodiscard]] std::string_view kind_text(std::size_t column) const;
  void read_scale(std::size_t column, const std::string& text, std::optional<ColumnScale>& scale);
  void add_issue(const std::string& name);
  ColumnPlace& value_of(const std::string& issue, ColumnKind kind);
  SpreadColumns& spread_of(const std::string& issue, ColumnKind kind);
  ColumnPlace& place_of(const std::string& issue, const Heading& found);
  void take(std::size_t column, const Heading& found, const std::string& issue);
  void tell_unused();
  void need(ColumnKind kind);
  void find_shape(const std::vector<ColumnKind>& needed);
  void leave_unused(const std::vector<ColumnKind>& used);
  void find_scales();
  void check_spread(const SpreadColumns& spread, ColumnPlace value);

  TableCells& cells_;
  const ColumnNames& names_;
  TableColumns found_;
  std::unordered_map<std::string, std::size_t> issue_places_;
  std::vector<char> is_used_;  // column
  std::unordered_map<std::size_t, std::size_t>
      behind_;  // column: where its kind begins, if not behind a colon
};

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

void ColumnSearch::read_scale(std::size_t column, const std::string& text,
                              std::optional<ColumnScale>& scale) {
  constexpr double widest = 1e12;
  const auto read_end = [](std::string_view word) -> std::optional<double> {
    LooseNumber number;
    for (const CommaIn comma : {CommaIn::Thousands, CommaIn::Decimals})
      if (read_loose_number(word, comma, number).empty()) return number.value;
    return std::nullopt;
  };
  std::string_view written = trimmed(text);
  if (text.starts_with("..")) {
    cells_.report_column(column,
                         "R has put points into the ends of this scale; write them, as in 'position -5..5'");
    return;
  }
  if (text.starts_with('.')) {  // R's for a blank
    written.remove_prefix(1);
    cells_.assume_column(column, fmt::format("the scale of {} is read as {}",
                                             in_quotes(cells_.heading(column)), printable(written)));
  }
  const auto dots = written.find("..");
  const auto least = read_end(written.substr(0, dots)), most = read_end(written.substr(dots + 2));
  const bool of_salience = heading_of(kind_text(column), false)->kind == ColumnKind::Salience;
  if (!least || !most || !(*least < *most)) {
    cells_.report_column(column, fmt::format("expected the ends of the scale, the lower first, as in '{}'",
                                             of_salience ? "salience 0..1" : "position 4..10"));
  } else if (*least < -widest || *most > widest) {
    cells_.report_column(column,
                         fmt::format("the ends of a scale must be between {} and {}", -widest, widest));
  } else if (of_salience && *least != 0) {
    cells_.report_column(column, "a scale of saliences begins at 0, which is none");
  } else {
    scale = ColumnScale{*least, *most};
  }
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
    if (!found) continue;
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

void ColumnSearch::tell_unused() {
  constexpr std::size_t most_told = 20;
  std::size_t n_told = 0, n_unused = 0;
  for (std::size_t k = 0; k < cells_.headings().size(); ++k) {
    const std::string& name = cells_.headings()[k].text;
    if (is_used_[k] != 0 || name == "source") continue;
    n_unused += 1;
    const std::string hint = n_unused <= 200 && !heading_of(name, false) ? suggest_column(name) : "";
    if ((hint.empty() && n_told >= most_told) || n_told >= 5 * most_told) continue;
    n_told += 1;
    cells_.assume_column(k, fmt::format("column {} is not used{}", in_quotes(name), hint));
  }
  if (n_unused > n_told)
    cells_.assume_table("columns", fmt::format("{} more columns are not used", n_unused - n_told));
}

/// Reports a column that is missing, with the heading that may be a misspelt one.
void ColumnSearch::need(ColumnKind kind) {
  if (found_.place(kind)) return;
  std::vector<std::string_view> unused;
  constexpr std::size_t most = 1000;
  for (std::size_t k = 0; k < std::min(cells_.headings().size(), most); ++k)
    if (is_used_[k] == 0) unused.emplace_back(cells_.heading(k));
  const std::string key(key_of(kind)), others = other_names(kind);
  std::string hint = suggest(key, unused);
  if (!hint.starts_with("; did")) hint.clear();
  cells_.report_table(
      key, fmt::format("no column with this name{}{}{}", others.empty() ? "" : ", nor ", others, hint));
}

void ColumnSearch::find_shape(const std::vector<ColumnKind>& needed) {
  const bool is_plain = found_.place(ColumnKind::Position) || found_.place(ColumnKind::Salience);
  need(ColumnKind::Actor);
  if (!found_.issues.empty() && (is_plain || found_.place(ColumnKind::Issue))) {
    const std::array kinds = {ColumnKind::Issue, ColumnKind::Position, ColumnKind::Salience};
    const auto kind =
        std::find_if(kinds.begin(), kinds.end(), [&](ColumnKind one) { return found_.place(one); });
    cells_.report_column(*found_.place(*kind),
                         fmt::format("the table has issues of their own columns, too, as {}",
                                     in_quotes(found_.issues.front().name)));
  } else if (found_.issues.empty() && (is_plain || found_.place(ColumnKind::Issue) || !needed.empty())) {
    need(ColumnKind::Position);
    need(ColumnKind::Salience);
    for (const ColumnKind kind : needed) need(kind);
    found_.issues.push_back({.name = "",
                             .position = found_.place(ColumnKind::Position),
                             .salience = found_.place(ColumnKind::Salience),
                             .reference = found_.place(ColumnKind::Reference),
                             .decided = found_.place(ColumnKind::Decided),
                             .position_spread = found_.spread(ColumnKind::Position),
                             .salience_spread = found_.spread(ColumnKind::Salience)});
  } else if (found_.issues.empty()) {
    cells_.report_table(
        "actor",
        "the table has no issue: expected columns ISSUE:position and ISSUE:salience, or position "
        "and salience");
  } else {
    for (const IssueColumns& issue : found_.issues) {
      const ColumnPlace there = issue.position    ? issue.position
                                : issue.salience  ? issue.salience
                                : issue.reference ? issue.reference
                                                  : issue.decided;
      if (there && !(issue.position && issue.salience))
        cells_.report_column(*there, fmt::format("this issue needs a column {}:{}", printable(issue.name),
                                                 issue.position ? "salience" : "position"));
    }
  }
}

/// Takes back columns that no one reads, so that they are told.
void ColumnSearch::leave_unused(const std::vector<ColumnKind>& used) {
  const bool is_wide = !found_.issues.empty() && !found_.issues.front().name.empty();
  for (const ColumnWord& word : column_words) {
    const ColumnPlace there = found_.place(word.kind);
    const bool is_read =
        word.of_issue ? !is_wide : std::find(used.begin(), used.end(), word.kind) != used.end();
    if (there && !is_read) is_used_[*there] = 0;
    const SpreadColumns& spread = found_.spread(word.kind);
    for (const ColumnPlace part : {spread.sd, spread.lo, spread.hi})
      if (part && !is_read) is_used_[*part] = 0;
  }
}

/// Reports columns of uncertainty that say nothing alone.
void ColumnSearch::check_spread(const SpreadColumns& spread, ColumnPlace value) {
  for (const ColumnPlace there : {spread.sd, spread.lo, spread.hi})
    if (there && !value) cells_.report_column(*there, "there is no column of the values themselves");
  if (value && spread.lo && !spread.hi) cells_.report_column(*spread.lo, "the upper end lacks: a column _hi");
  if (value && spread.hi && !spread.lo) cells_.report_column(*spread.hi, "the lower end lacks: a column _lo");
}

void ColumnSearch::find_scales() {
  for (IssueColumns& issue : found_.issues) {
    const auto find = [&](ColumnPlace column, std::optional<ColumnScale>& scale) {
      const auto found = column ? heading_of(kind_text(*column), false) : std::nullopt;
      if (found && !found->scale.empty()) read_scale(*column, found->scale, scale);
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
  return ColumnSearch(cells, names).search(use);
}

}  // namespace hansa
