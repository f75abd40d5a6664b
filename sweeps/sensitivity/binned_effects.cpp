#include "analysis/sensitivity/binned_shares.hpp"
#include "sweeps/sensitivity/effects.hpp"

namespace hansa {

Effects binned_effects(const std::vector<DesignRow>& rows, const std::vector<DesignColumn>& columns,
                       const Blocks& blocks) {
  std::vector<std::size_t> units;
  for (const DesignRow& row : rows) units.push_back(row.unit);
  std::vector<BinnedColumn> inputs;
  for (const DesignColumn& column : columns) inputs.push_back({column.x, column.n_levels});
  const BinnedShares found = binned_shares(units, inputs, blocks);
  Effects effects{
      .method = SensitivityMethod::Binned, .variance = found.variance, .n_units = blocks.n_points};
  effects.n_used = blocks.n_points - blocks.n_empty;
  for (const Estimate& share : found.of_columns) effects.by_parameter.push_back({share});
  return effects;
}

}  // namespace hansa
