#include "bargaining/tables/table_arrays.hpp"

namespace hansa {

std::vector<double> column(const std::vector<double>& rows, std::size_t issue, std::size_t n_issues) {
  std::vector<double> values;
  for (std::size_t k = issue; k < rows.size(); k += n_issues) values.push_back(rows[k]);
  return values;
}

std::vector<double> weights_on(const BargainTable& table, std::size_t issue) {
  std::vector<double> weights = column(table.salience, issue, table.n_issues());
  for (std::size_t k = 0; k < weights.size(); ++k) weights[k] *= table.power[k];
  return weights;
}

std::vector<double> on_unit_scale(const BargainTable& table) {
  std::vector<double> positions;
  for (std::size_t k = 0; k < table.position.size(); ++k)
    positions.push_back(table.to_unit(k % table.n_issues(), table.position[k]));
  return positions;
}

std::vector<double> on_own_scale(const BargainTable& table, const std::vector<double>& positions) {
  std::vector<double> values;
  for (std::size_t k = 0; k < positions.size(); ++k)
    values.push_back(table.from_unit(k % table.n_issues(), positions[k]));
  return values;
}

}  // namespace hansa
