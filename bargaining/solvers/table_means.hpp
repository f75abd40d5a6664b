#pragma once

#include <vector>

#include "bargaining/tables/bargain_table.hpp"

namespace hansa {

/// Of positions, actor x issue, issue by issue: the means by power alone, the means and medians by power times salience.
[[nodiscard]] std::vector<double> plain_means_of(const BargainTable& table,
                                                 const std::vector<double>& positions);
[[nodiscard]] std::vector<double> means_of(const BargainTable& table, const std::vector<double>& positions);
[[nodiscard]] std::vector<double> medians_of(const BargainTable& table, const std::vector<double>& positions);

}  // namespace hansa
