#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/results/result_set.hpp"

namespace hansa {

/// One outcome in every realization at every conference or in every year, the conference or year fastest.
struct OutcomeColumn {
  std::string metric;
  std::vector<double> values;  // NaN: does not apply
};

/// The numbers of a variable, codes as they are; none of a variable of texts.
[[nodiscard]] std::vector<double> numbers_of(const Variable& variable);

/// Every number that a result keeps for each realization and conference, coded variables by their code, and
///     X_unconditional   X of the text adopted, 0 where there is none (hardness, depth, participation, urban_role)
///     in_force          1 where the treaty entered into force by the last year, for conferences with a treaty
///     pressure_total    sum over channels
/// Empty for a result without conferences.
[[nodiscard]] std::vector<OutcomeColumn> conference_columns(const ResultSet& result);

/// Every number that a result keeps for each realization and year, and
///     memberships_per_city   memberships of a member city; 0 where no city is a member
///     status_quo             the mean over issues
[[nodiscard]] std::vector<OutcomeColumn> year_columns(const ResultSet& result);

/// The column of this metric; nullptr if there is none.
[[nodiscard]] const OutcomeColumn* find_column(const std::vector<OutcomeColumn>& columns,
                                               std::string_view metric);

/// Every n-th value from the k-th on: row k of n over all realizations.
template <class T>
[[nodiscard]] std::vector<double> row_of(const std::vector<T>& values, std::size_t k, std::size_t n) {
  std::vector<double> row;
  for (std::size_t j = k; j < values.size(); j += n) row.push_back(static_cast<double>(values[j]));
  return row;
}

}  // namespace hansa
