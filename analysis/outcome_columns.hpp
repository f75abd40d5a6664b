#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "analysis/results/result_set.hpp"

namespace hansa {

/// One outcome of every realization at every conference, or in every year, the conference or year fastest.
struct OutcomeColumn {
  std::string metric;
  std::vector<double> values;  // NaN: does not apply
};

/// Every number that a result keeps for each realization and conference, what is coded by its code; and beside
/// them:
///     X_unconditional   X of the text adopted, 0 where there is none (hardness, depth, participation, urban_role)
///     in_force          1 where the treaty entered into force by the last year, for conferences with a treaty
///     pressure_total    sum over channels
/// Empty for a result without conferences.
[[nodiscard]] std::vector<OutcomeColumn> conference_columns(const ResultSet& result);

/// Every number that a result keeps for each realization and year, and beside them
///     memberships_per_city   memberships of a member city; 0 where no city is a member
///     status_quo             the mean over issues
[[nodiscard]] std::vector<OutcomeColumn> year_columns(const ResultSet& result);

/// The column of this metric; nullptr when there is none.
[[nodiscard]] const OutcomeColumn* find_column(const std::vector<OutcomeColumn>& columns,
                                               std::string_view metric);

}  // namespace hansa
