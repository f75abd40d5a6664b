#include "bargaining/tables/table_shape.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include <fmt/format.h>

#include "support/input/suggest.hpp"

namespace hansa {
namespace {

/// Reports a column that is missing, with the heading that may be a misspelt one.
void need(ColumnKind kind, TableCells& cells, const std::vector<char>& is_used, const TableColumns& columns) {
  if (columns.place(kind)) return;
  std::vector<std::string_view> unused;
  constexpr std::size_t most = 1000;
  for (std::size_t k = 0; k < std::min(cells.headings().size(), most); ++k)
    if (is_used[k] == 0) unused.emplace_back(cells.heading(k));
  const std::string key(key_of(kind)), others = other_names(kind);
  std::string hint = suggest(key, unused);
  if (!hint.starts_with("; did")) hint.clear();
  cells.report_table(
      key, fmt::format("no column with this name{}{}{}", others.empty() ? "" : ", nor ", others, hint));
}

void find_shape(TableCells& cells, const std::vector<ColumnKind>& needed, const std::vector<char>& is_used,
                TableColumns& columns) {
  const bool is_plain = columns.place(ColumnKind::Position) || columns.place(ColumnKind::Salience);
  need(ColumnKind::Actor, cells, is_used, columns);
  if (!columns.issues.empty() && (is_plain || columns.place(ColumnKind::Issue))) {
    const std::array kinds = {ColumnKind::Issue, ColumnKind::Position, ColumnKind::Salience};
    const auto kind =
        std::find_if(kinds.begin(), kinds.end(), [&](ColumnKind one) { return columns.place(one); });
    cells.report_column(*columns.place(*kind),
                        fmt::format("the table has issues of their own columns, too, as {}",
                                    in_quotes(columns.issues.front().name)));
  } else if (columns.issues.empty() && (is_plain || columns.place(ColumnKind::Issue) || !needed.empty())) {
    need(ColumnKind::Position, cells, is_used, columns);
    need(ColumnKind::Salience, cells, is_used, columns);
    for (const ColumnKind kind : needed) need(kind, cells, is_used, columns);
    columns.issues.push_back({.name = "",
                              .position = columns.place(ColumnKind::Position),
                              .salience = columns.place(ColumnKind::Salience),
                              .reference = columns.place(ColumnKind::Reference),
                              .decided = columns.place(ColumnKind::Decided),
                              .position_spread = columns.spread(ColumnKind::Position),
                              .salience_spread = columns.spread(ColumnKind::Salience)});
  } else if (columns.issues.empty()) {
    cells.report_table(
        "actor",
        "the table has no issue: expected columns ISSUE:position and ISSUE:salience, or position "
        "and salience");
  } else {
    for (const IssueColumns& issue : columns.issues) {
      const ColumnPlace there = issue.position    ? issue.position
                                : issue.salience  ? issue.salience
                                : issue.reference ? issue.reference
                                                  : issue.decided;
      if (there && !(issue.position && issue.salience))
        cells.report_column(*there, fmt::format("this issue needs a column {}:{}", printable(issue.name),
                                                issue.position ? "salience" : "position"));
    }
  }
}

/// Reports columns of uncertainty that say nothing alone.
void check_spread(TableCells& cells, const SpreadColumns& spread, ColumnPlace value) {
  for (const ColumnPlace there : {spread.sd, spread.lo, spread.hi})
    if (there && !value) cells.report_column(*there, "there is no column of the values themselves");
  if (value && spread.lo && !spread.hi) cells.report_column(*spread.lo, "the upper end lacks: a column _hi");
  if (value && spread.hi && !spread.lo) cells.report_column(*spread.hi, "the lower end lacks: a column _lo");
}

/// Takes back columns that no one reads, so that they are told.
void leave_unused(const TableColumns& columns, const std::vector<ColumnKind>& used,
                  std::vector<char>& is_used) {
  const bool is_wide = !columns.issues.empty() && !columns.issues.front().name.empty();
  for (const ColumnWord& word : column_words) {
    const ColumnPlace there = columns.place(word.kind);
    const bool is_read =
        word.of_issue ? !is_wide : std::find(used.begin(), used.end(), word.kind) != used.end();
    if (there && !is_read) is_used[*there] = 0;
    const SpreadColumns& spread = columns.spread(word.kind);
    for (const ColumnPlace part : {spread.sd, spread.lo, spread.hi})
      if (part && !is_read) is_used[*part] = 0;
  }
}

}  // namespace

void settle_shape(TableCells& cells, const std::vector<ColumnKind>& needed, const std::vector<char>& is_used,
                  TableColumns& columns) {
  find_shape(cells, needed, is_used, columns);
  check_spread(cells, columns.spread(ColumnKind::Power), columns.place(ColumnKind::Power));
  for (const IssueColumns& issue : columns.issues) {
    check_spread(cells, issue.position_spread, issue.position);
    check_spread(cells, issue.salience_spread, issue.salience);
  }
}

void tell_unused(TableCells& cells, const TableColumns& columns, const std::vector<ColumnKind>& used,
                 std::vector<char> is_used) {
  leave_unused(columns, used, is_used);
  constexpr std::size_t most_told = 20;
  std::size_t n_told = 0, n_unused = 0;
  for (std::size_t k = 0; k < cells.headings().size(); ++k) {
    const std::string& name = cells.headings()[k].text;
    if (is_used[k] != 0 || name == "source") continue;
    n_unused += 1;
    const std::string hint = n_unused <= 200 && !heading_of(name, false) ? suggest_column(name) : "";
    if ((hint.empty() && n_told >= most_told) || n_told >= 5 * most_told) continue;
    n_told += 1;
    cells.assume_column(k, fmt::format("column {} is not used{}", in_quotes(name), hint));
  }
  if (n_unused > n_told)
    cells.assume_table("columns", fmt::format("{} more columns are not used", n_unused - n_told));
}

}  // namespace hansa
