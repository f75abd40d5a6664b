#include "analysis/outcome_columns.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <type_traits>

#include "support/numbers/expect.hpp"

namespace hansa {
namespace {

using Dims = std::vector<std::string>;

bool is_numeric(const Variable& variable) {
  return !std::holds_alternative<std::vector<std::string>>(variable.values);
}

std::vector<OutcomeColumn> columns_along(const ResultSet& result, const std::string& dimension) {
  std::vector<OutcomeColumn> columns;
  for (const Variable& variable : result.variables) {
    if (variable.dims == Dims{"realization", dimension} && is_numeric(variable))
      columns.push_back({variable.name, numbers_of(variable)});
  }
  return columns;
}

/// Adds the sum or the mean over the last dimension; nothing if the result lacks the variable.
void add_sum(const ResultSet& result, std::string_view name, std::string metric, bool mean,
             std::vector<OutcomeColumn>& columns) {
  const Variable* variable = result.find_variable(name);
  if (variable == nullptr || variable->dims.size() != 3) return;
  const std::size_t n = shape_of(*variable, result).back();
  const std::vector<double> values = numbers_of(*variable);
  OutcomeColumn column{std::move(metric), std::vector<double>(n > 0 ? values.size() / n : 0, 0.0)};
  for (std::size_t k = 0; k < values.size(); ++k)
    column.values[k / n] += mean ? values[k] / static_cast<double>(n) : values[k];
  columns.push_back(std::move(column));
}

void add_unconditional(std::vector<OutcomeColumn>& columns) {
  const OutcomeColumn* found = find_column(columns, "adopted");
  if (found == nullptr) return;
  const std::vector<double> adopted = found->values;
  for (const char* metric : {"hardness", "depth", "participation", "urban_role"}) {
    found = find_column(columns, metric);
    if (found == nullptr) continue;
    OutcomeColumn column{found->metric + "_unconditional", found->values};
    for (std::size_t k = 0; k < column.values.size(); ++k) {
      if (adopted[k] == 0) column.values[k] = 0;
    }
    columns.push_back(std::move(column));
  }
}

void add_in_force(const ResultSet& result, std::vector<OutcomeColumn>& columns) {
  const OutcomeColumn* dates = find_column(columns, "entered_force");
  const Variable* treaties = result.find_variable("treaty_conference");
  if (dates == nullptr || treaties == nullptr) return;
  const std::size_t n = result.find_dimension("conference")->size();
  OutcomeColumn column{"in_force",
                       std::vector<double>(dates->values.size(), std::numeric_limits<double>::quiet_NaN())};
  for (const double row : numbers_of(*treaties)) {
    for (auto k = static_cast<std::size_t>(row); k < column.values.size(); k += n)
      column.values[k] = std::isnan(dates->values[k]) ? 0.0 : 1.0;
  }
  columns.push_back(std::move(column));
}

void add_memberships_per_city(std::vector<OutcomeColumn>& columns) {
  const OutcomeColumn *memberships = find_column(columns, "memberships"),
                      *cities = find_column(columns, "member_cities");
  if (memberships == nullptr || cities == nullptr) return;
  OutcomeColumn column{"memberships_per_city", memberships->values};
  for (std::size_t k = 0; k < column.values.size(); ++k)
    column.values[k] = cities->values[k] > 0 ? column.values[k] / cities->values[k] : 0.0;
  columns.push_back(std::move(column));
}

}  // namespace

std::vector<double> numbers_of(const Variable& variable) {
  return std::visit(
      [](const auto& values) -> std::vector<double> {
        if constexpr (std::is_same_v<std::decay_t<decltype(values)>, std::vector<std::string>>) {
          return {};
        } else {
          return {values.begin(), values.end()};
        }
      },
      variable.values);
}

std::vector<OutcomeColumn> conference_columns(const ResultSet& result) {
  std::vector<OutcomeColumn> columns = columns_along(result, "conference");
  add_unconditional(columns);
  add_in_force(result, columns);
  add_sum(result, "pressure", "pressure_total", false, columns);
  return columns;
}

std::vector<OutcomeColumn> year_columns(const ResultSet& result) {
  std::vector<OutcomeColumn> columns = columns_along(result, "year");
  add_memberships_per_city(columns);
  add_sum(result, "status_quo", "status_quo", true, columns);
  return columns;
}

const OutcomeColumn* find_column(const std::vector<OutcomeColumn>& columns, std::string_view metric) {
  const auto found = std::find_if(columns.begin(), columns.end(),
                                  [&](const OutcomeColumn& column) { return column.metric == metric; });
  return found == columns.end() ? nullptr : &*found;
}

}  // namespace hansa
