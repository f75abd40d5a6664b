#include "scenarios/bargain/case_table.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <unordered_map>
#include <utility>

#include <fmt/format.h>

#include "scenarios/csv_table.hpp"

namespace hansa {
namespace {

constexpr Bounds amount{0.0, 1e12};

/// The columns that may be missing; empty where they are.
struct OptionalColumns {
  std::string power, reference;
};

OptionalColumns find_columns(const CsvTable& table) {
  OptionalColumns found;
  for (const std::string& column : table.columns()) {
    if (column == "power") found.power = column;
    if (column != "reference" && column != "reference_point") continue;
    if (!found.reference.empty()) table.report_column(column, "a second column of references");
    found.reference = column;
  }
  return found;
}

/// Reads what all lines of an issue say alike, where they say it.
void read_shared(const CsvTable& table, std::size_t row, const std::string& column,
                 std::optional<double>& known) {
  const auto value = table.number(row, column);
  if (value && known && *value != *known)
    table.report(row, column, fmt::format("this issue has {} in a line above", *known));
  if (value && !known) known = value;
}

}  // namespace

CaseTable read_cases(const std::filesystem::path& path) {
  constexpr auto required =
      std::to_array<std::string_view>({"issue", "actor", "position", "salience", "outcome"});
  ProblemList problems;
  const CsvTable table(path, required, problems);
  const OptionalColumns columns = find_columns(table);
  CaseTable read;
  std::vector<BargainCase> found;
  std::vector<std::optional<double>> outcomes;
  std::unordered_map<std::string, std::size_t> places;
  for (std::size_t row = 0; row < table.n_rows(); ++row) {
    const std::string& name = table.name(row, "issue");
    const auto [place, is_new] = places.emplace(name, found.size());
    if (is_new) {
      found.push_back({.name = name});
      outcomes.emplace_back();
    }
    BargainCase& one = found[place->second];
    read_shared(table, row, "outcome", outcomes[place->second]);
    if (!columns.reference.empty()) read_shared(table, row, columns.reference, one.reference);
    const bool is_whole = !table.text(row, "position").empty() && !table.text(row, "salience").empty();
    const auto position = table.number(row, "position"), salience = table.number(row, "salience", amount);
    const double power = columns.power.empty() ? 1.0 : table.required_number(row, columns.power, amount);
    read.n_rows_left_out += is_whole ? 0U : 1U;
    if (!position || !salience) continue;
    one.position.push_back(*position);
    one.weight.push_back(power * *salience);
  }
  problems.throw_if_any();
  for (std::size_t k = 0; k < found.size(); ++k) {
    const bool cared =
        std::any_of(found[k].weight.begin(), found[k].weight.end(), [](double w) { return w > 0; });
    if (!outcomes[k] || !cared) {
      read.n_cases_left_out += 1;
      continue;
    }
    found[k].outcome = *outcomes[k];
    read.cases.push_back(std::move(found[k]));
  }
  if (read.cases.empty() && table.n_rows() > 0) table.report_column("outcome", "no issue can be tested");
  if (table.n_rows() == 0) table.report_column("issue", "there is no case");
  problems.throw_if_any();
  return read;
}

}  // namespace hansa
