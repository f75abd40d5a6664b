#include "sweeps/sensitivity/outcomes.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include <fmt/format.h>

#include "analysis/results/run_variables.hpp"

namespace hansa {
namespace {

constexpr double none = std::numeric_limits<double>::quiet_NaN();

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
  const std::vector<const ConferenceParams*> in_order = conferences_in_order(plan.sweep.reference.scenario);
  RunOutcomes runs;
  std::vector<std::size_t> rows;  // of the conferences among all
  for (const std::string& name : conferences) {
    const auto found =
        std::find_if(in_order.begin(), in_order.end(), [&](const auto* c) { return c->name == name; });
    rows.push_back(static_cast<std::size_t>(found - in_order.begin()));
    runs.names.insert(runs.names.end(), {{"adopted", name}, {"depth", name}});
  }
  runs.names.insert(runs.names.end(), {{"networks", ""}, {"network_voice", ""}});
  runs.values.assign(runs.names.size(), std::vector<double>(plan.n_runs(), none));
  runs.done.assign(plan.n_runs(), 0);
  runs.n_missing = plan.n_runs();
  bool is_checked = false;
  for (std::size_t shard = 0; shard < plan.n_shards(); ++shard) {
    if (!folder.has(shard)) continue;
    const ResultSet result = read_shard(plan, folder, shard);
    if (!is_checked) refuse_other_points(plan, folder, shard, result);
    is_checked = true;
    const auto& status = values_of<std::uint8_t>(result, "status");
    const auto& networks = values_of<std::int32_t>(result, "networks");
    const auto& voice = values_of<double>(result, "network_voice");
    const std::size_t n_years = result.find_dimension("year")->size(), first = plan.first_run(shard);
    runs.n_missing -= status.size();
    for (std::size_t k = 0; k < status.size(); ++k) {
      runs.n_failed += status[k] != 0 ? 1U : 0U;
      if (status[k] != 0) continue;
      runs.done[first + k] = 1;
      runs.values[2 * rows.size()][first + k] = networks[(k + 1) * n_years - 1];
      runs.values[2 * rows.size() + 1][first + k] = voice[(k + 1) * n_years - 1];
    }
    if (rows.empty()) continue;
    const auto& adopted = values_of<std::uint8_t>(result, "adopted");
    const auto& depth = values_of<double>(result, "depth");
    for (std::size_t k = 0; k < status.size(); ++k) {
      if (status[k] != 0) continue;
      for (std::size_t c = 0; c < rows.size(); ++c) {
        runs.values[2 * c][first + k] = adopted[k * in_order.size() + rows[c]];
        runs.values[2 * c + 1][first + k] = depth[k * in_order.size() + rows[c]];
      }
    }
  }
  return runs;
}

std::vector<Contrast> contrasts_of(const Sweep& sweep) {
  std::vector<Contrast> contrasts;
  for (std::size_t arm = 0; arm < sweep.arms.size(); ++arm) contrasts.push_back({arm, std::nullopt});
  for (std::size_t arm = 1; arm < sweep.arms.size(); ++arm) contrasts.push_back({0, arm});
  return contrasts;
}

std::string name_of(const Contrast& contrast, const Sweep& sweep) {
  const std::string& arm = sweep.arms[contrast.arm].name;
  return contrast.minus ? arm + " minus " + sweep.arms[*contrast.minus].name : arm;
}

OutcomeTable table_of(const Sweep& sweep, const RunOutcomes& runs, std::size_t outcome,
                      const Contrast& contrast, MissingPolicy policy) {
  const std::size_t n_arms = sweep.arms.size(), n_settings = sweep.n_points * n_arms;
  const std::vector<double>& values = runs.values[outcome];
  OutcomeTable table;
  const auto last = std::find(runs.done.rbegin(), runs.done.rend(), 1);
  table.n_realizations = (static_cast<std::size_t>(runs.done.rend() - last) + n_settings - 1) /
                         n_settings;  // runs go by realization
  table.n_runs = sweep.n_points * table.n_realizations;
  table.values.assign(table.n_runs, none);
  for (std::size_t point = 0; point < sweep.n_points; ++point) {
    for (std::size_t r = 0; r < table.n_realizations; ++r) {
      bool applies = true, is_done = true;
      const auto value_in = [&](std::size_t arm) {
        const std::size_t run = (r * sweep.n_points + point) * n_arms + arm;
        is_done = is_done && runs.done[run] != 0;
        if (!std::isnan(values[run])) return values[run];
        applies = false;
        return 0.0;
      };
      double value = value_in(contrast.arm);
      if (contrast.minus) value -= value_in(*contrast.minus);
      if (!is_done) {
        ++table.n_lacking;
        continue;
      }
      if (!applies) ++table.n_not_applying;
      if (applies || policy == MissingPolicy::Zero) table.values[point * table.n_realizations + r] = value;
    }
  }
  return table;
}

}  // namespace hansa
