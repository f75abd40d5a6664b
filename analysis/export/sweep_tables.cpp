#include <array>
#include <cmath>
#include <limits>

#include "analysis/export/outcome.hpp"
#include "analysis/export/result_tables.hpp"
#include "analysis/results/hdf5/result_file.hpp"

namespace hansa {
namespace {

/// The swept parameters of a point: as texts if some are no numbers.
struct Parameters {
  std::vector<TidyColumn> columns;
  std::vector<std::vector<Cell>> values;  // by point

  explicit Parameters(const ResultSet& merged) {
    const Dimension& names = dimension_called(merged, "parameter");
    const auto& numbers = values_of<double>(merged, "parameter_value");
    const Variable *text = merged.find_variable("parameter_text"),
                   *units = merged.find_variable("parameter_unit");
    expect_dims(merged, "parameter_value", {"design_point", "parameter"});
    expect_dims(merged, "parameter_text", {"design_point", "parameter"});
    expect_dims(merged, "parameter_unit", {"parameter"});
    if (!std::holds_alternative<std::vector<std::string>>(names.labels))
      throw ResultFileError("parameter", "has labels that are no texts");
    const std::size_t n = names.size();
    for (std::size_t p = 0; p < n; ++p) {
      const std::string name = std::get<std::string>(label_at(names, p));
      columns.push_back({name,
                         units == nullptr ? "see docs/reference/parameters.md"
                                          : std::get<std::vector<std::string>>(units->values)[p],
                         "parameter of the scenario", "design_point"});
    }
    for (std::size_t k = 0; n > 0 && k * n < numbers.size(); ++k) {
      std::vector<Cell>& row = values.emplace_back();
      for (std::size_t p = 0; p < n; ++p) {
        if (std::isnan(numbers[k * n + p]) && text != nullptr)
          row.emplace_back(std::get<std::vector<std::string>>(text->values)[k * n + p]);
        else
          row.emplace_back(numbers[k * n + p]);
      }
    }
  }
};

TidyTable point_means(const ResultSet& merged, const std::string& name, const std::string& along) {
  const std::array<std::string, 4> dims = {"design_point", "realization", "arm", along};
  const Parameters parameters(merged);
  const Dimension &points = dimension_called(merged, "design_point"), &arms = dimension_called(merged, "arm"),
                  &rows = dimension_called(merged, along);
  const std::size_t n_realizations = dimension_called(merged, "realization").size(), n_arms = arms.size();
  expect_dims(merged, "complete", {"design_point", "realization", "arm"});
  const auto& complete = values_of<std::uint8_t>(merged, "complete");
  const std::vector<Outcome> outcomes = outcomes_along(merged, dims, Codes::Shares);

  TidyTable table{.name = name, .columns = {label_column(points)}};
  table.columns.insert(table.columns.end(), parameters.columns.begin(), parameters.columns.end());
  table.columns.push_back(label_column(arms));
  table.columns.push_back(label_column(rows));
  const std::string varies = "design_point, arm, " + along;
  table.columns.push_back(
      {"complete_realizations", "1", "realizations that ran and did not fail", "design_point, arm"});
  for (const Outcome& outcome : outcomes) {
    table.columns.push_back(outcome.column);
    table.columns.back().dimensions = varies;
    table.columns.back().meaning.insert(0, "mean over the complete realizations of: ");
  }
  for (std::size_t point = 0; point < points.size(); ++point) {
    for (std::size_t arm = 0; arm < n_arms; ++arm) {
      std::vector<std::size_t> runs;  // that are complete
      for (std::size_t r = 0; r < n_realizations; ++r) {
        const std::size_t run = (point * n_realizations + r) * n_arms + arm;
        if (complete[run] != 0) runs.push_back(run);
      }
      for (std::size_t k = 0; k < rows.size(); ++k) {
        std::vector<Cell>& row = table.rows.emplace_back();
        row.push_back(label_at(points, point));
        if (!parameters.columns.empty())
          row.insert(row.end(), parameters.values[point].begin(), parameters.values[point].end());
        row.push_back(label_at(arms, arm));
        row.push_back(label_at(rows, k));
        row.emplace_back(static_cast<double>(runs.size()));
        for (const Outcome& outcome : outcomes) {
          double sum = 0, n = 0;
          for (const std::size_t run : runs) {
            const double value = number_at(outcome, run * rows.size() + k);
            if (std::isnan(value)) continue;
            sum += value;
            n += 1;
          }
          row.emplace_back(n > 0 ? sum / n : std::numeric_limits<double>::quiet_NaN());
        }
      }
    }
  }
  return table;
}

}  // namespace

std::vector<TidyTable> sweep_tables(const ResultSet& merged) {
  std::vector<TidyTable> tables;
  if (merged.find_dimension("conference") != nullptr)
    tables.push_back(point_means(merged, "conferences", "conference"));
  tables.push_back(point_means(merged, "years", "year"));
  return tables;
}

}  // namespace hansa
