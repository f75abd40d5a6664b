#include "bargaining/tables/case_table.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <unordered_map>
#include <utility>

#include <fmt/format.h>

#include "support/input/csv_table.hpp"

namespace hansa {
namespace {

constexpr Bounds amount{0.0, largest_amount};                 // power, salience
constexpr Bounds any_scale{-largest_amount, largest_amount};  // positions, references, outcomes

/// The optional columns; empty if absent.
struct OptionalColumns {
  std::string power, reference, voting, proposal;
};

OptionalColumns find_columns(const CsvTable& table) {
  OptionalColumns found;
  for (const std::string& column : table.columns()) {
    if (column == "power") found.power = column;
    if (column == "voting") found.voting = column;
    if (column == "proposal") found.proposal = column;
    if (column != "reference" && column != "reference_point") continue;
    if (!found.reference.empty()) table.report_column(column, "the table already has a column of references");
    found.reference = column;
  }
  return found;
}

/// Reads a number that is the same in all lines of an issue, or missing in some.
void read_shared(const CsvTable& table, std::size_t row, const std::string& column,
                 std::optional<double>& known) {
  const auto value = table.number(row, column, any_scale);
  if (value && known && *value != *known)
    table.report(row, column, fmt::format("this issue has {} in a line above", *known));
  if (value && !known) known = value;
}

/// The same for text.
void read_shared_text(const CsvTable& table, std::size_t row, const std::string& column, std::string& known) {
  if (column.empty() || table.text(row, column).empty()) return;
  const std::string& text = table.text(row, column);
  if (!known.empty() && text != known)
    table.report(row, column, fmt::format("this issue has {} in a line above", in_quotes(known)));
  if (known.empty()) known = text;
}

/// The part of an issue's name before its number, as d00032 of d00032i1; the full name if it has no number.
std::string proposal_of(const std::string& issue) {
  const auto end = issue.find_last_not_of("0123456789");
  const bool is_numbered = end != std::string::npos && end > 0 && end + 1 < issue.size() && issue[end] == 'i';
  return is_numbered ? issue.substr(0, end) : issue;
}

bool has_weight(const BargainCase& one) {
  for (std::size_t k = 0; k < one.position.size(); ++k)
    if (one.power[k] * one.salience[k] > 0) return true;
  return false;
}

}  // namespace

std::size_t CaseTable::n_with_reference() const {
  return static_cast<std::size_t>(
      std::count_if(cases.begin(), cases.end(), [](const auto& one) { return one.reference.has_value(); }));
}

BargainTable CaseTable::table_of(const BargainCase& one) const {
  double least = one.position.at(0), most = least, most_salience = 0;
  for (const BargainCase& each : cases) {
    for (const double x : each.position) {
      least = std::min(least, x);
      most = std::max(most, x);
    }
    least = std::min(least, each.reference.value_or(least));
    most = std::max(most, each.reference.value_or(most));
    for (const double s : each.salience) most_salience = std::max(most_salience, s);
  }
  BargainTable table{.issues = {{one.name, least, most, one.reference}},
                     .actors = std::vector<std::string>(one.position.size()),
                     .power = one.power,
                     .veto = std::vector<char>(one.position.size()),
                     .position = one.position,
                     .salience = one.salience};
  for (double& s : table.salience) s /= most_salience;
  return table;
}

CaseTable read_cases(const std::filesystem::path& path) {
  constexpr auto required =
      std::to_array<std::string_view>({"issue", "actor", "position", "salience", "outcome"});
  ProblemList problems;
  const CsvTable table(path, required, problems);
  const OptionalColumns columns = find_columns(table);
  CaseTable read;
  std::vector<BargainCase> found;
  std::vector<std::optional<double>> outcomes;
  std::vector<TableIds> actors;  // of each issue
  std::unordered_map<std::string, std::size_t> places;
  for (std::size_t row = 0; row < table.n_rows(); ++row) {
    const std::string& name = table.name(row, "issue");
    const auto [place, is_new] = places.emplace(name, found.size());
    if (is_new) {
      found.push_back({.name = name});
      outcomes.emplace_back();
      actors.emplace_back();
    }
    BargainCase& one = found[place->second];
    actors[place->second].add(table, row, "actor", table.name(row, "actor"));
    read_shared(table, row, "outcome", outcomes[place->second]);
    read_shared_text(table, row, columns.voting, one.voting);
    read_shared_text(table, row, columns.proposal, one.proposal);
    if (!columns.reference.empty()) read_shared(table, row, columns.reference, one.reference);
    const bool is_complete = !table.text(row, "position").empty() && !table.text(row, "salience").empty();
    const auto position = table.number(row, "position", any_scale),
               salience = table.number(row, "salience", amount);
    const double power = columns.power.empty() ? 1.0 : table.required_number(row, columns.power, amount);
    read.n_rows_left_out += is_complete ? 0U : 1U;
    if (!position || !salience) continue;
    one.position.push_back(*position);
    one.power.push_back(power);
    one.salience.push_back(*salience);
  }
  problems.throw_if_any();
  for (std::size_t k = 0; k < found.size(); ++k) {
    if (!outcomes[k] || !has_weight(found[k])) {
      read.n_cases_left_out += 1;
      continue;
    }
    found[k].outcome = *outcomes[k];
    if (found[k].proposal.empty()) found[k].proposal = proposal_of(found[k].name);
    read.cases.push_back(std::move(found[k]));
  }
  if (read.cases.empty() && table.n_rows() > 0)
    table.report_column("outcome", "no issue has an outcome and an actor with power and salience");
  if (table.n_rows() == 0) table.report_column("issue", "the table has no cases");
  problems.throw_if_any();
  return read;
}

}  // namespace hansa
