#include "sweeps/sensitivity/outcomes.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "analysis/results/hdf5/result_file.hpp"
#include "analysis/results/run_variables.hpp"
#include "support/input/problem.hpp"
#include "support/input/suggest.hpp"

namespace hansa {
namespace {

constexpr double none = std::numeric_limits<double>::quiet_NaN();

}  // namespace

std::vector<std::string> choose_conferences(const SweepPlan& plan, const std::string& chosen) {
  std::vector<std::string> names;
  for (const ConferenceParams* conference : conferences_in_order(plan.sweep.reference.scenario))
    names.push_back(conference->name);
  if (chosen == "all" || names.empty()) return names;
  if (chosen.empty()) return {names.back()};
  if (std::find(names.begin(), names.end(), chosen) != names.end()) return {chosen};
  throw ScenarioError(
      {{.file = plan.sweep.files.file(0),
        .key = "--conference",
        .message = "the sweep has no conference " + in_quotes(chosen) +
                   suggest(chosen, std::vector<std::string_view>(names.begin(), names.end()))}});
}

RunOutcomes no_outcomes(const SweepPlan& plan, const std::vector<std::string>& conferences) {
  RunOutcomes runs;
  for (const std::string& name : conferences)
    runs.names.insert(runs.names.end(), {{"adopted", name}, {"depth", name}});
  runs.names.insert(runs.names.end(), {{"networks", ""}, {"network_voice", ""}});
  runs.values.assign(runs.names.size(), std::vector<double>(plan.n_runs(), none));
  runs.done.assign(plan.n_runs(), 0);
  runs.n_missing = plan.n_runs();
  return runs;
}

void add_outcomes(const SweepPlan& plan, std::size_t first, const ResultSet& shard, RunOutcomes& runs) {
  const std::vector<const ConferenceParams*> in_order = conferences_in_order(plan.sweep.reference.scenario);
  const std::size_t n_names = runs.names.size(), n_years = shard.find_dimension("year")->size();
  const auto& status = values_of<std::uint8_t>(shard, "status");
  const auto& networks = values_of<std::int32_t>(shard, "networks");
  const auto& voice = values_of<double>(shard, "network_voice");
  runs.n_missing -= status.size();
  for (std::size_t k = 0; k < status.size(); ++k) {
    runs.n_failed += status[k] != 0 ? 1U : 0U;
    if (status[k] != 0) continue;
    runs.done[first + k] = 1;
    runs.values[n_names - 2][first + k] = networks[(k + 1) * n_years - 1];
    runs.values[n_names - 1][first + k] = voice[(k + 1) * n_years - 1];
  }
  if (n_names == 2) return;
  const auto& adopted = values_of<std::uint8_t>(shard, "adopted");
  const auto& depth = values_of<double>(shard, "depth");
  for (std::size_t c = 0; c + 2 < n_names; c += 2) {
    const auto found = std::find_if(in_order.begin(), in_order.end(),
                                    [&](const auto* one) { return one->name == runs.names[c].conference; });
    const auto row = static_cast<std::size_t>(found - in_order.begin());
    for (std::size_t k = 0; k < status.size(); ++k) {
      if (status[k] != 0) continue;
      runs.values[c][first + k] = adopted[k * in_order.size() + row];
      runs.values[c + 1][first + k] = depth[k * in_order.size() + row];
    }
  }
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
  if (const std::string& column = runs.names[outcome].column;
      column == "adopted" || column == "network_voice")
    table.scale = contrast.minus ? OutcomeScale::Difference : OutcomeScale::Share;
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
