#include "bargaining/tables/ktab_table.hpp"

#include <algorithm>
#include <string_view>

#include <fmt/format.h>

#include "bargaining/tables/salience_unit.hpp"
#include "support/input/loose_numeral.hpp"
#include "support/input/problem.hpp"
#include "support/text/numeral.hpp"

namespace hansa {
namespace {

constexpr std::size_t before_issues = 3;  // columns: actor, description, power

using Cell = CsvCell;
using Line = std::vector<CsvCell>;

/// The name of an issue from the heading of its positions.
std::string issue_name(std::string heading) {
  constexpr std::string_view behind = " Position";
  if (heading.size() >= behind.size() && heading.ends_with(behind))
    heading.resize(heading.size() - behind.size());
  return heading;
}

/// Builds the table from the cells and reports their problems.
class KtabReader {
 public:
  explicit KtabReader(ActorTable& table)
      : table_(table), problems_(table.problems()), lines_(table.csv().lines) {
    for (Line& line : lines_)
      while (line.size() > 1 && line.back().text.empty()) line.pop_back();
  }

  BargainTable read() {
    BargainTable table;
    if (table_.needs_size())
      table_.report_table("size", "the rule asks for sizes, which a table in KTAB's format has not");
    if (lines_.size() < 3 || lines_[0].size() < 4) {
      table_.report_table("file", "expected NAME, DESCRIPTION, actors, issues; headings; actors");
      return table;
    }
    const std::size_t n_actors = count(lines_[0][2], "actors", most_bargain_actors);
    const std::size_t n_issues = count(lines_[0][3], "issues", 100);
    if (n_actors == 0 || n_issues == 0) return table;
    const std::size_t n_columns = before_issues + 2 * n_issues;
    table_.tell_separator();
    find_comma();
    if (lines_.size() - 2 != n_actors)
      report(lines_[0][2], "actors", fmt::format("the table has {} actors", lines_.size() - 2));
    if (!has_cells(lines_[1], n_columns)) return table;
    for (std::size_t d = 0; d < n_issues; ++d) read_issue(lines_[1][before_issues + 2 * d], table);
    for (std::size_t k = 2; k < lines_.size(); ++k)
      if (has_cells(lines_[k], n_columns)) read_actor(lines_[k], table);
    scale_saliences(table);
    if (problems_.empty()) check_weights(table);
    return table;
  }

 private:
  void report(const Cell& cell, std::string_view key, std::string message) {
    problems_.add(table_.place(cell.byte), key, std::move(message));
  }

  bool has_cells(const Line& line, std::size_t n) {
    if (line.size() != n) report(line[0], "row", fmt::format("{} cells under {} columns", line.size(), n));
    return line.size() == n;
  }

  void find_comma() {
    CommaEvidence evidence;
    for (std::size_t k = 2; k < lines_.size(); ++k)
      for (std::size_t column = 2; column < lines_[k].size(); ++column) evidence.add(lines_[k][column].text);
    table_.find_comma(evidence);
  }

  double number(const Cell& cell, std::string_view key, double most) {
    return table_.number_in(cell, key, one_line(cell.text), {{0, most}, 100}).value_or(0);
  }

  std::size_t count(const Cell& cell, std::string_view key, std::size_t most) {
    std::size_t value = 0;
    if (read_numeral(cell.text, value) && value > 0 && value <= most) return value;
    report(cell, key,
           fmt::format("expected a whole number from 1 to {}, got {}", most, in_quotes(cell.text)));
    return 0;
  }

  void read_issue(const Cell& heading, BargainTable& table) {
    const std::string name = issue_name(heading.text);
    const auto has_name = [&](const BargainIssue& issue) { return issue.name == name; };
    if (name.find_first_not_of(" \t") == std::string::npos) {
      report(heading, "issue", "an issue without a name");
    } else if (std::any_of(table.issues.begin(), table.issues.end(), has_name)) {
      report(heading, "issue", in_quotes(name) + " is also the name of an earlier issue");
    }
    table.issues.push_back({.name = name,
                            .least = 0.0,
                            .most = 100.0,
                            .reference = std::nullopt,
                            .proposal = proposal_of(name)});
  }

  void read_actor(const Line& line, BargainTable& table) {
    const auto& headings = lines_[1];
    if (line[0].text.empty()) report(line[0], headings[0].text, "the cell is empty");
    if (std::find(table.actors.begin(), table.actors.end(), line[0].text) != table.actors.end())
      report(line[0], headings[0].text, in_quotes(line[0].text) + " is also the name of an earlier actor");
    table.actors.push_back(line[0].text);
    table.veto.push_back(0);
    table.power.push_back(number(line[2], headings[2].text, largest_power));
    for (std::size_t k = before_issues; k < line.size(); k += 2) {
      table.position.push_back(number(line[k], headings[k].text, 100.0));
      table.salience.push_back(number(line[k + 1], headings[k + 1].text, 100.0));
      unit_.add(table.salience.back(), line[k + 1].text.ends_with('%'), headings[k + 1].text,
                table_.place(line[k + 1].byte));
    }
  }

  void scale_saliences(BargainTable& table) {
    if (problems_.empty()) unit_.report_mix(problems_);
    if (unit_.is_share()) {
      table_.assume("salience", table_.place(lines_[1][before_issues + 1].byte),
                    "saliences run from 0 to 1, since none is larger");
      return;
    }
    for (double& salience : table.salience) salience /= 100.0;
  }

  void check_weights(const BargainTable& table) {
    for (std::size_t d = 0; d < table.n_issues(); ++d) {
      const Cell& heading = lines_[1][before_issues + 2 * d + 1];
      double weight = 0;
      for (std::size_t a = 0; a < table.n_actors(); ++a)
        weight += table.power[a] * table.salience[a * table.n_issues() + d];
      if (!(weight > 0)) report(heading, heading.text, "no actor with power has salience on this issue");
    }
  }

  ActorTable& table_;
  ProblemList& problems_;
  std::vector<Line> lines_;
  SalienceUnit unit_;
};

}  // namespace

BargainTable read_ktab_table(ActorTable& table) { return KtabReader(table).read(); }

}  // namespace hansa
