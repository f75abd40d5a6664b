#include "analysis/comparison/comparison.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <span>

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

/// The years of conferences.
const std::vector<std::int32_t>& conference_years(const ResultSet& result) {
  return std::get<std::vector<std::int32_t>>(result.find_variable("conference_year")->values);
}

/// The conferences of both arms, by name, that both hold within the years of both.
std::vector<RowPair> common_conferences(const ResultSet& full, const ResultSet& other) {
  std::vector<RowPair> rows = common_rows(full, other, "conference");
  if (rows.empty()) return rows;
  const std::vector<RowPair> years = common_rows(full, other, "year");
  const auto& labels = std::get<std::vector<std::int64_t>>(full.find_dimension("year")->labels);
  const std::int64_t from = labels[years.front().full], to = labels[years.back().full];
  const auto is_common = [&](std::int64_t year) { return from <= year && year <= to; };
  std::erase_if(rows, [&](const RowPair& row) {
    return !is_common(conference_years(full)[row.full]) || !is_common(conference_years(other)[row.other]);
  });
  return rows;
}

std::vector<PairedColumn> pair_columns(const ResultSet& full, const ResultSet& other,
                                       std::string_view dimension, const std::vector<RowPair>& rows,
                                       std::vector<OutcomeColumn> (*columns_of)(const ResultSet&)) {
  const std::vector<RowPair> realizations = common_rows(full, other, "realization");
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

/// Names differences that stand by themselves.
void name_each(OutcomeDifferences& outcomes, double smallest) {
  for (OutcomeDifference& one : outcomes) {
    const Candidate alone{&one.difference, scale_of(one.metric, one.full)};
    name_differences(std::span(&alone, 1), smallest);
  }
}

/// Names differences of the same outcome at several conferences.
void name_at_conferences(std::vector<ConferenceComparison>& conferences, double smallest) {
  for (std::size_t k = 0; !conferences.empty() && k < conferences.front().outcomes.size(); ++k) {
    std::vector<Candidate> candidates;
    for (ConferenceComparison& conference : conferences) {
      OutcomeDifference& one = conference.outcomes[k];
      candidates.push_back({&one.difference, scale_of(one.metric, one.full)});
    }
    name_differences(candidates, smallest);
  }
}

}  // namespace

Comparison compare(const ResultSet& full, const ResultSet& other, double smallest) {
  Comparison comparison;
  comparison.smallest = smallest;
  comparison.n_pairs = common_rows(full, other, "realization").size();
  comparison.first_difference = find_first_difference(full, other);
  comparison.networks = compare_networks(full, other);

  const std::vector<RowPair> conferences = common_conferences(full, other);
  if (!conferences.empty()) {
    const std::size_t n = conferences.size();
    const auto& names = std::get<std::vector<std::string>>(full.find_dimension("conference")->labels);
    const auto columns = pair_columns(full, other, "conference", conferences, conference_columns);
    for (std::size_t c = 0; c < n; ++c) {
      const std::size_t row = conferences[c].full;
      comparison.conferences.push_back(
          {names[row], conference_years(full)[row], differences_at(columns, c, n)});
    }
    comparison.mean_conference = mean_differences(columns, n);
    name_at_conferences(comparison.conferences, smallest);
    name_each(comparison.mean_conference, smallest);
  }

  const std::vector<RowPair> years = common_rows(full, other, "year");
  HANSA_EXPECT(!years.empty());
  const auto& labels = std::get<std::vector<std::int64_t>>(full.find_dimension("year")->labels);
  const auto columns = pair_columns(full, other, "year", years, year_columns);
  comparison.last_year = static_cast<int>(labels[years.back().full]);
  comparison.at_last_year = differences_at(columns, years.size() - 1, years.size());
  comparison.mean_year = mean_differences(columns, years.size());
  name_each(comparison.at_last_year, smallest);
  name_each(comparison.mean_year, smallest);
  return comparison;
}

const OutcomeDifference* find_outcome(const OutcomeDifferences& outcomes, std::string_view metric) {
  const auto found = std::find_if(outcomes.begin(), outcomes.end(),
                                  [&](const OutcomeDifference& one) { return one.metric == metric; });
  return found == outcomes.end() ? nullptr : &*found;
}

}  // namespace hansa
