#include "analysis/comparison/comparison.hpp"

#include <algorithm>
#include <cmath>

#include "analysis/outcome_columns.hpp"
#include "support/numbers/expect.hpp"

namespace hansa {
namespace {

/// One outcome along conferences or years in both arms: one value per pair and row, rows fastest.
struct PairedColumn {
  std::string metric;
  std::vector<double> full, other;
};

/// The values of `column` at the rows and realizations that both arms have.
std::vector<double> pick(const std::vector<double>& column, std::size_t n_rows,
                         const std::vector<RowPair>& realizations, const std::vector<RowPair>& rows,
                         std::size_t RowPair::*arm) {
  std::vector<double> picked;
  picked.reserve(realizations.size() * rows.size());
  for (const RowPair& realization : realizations) {
    for (const RowPair& row : rows) picked.push_back(column[realization.*arm * n_rows + row.*arm]);
  }
  return picked;
}

std::vector<PairedColumn> pair_columns(const ResultSet& full, const ResultSet& other,
                                       std::string_view dimension,
                                       std::vector<OutcomeColumn> (*columns_of)(const ResultSet&)) {
  const std::vector<RowPair> realizations = common_rows(full, other, "realization"),
                             rows = common_rows(full, other, dimension);
  std::vector<PairedColumn> pairs;
  if (rows.empty()) return pairs;
  const std::size_t n_full = full.find_dimension(dimension)->size(),
                    n_other = other.find_dimension(dimension)->size();
  const std::vector<OutcomeColumn> others = columns_of(other);
  for (const OutcomeColumn& column : columns_of(full)) {
    const OutcomeColumn* twin = find_column(others, column.metric);
    if (twin == nullptr) continue;
    pairs.push_back({column.metric, pick(column.values, n_full, realizations, rows, &RowPair::full),
                     pick(twin->values, n_other, realizations, rows, &RowPair::other)});
  }
  return pairs;
}

OutcomeDifference difference_of(const std::string& metric, const std::vector<double>& full,
                                const std::vector<double>& other) {
  return {metric, mean_of_applying(full), mean_of_applying(other), paired_difference(full, other)};
}

OutcomeDifferences differences_at(const std::vector<PairedColumn>& columns, std::size_t k, std::size_t n) {
  OutcomeDifferences differences;
  for (const PairedColumn& column : columns)
    differences.push_back(
        difference_of(column.metric, row_of(column.full, k, n), row_of(column.other, k, n)));
  return differences;
}

/// The mean of each pair over the rows in which the outcome applies in both arms.
OutcomeDifferences mean_differences(const std::vector<PairedColumn>& columns, std::size_t n) {
  OutcomeDifferences differences;
  for (const PairedColumn& column : columns) {
    std::vector<double> full, other;
    for (std::size_t first = 0; first < column.full.size(); first += n) {
      std::vector<double> of_full, of_other;
      for (std::size_t k = first; k < first + n; ++k) {
        if (std::isnan(column.full[k]) || std::isnan(column.other[k])) continue;
        of_full.push_back(column.full[k]);
        of_other.push_back(column.other[k]);
      }
      full.push_back(mean_of_applying(of_full));
      other.push_back(mean_of_applying(of_other));
    }
    differences.push_back(difference_of(column.metric, full, other));
  }
  return differences;
}

}  // namespace

Comparison compare(const ResultSet& full, const ResultSet& other) {
  Comparison comparison;
  comparison.n_pairs = common_rows(full, other, "realization").size();
  comparison.first_difference = find_first_difference(full, other);
  comparison.networks = compare_networks(full, other);

  const std::vector<RowPair> conferences = common_rows(full, other, "conference");
  if (!conferences.empty()) {
    const std::size_t n = conferences.size();
    const auto& names = std::get<std::vector<std::string>>(full.find_dimension("conference")->labels);
    const auto& years = std::get<std::vector<std::int32_t>>(full.find_variable("conference_year")->values);
    const auto columns = pair_columns(full, other, "conference", conference_columns);
    for (std::size_t c = 0; c < n; ++c) {
      const std::size_t row = conferences[c].full;
      comparison.conferences.push_back({names[row], years[row], differences_at(columns, c, n)});
    }
    comparison.mean_conference = mean_differences(columns, n);
  }

  const std::vector<RowPair> years = common_rows(full, other, "year");
  HANSA_EXPECT(!years.empty());
  const auto& labels = std::get<std::vector<std::int64_t>>(full.find_dimension("year")->labels);
  const auto columns = pair_columns(full, other, "year", year_columns);
  comparison.last_year = static_cast<int>(labels[years.back().full]);
  comparison.at_last_year = differences_at(columns, years.size() - 1, years.size());
  comparison.mean_year = mean_differences(columns, years.size());
  return comparison;
}

const OutcomeDifference* find_outcome(const OutcomeDifferences& outcomes, std::string_view metric) {
  const auto found = std::find_if(outcomes.begin(), outcomes.end(),
                                  [&](const OutcomeDifference& one) { return one.metric == metric; });
  return found == outcomes.end() ? nullptr : &*found;
}

}  // namespace hansa
