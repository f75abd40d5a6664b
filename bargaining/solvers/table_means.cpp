#include "bargaining/solvers/table_means.hpp"

#include "bargaining/solvers/one_issue.hpp"
#include "bargaining/tables/bargain_table.hpp"

namespace hansa {

std::vector<double> plain_means_of(const BargainTable& table, const std::vector<double>& positions) {
  std::vector<double> means;
  for (std::size_t d = 0; d < table.n_issues(); ++d)
    means.push_back(weighted_mean(column(positions, d, table.n_issues()), table.power));
  return means;
}

std::vector<double> means_of(const BargainTable& table, const std::vector<double>& positions) {
  std::vector<double> means;
  for (std::size_t d = 0; d < table.n_issues(); ++d)
    means.push_back(weighted_mean(column(positions, d, table.n_issues()), weights_on(table, d)));
  return means;
}

std::vector<double> medians_of(const BargainTable& table, const std::vector<double>& positions) {
  std::vector<double> medians;
  for (std::size_t d = 0; d < table.n_issues(); ++d)
    medians.push_back(weighted_median(column(positions, d, table.n_issues()), weights_on(table, d)));
  return medians;
}

}  // namespace hansa
