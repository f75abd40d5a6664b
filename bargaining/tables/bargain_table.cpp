#include "bargaining/tables/bargain_table.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <system_error>
#include <utility>

#include <fmt/format.h>

#include "bargaining/tables/ktab_table.hpp"
#include "scenarios/load/paths.hpp"
#include "support/input/csv_table.hpp"
#include "support/text/numeral.hpp"

namespace hansa {
namespace {

constexpr Bounds amount{0.0, largest_amount};                 // power
constexpr Bounds any_scale{-largest_amount, largest_amount};  // positions, references

/// The columns of one issue; empty if absent.
struct IssueColumns {
  std::string name, position, salience, reference, decided;
  bool has_scale = false;
  Bounds scale = any_scale;
};

std::optional<double> read_number(std::string_view text) {
  double value = 0;
  return read_numeral(text, value) ? std::optional(value) : std::nullopt;
}

/// Reads the ends of a scale, as in ` 4..10`. Returns an error message, empty if valid.
std::string read_scale(std::string_view text, IssueColumns& issue) {
  if (text.empty()) return "";
  const std::string wrong = "expected the ends of the scale, the lower first, as in 'position 4..10'";
  const auto dots = text.find("..");
  if (text[0] != ' ' || dots == std::string_view::npos) return wrong;
  const auto least = read_number(text.substr(1, dots - 1)), most = read_number(text.substr(dots + 2));
  if (!least || !most || !(*least < *most)) return wrong;
  if (*least < any_scale.min || *most > any_scale.max)
    return fmt::format("the ends of a scale must be between {} and {}", any_scale.min, any_scale.max);
  issue.scale = {*least, *most};
  issue.has_scale = true;
  return "";
}

IssueColumns& issue_called(std::string_view name, std::vector<IssueColumns>& issues) {
  const auto found =
      std::find_if(issues.begin(), issues.end(), [&](const auto& issue) { return issue.name == name; });
  return found != issues.end() ? *found : issues.emplace_back(IssueColumns{.name = std::string(name)});
}

/// Assigns one column to its issue. Returns an error message, empty if valid.
std::string assign_column(const std::string& column, std::vector<IssueColumns>& issues) {
  if (column == "actor" || column == "power" || column == "veto") return "";
  const auto colon = column.rfind(':');
  if (colon == std::string::npos || colon == 0)
    return "unknown column; known: actor, power, veto, ISSUE:position, ISSUE:salience, "
           "ISSUE:reference, ISSUE:decided";
  const std::string_view kind = std::string_view(column).substr(colon + 1);
  constexpr std::string_view position = "position";
  const bool is_position = kind.substr(0, position.size()) == position;
  if (!is_position && kind != "salience" && kind != "reference" && kind != "decided")
    return "expected position, position MIN..MAX, salience, reference or decided after the colon";
  IssueColumns& issue = issue_called(std::string_view(column).substr(0, colon), issues);
  std::string& place = is_position           ? issue.position
                       : kind == "salience"  ? issue.salience
                       : kind == "reference" ? issue.reference
                                             : issue.decided;
  if (!std::exchange(place, column).empty()) return "this issue already has such a column";
  return is_position ? read_scale(kind.substr(position.size()), issue) : "";
}

std::vector<IssueColumns> sort_columns(const CsvTable& table) {
  std::vector<IssueColumns> issues;
  for (const std::string& column : table.columns()) {
    std::string wrong = assign_column(column, issues);
    if (!wrong.empty()) table.report_column(column, std::move(wrong));
  }
  for (const IssueColumns& issue : issues) {
    if (issue.position.empty() == issue.salience.empty() && !issue.position.empty()) continue;
    const std::string& there = !issue.position.empty()    ? issue.position
                               : !issue.salience.empty()  ? issue.salience
                               : !issue.reference.empty() ? issue.reference
                                                          : issue.decided;
    table.report_column(
        there, fmt::format("this issue needs a column {}",
                           issue.position.empty() ? issue.name + ":position" : issue.name + ":salience"));
  }
  if (issues.empty() && !table.columns().empty())
    table.report_column("actor",
                        "the table has no issue: expected columns ISSUE:position and ISSUE:salience");
  return issues;
}

/// The one value of a column of an issue; empty cells repeat the others. nullopt: no such column, or no value.
std::optional<double> read_once(const CsvTable& table, const std::string& column, const Bounds& bounds,
                                std::string_view what) {
  std::optional<double> known;
  for (std::size_t row = 0; row < table.n_rows() && !column.empty(); ++row) {
    const auto value = table.number(row, column, bounds);
    if (value && known && *value != *known)
      table.report(row, column, fmt::format("this issue has {} {} in a line above", what, *known));
    if (value && !known) known = value;
  }
  return known;
}

BargainIssue read_issue(const CsvTable& table, const IssueColumns& columns,
                        const std::vector<double>& positions) {
  BargainIssue issue{columns.name, columns.scale.min, columns.scale.max,
                     read_once(table, columns.reference, columns.scale, "the reference"),
                     read_once(table, columns.decided, any_scale, "decided")};
  if (columns.has_scale || positions.empty()) return issue;
  const auto [least, most] = std::minmax_element(positions.begin(), positions.end());
  issue.least = std::min(*least, issue.reference.value_or(*least));
  issue.most = std::max(*most, issue.reference.value_or(*most));
  return issue;
}

bool read_veto(const CsvTable& table, std::size_t row) {
  const std::string& word = table.text(row, "veto");
  if (!word.empty() && word != "yes" && word != "no")
    table.report(row, "veto", fmt::format("expected yes or no, got {}", in_quotes(word)));
  return word == "yes";
}

/// An issue without salience for any actor with power has no outcome.
void check_weights(const CsvTable& table, const std::vector<IssueColumns>& issues, const BargainTable& read) {
  for (std::size_t d = 0; d < issues.size(); ++d) {
    double weight = 0;
    for (std::size_t a = 0; a < read.n_actors(); ++a)
      weight += read.power[a] * read.salience[a * issues.size() + d];
    if (!(weight > 0))
      table.report_column(issues[d].salience, "no actor with power has salience on this issue");
  }
}

/// Reads a table in our own format: one line per actor, columns in any order.
///
///     actor                     its name
///     power                     at least 0
///     ISSUE:position            on any scale, from the least to the most value or as in `ISSUE:position 4..10`
///     ISSUE:salience            0 to 100
///     ISSUE:reference           optional: outcome without an agreement; empty cells repeat the others
///     ISSUE:decided             optional: what was decided in fact; no solver reads it
///     veto                      optional: yes if the actor can block an agreement, else no or empty
BargainTable read_plain_table(const std::filesystem::path& path, ProblemList& problems) {
  constexpr auto required = std::to_array<std::string_view>({"actor", "power"});
  constexpr Bounds percent{0.0, 100.0};
  const CsvTable table(path, required, problems);
  const std::vector<IssueColumns> issues = sort_columns(table);
  BargainTable read;
  if (table.columns().empty() || !problems.empty()) return read;
  if (table.n_rows() == 0 || table.n_rows() > most_bargain_actors) {
    table.report_column("actor",
                        fmt::format("expected 1 to {} actors, got {}", most_bargain_actors, table.n_rows()));
    return read;
  }
  const bool has_veto =
      std::find(table.columns().begin(), table.columns().end(), "veto") != table.columns().end();
  TableIds names;
  std::vector<std::vector<double>> positions(issues.size());
  for (std::size_t row = 0; row < table.n_rows(); ++row) {
    read.actors.push_back(table.name(row, "actor"));
    names.add(table, row, "actor", read.actors.back());
    read.power.push_back(table.required_number(row, "power", amount));
    read.veto.push_back(has_veto && read_veto(table, row) ? 1 : 0);
    for (std::size_t d = 0; d < issues.size(); ++d) {
      read.position.push_back(table.required_number(row, issues[d].position, issues[d].scale));
      read.salience.push_back(table.required_number(row, issues[d].salience, percent) / 100.0);
      positions[d].push_back(read.position.back());
    }
  }
  for (std::size_t d = 0; d < issues.size(); ++d)
    read.issues.push_back(read_issue(table, issues[d], positions[d]));
  if (problems.empty()) check_weights(table, issues, read);
  return read;
}

}  // namespace

double BargainTable::to_unit(std::size_t issue, double value) const {
  const double least = issues[issue].least, width = issues[issue].most - least;
  return width > 0 ? (value - least) / width : 0.0;
}

double BargainTable::from_unit(std::size_t issue, double share) const {
  const double least = issues[issue].least;
  return least + share * (issues[issue].most - least);
}

std::string find_bargain_table(const std::string& written, const DataFolders& folders) {
  std::error_code ignored;
  const bool bare = written.find_first_of("/.") == std::string::npos;
  if (!bare || std::filesystem::exists(written, ignored)) return written;
  const Found found = find_example(written, folders);
  if (found.reason.empty()) return found.path.string();
  throw ScenarioError({{.file = written,
                        .key = "file",
                        .message = found.reason + (found.reason.ends_with('?') ? " A" : "; a") +
                                   " file is given as ./NAME or NAME.csv"}});
}

BargainTable read_bargain_table(const std::filesystem::path& path) {
  ProblemList problems;
  const BargainTable table =
      is_ktab_table(path) ? read_ktab_table(path, problems) : read_plain_table(path, problems);
  problems.throw_if_any();
  return table;
}

}  // namespace hansa
