#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include "analysis/sensitivity/blocks.hpp"
#include "analysis/sensitivity/jackknife.hpp"
#include "sweeps/design/design_rows.hpp"

namespace hansa {

/// How the influence of parameters on an outcome is measured.
enum class SensitivityMethod { Sobol, Morris, Regression, Binned, Grid };
constexpr WordsOf<SensitivityMethod> choices(SensitivityMethod) {
  return {"sobol", "morris", "regression", "binned", "grid"};
}

/// A measure of a method.
struct Measure {
  std::string_view name, about;
};
[[nodiscard]] std::span<const Measure> measures_of(SensitivityMethod method);

/// The influence of each parameter of a sweep on the expectation of one outcome over chance.
struct Effects {
  SensitivityMethod method = SensitivityMethod::Sobol;
  std::vector<std::vector<Estimate>>
      by_parameter;                     // (parameter)(measure); empty: the method does not fit its values
  Estimate variance;                    // of the expected outcome over the design
  std::size_t n_units = 0, n_used = 0;  // base samples, trajectories or points; those with values
};

/// Measures of a method on an outcome. `rows` and `columns` describe the design, which fits the method.
[[nodiscard]] Effects estimate_effects(SensitivityMethod method, const std::vector<DesignRow>& rows,
                                       const std::vector<DesignColumn>& columns, const Blocks& blocks);

// The methods one by one, each in a file of its own.

/// First-order and total indices on Saltelli's design, S1 by Saltelli et al. 2010, ST by Jansen 1999, from products of
/// outcomes of different blocks. Variances are sums over all replicates; the interval comes from the spread between them.
[[nodiscard]] Effects sobol_indices(const std::vector<DesignRow>& rows, std::size_t n_parameters,
                                    Blocks blocks);

/// Elementary effects on Morris' trajectories, from the low to the high end of a range: mu* (Campolongo et al. 2007), sigma,
/// mu. The sign that makes an effect absolute is taken from the other blocks, so that noise alone gives 0 on average.
[[nodiscard]] Effects morris_effects(const std::vector<DesignRow>& rows,
                                     const std::vector<DesignColumn>& columns, const Blocks& blocks);

/// Standardized regression coefficients, and partial rank correlations, on points drawn independently. Noise is taken out
/// of the outcome's variance by products of different blocks. Labels are left out.
[[nodiscard]] Effects regression_effects(const std::vector<DesignColumn>& columns, Blocks blocks);

/// S1 on any drawn or given points (analysis/sensitivity/binned_shares.hpp).
[[nodiscard]] Effects binned_effects(const std::vector<DesignRow>& rows,
                                     const std::vector<DesignColumn>& columns, const Blocks& blocks);

/// S1 and ST on a full grid, whose levels count alike: analysis of variance.
[[nodiscard]] Effects grid_shares(const std::vector<DesignColumn>& columns, const Blocks& blocks);

}  // namespace hansa
