#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "sweeps/run/shard_file.hpp"
#include "sweeps/sensitivity/outcomes.hpp"

namespace hansa {
namespace {

/// Throws if a shard has other values of the parameters than the design, as after a change of how points are drawn.
void refuse_other_points(const SweepPlan& plan, const SweepFolder& folder, std::size_t shard,
                         const ResultSet& result) {
  const auto& stored = values_of<double>(result, "parameter_value");
  const std::size_t n_parameters = plan.sweep.parameters.size();
  for (std::size_t k = 0; k < std::min<std::size_t>(stored.size() / n_parameters, 100); ++k) {
    const RunAddress at = plan.address_of(plan.first_run(shard) + k);
    for (std::size_t j = 0; j < n_parameters; ++j) {
      const double expected = number_at(plan.sweep, at.point, at.arm, j),
                   found = stored[k * n_parameters + j];
      if (found == expected || (std::isnan(found) && std::isnan(expected))) continue;
      throw ResultFileError(folder.shard(shard),
                            fmt::format("{} is {} where the design has {}: another version drew these points",
                                        plan.sweep.parameters[j].path, found, expected));
    }
  }
}

}  // namespace

RunOutcomes read_outcomes(const SweepPlan& plan, const SweepFolder& folder,
                          const std::vector<std::string>& conferences) {
  RunOutcomes runs = no_outcomes(plan, conferences);
  bool is_checked = false;
  for (std::size_t shard = 0; shard < plan.n_shards(); ++shard) {
    if (!folder.has(shard)) continue;
    const ResultSet result = read_shard(plan, folder, shard);
    if (!is_checked) refuse_other_points(plan, folder, shard, result);
    is_checked = true;
    add_outcomes(plan, plan.first_run(shard), result, runs);
  }
  return runs;
}

}  // namespace hansa
