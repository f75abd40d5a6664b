#pragma once

#include <cstddef>
#include <vector>

#include "bargaining/tables/bargain_table.hpp"

namespace hansa {

/// One issue's column of an actor x issue array.
[[nodiscard]] std::vector<double> column(const std::vector<double>& rows, std::size_t issue,
                                         std::size_t n_issues);

/// Each actor's weight on an issue: power times salience.
[[nodiscard]] std::vector<double> weights_on(const BargainTable& table, std::size_t issue);

/// The table's positions on 0 to 1, actor x issue, and such positions on the table's scales.
[[nodiscard]] std::vector<double> on_unit_scale(const BargainTable& table);
[[nodiscard]] std::vector<double> on_own_scale(const BargainTable& table,
                                               const std::vector<double>& positions);

}  // namespace hansa
