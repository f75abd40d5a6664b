#include "sweeps/sensitivity/effects.hpp"

#include <array>

#include "support/numbers/expect.hpp"

namespace hansa {
namespace {

constexpr std::array<Measure, 2> shares = {
    {{"S1", "share of the variance that would go if the parameter were known, by itself"},
     {"ST", "share of the variance that would stay if all others were known: with its interactions"}}};
constexpr std::array<Measure, 3> elementary = {
    {{"mu*", "mean size of the change from the low to the high end of its range"},
     {"sigma", "standard deviation of that change over the other parameters: interaction or curvature"},
     {"mu", "mean change, with its sign"}}};
constexpr std::array<Measure, 2> regression = {
    {{"SRC",
      "standardized regression coefficient: standard deviations of the outcome by one of the parameter"},
     {"PRCC", "partial rank correlation: how far the outcome rises or falls with it, others held fixed"}}};

}  // namespace

std::span<const Measure> measures_of(SensitivityMethod method) {
  switch (method) {
    case SensitivityMethod::Sobol:
    case SensitivityMethod::Grid:
      return shares;
    case SensitivityMethod::Morris:
      return elementary;
    case SensitivityMethod::Regression:
      return regression;
    case SensitivityMethod::Binned:
      break;
  }
  return std::span(shares).first(1);
}

Effects estimate_effects(SensitivityMethod method, const std::vector<DesignRow>& rows,
                         const std::vector<DesignColumn>& columns, const Blocks& blocks) {
  HANSA_EXPECT(rows.size() == blocks.n_points && !columns.empty());
  switch (method) {
    case SensitivityMethod::Sobol:
      return sobol_indices(rows, columns.size(), blocks);
    case SensitivityMethod::Morris:
      return morris_effects(rows, columns, blocks);
    case SensitivityMethod::Regression:
      return regression_effects(columns, blocks);
    case SensitivityMethod::Binned:
      return binned_effects(rows, columns, blocks);
    case SensitivityMethod::Grid:
      break;
  }
  return grid_shares(columns, blocks);
}

}  // namespace hansa
