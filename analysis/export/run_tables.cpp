#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "analysis/export/outcome.hpp"
#include "analysis/export/result_tables.hpp"
#include "support/numbers/quantile.hpp"

namespace hansa {
namespace {

/// One row for each realization and label of the dimension, and a column for each outcome.
TidyTable each_realization(const ResultSet& result, const std::string& name, const std::string& along) {
  const std::array<std::string, 2> dims = {"realization", along};
  const Dimension &realizations = dimension_called(result, "realization"),
                  &rows = dimension_called(result, along);
  const std::vector<Outcome> outcomes = outcomes_along(result, dims, Codes::Words);
  TidyTable table{.name = name, .columns = {label_column(realizations), label_column(rows)}};
  for (const Outcome& outcome : outcomes) table.columns.push_back(outcome.column);
  for (std::size_t r = 0; r < realizations.size(); ++r) {
    for (std::size_t k = 0; k < rows.size(); ++k) {
      std::vector<Cell>& row = table.rows.emplace_back();
      row.push_back(label_at(realizations, r));
      row.push_back(label_at(rows, k));
      for (const Outcome& outcome : outcomes) row.push_back(cell_at(outcome, r * rows.size() + k));
    }
  }
  return table;
}

constexpr std::array<double, 3> shown_quantiles = {0.05, 0.5, 0.95};

TidyTable summary(const ResultSet& result) {
  const std::array<std::string, 2> dims = {"realization", "conference"};
  const Dimension& conferences = dimension_called(result, "conference");
  const std::size_t n_realizations = dimension_called(result, "realization").size(), n = conferences.size();
  TidyTable table{.name = "summary",
                  .columns = {label_column(conferences),
                              {"variable", "1",
                               "outcome, as in docs/reference/result_file.md; a share for each word", ""},
                              {"n", "1", "realizations in which it applies", "conference, variable"},
                              {"mean", "variable's", "mean over these", "conference, variable"},
                              {"sd", "variable's", "standard deviation over these", "conference, variable"},
                              {"q05", "variable's", "5 % quantile over these", "conference, variable"},
                              {"median", "variable's", "median over these", "conference, variable"},
                              {"q95", "variable's", "95 % quantile over these", "conference, variable"},
                              {"unit", "1", "unit of the variable", "variable"}}};
  const std::vector<Outcome> outcomes = outcomes_along(result, dims, Codes::Shares);
  for (std::size_t c = 0; c < n; ++c) {
    for (const Outcome& outcome : outcomes) {
      std::vector<double> values;
      for (std::size_t r = 0; r < n_realizations; ++r) {
        const double value = number_at(outcome, r * n + c);
        if (!std::isnan(value)) values.push_back(value);
      }
      const auto count = static_cast<double>(values.size());
      double mean = 0, squares = 0;
      for (const double value : values) mean += value / count;
      for (const double value : values) squares += (value - mean) * (value - mean);
      constexpr double none = std::numeric_limits<double>::quiet_NaN();
      std::vector<Cell>& row = table.rows.emplace_back();
      row.push_back(label_at(conferences, c));
      row.emplace_back(outcome.column.name);
      row.emplace_back(count);
      row.emplace_back(values.empty() ? none : mean);
      row.emplace_back(values.size() < 2 ? none : std::sqrt(squares / (count - 1)));
      for (const double level : shown_quantiles)
        row.emplace_back(values.empty() ? none : quantile(values, level));
      row.emplace_back(outcome.column.unit);
    }
  }
  return table;
}

}  // namespace

std::vector<TidyTable> run_tables(const ResultSet& result) {
  std::vector<TidyTable> tables;
  if (result.find_dimension("conference") != nullptr) {
    tables.push_back(summary(result));
    tables.push_back(each_realization(result, "conferences", "conference"));
  }
  tables.push_back(each_realization(result, "years", "year"));
  return tables;
}

}  // namespace hansa
