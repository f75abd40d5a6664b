#include "sweeps/layout/shard_layout.hpp"

#include <algorithm>
#include <numeric>

#include "analysis/results/hdf5/result_file.hpp"
#include "analysis/results/run_variables.hpp"
#include "hansa_version.hpp"
#include "scenarios/print/write_value.hpp"

namespace hansa {
namespace {

/// Number of values of a column per run.
std::size_t count_values(const ResultSet& result, const ColumnInfo& info) {
  std::size_t n = 1;
  for (const Axis axis : info.axes) n *= result.find_dimension(name_of(axis))->size();
  return n;
}

/// One column of every run, missing where a run failed.
template <class T>
std::vector<T> gather(std::span<const SweepRun> runs, std::vector<T> RunRecord::*column,
                      std::size_t n_values) {
  std::vector<T> values;
  values.reserve(runs.size() * n_values);
  for (const SweepRun& run : runs) {
    if (run.failure.empty())
      values.insert(values.end(), (run.record.*column).begin(), (run.record.*column).end());
    else
      values.insert(values.end(), n_values, missing_value<T>());
  }
  return values;
}

void lay_out_columns(std::span<const SweepRun> runs, ResultSet& result) {
  RunRecord::columns([&](auto column, const ColumnInfo& info) {
    if (!is_in_summary(info) || !has_axes(result, info)) return;
    Variable variable = make_variable(info, "run");
    variable.values = gather(runs, column, count_values(result, info));
    result.variables.push_back(std::move(variable));
  });
}

/// The values of one column, which gather() has put together, for each run that did not fail.
template <class T>
void scatter(const std::vector<T>& values, std::vector<T> RunRecord::*column, std::vector<SweepRun>& runs) {
  const std::size_t n_values = values.size() / std::max<std::size_t>(1, runs.size());
  for (std::size_t k = 0; k < runs.size(); ++k) {
    const auto first = values.begin() + static_cast<std::ptrdiff_t>(k * n_values);
    if (runs[k].failure.empty())
      (runs[k].record.*column).assign(first, first + static_cast<std::ptrdiff_t>(n_values));
  }
}

void lay_out_addresses(const Sweep& sweep, std::span<const SweepRun> runs, ResultSet& result) {
  std::vector<std::int32_t> point, realization;
  std::vector<std::uint8_t> arm, status;
  std::vector<std::string> failure;
  for (const SweepRun& run : runs) {
    point.push_back(static_cast<std::int32_t>(run.address.point));
    realization.push_back(static_cast<std::int32_t>(run.address.realization));
    arm.push_back(static_cast<std::uint8_t>(run.address.arm));
    status.push_back(run.failure.empty() ? 0 : 1);
    failure.push_back(run.failure);
  }
  const std::vector<std::string> one = {"run"};
  auto& out = result.variables;
  out.push_back({"design_point", one, point, "1", "number of the design point", {}});
  out.push_back({"realization", one, realization, "1", "number of the realization", {}});
  out.push_back({"arm", one, arm, "1", "row of the arm among arm_name, from 0", {}});
  out.push_back({"status",
                 one,
                 status,
                 "1",
                 "what became of the run; one that failed has no other values",
                 {"ok", "failed"}});
  out.push_back({"failure", one, failure, "1", "why the run failed; empty: it did not", {}});

  std::vector<double> numbers;
  std::vector<std::string> texts;
  const bool with_words = has_words(sweep);
  for (const SweepRun& run : runs) {
    for (std::size_t j = 0; j < sweep.parameters.size(); ++j) {
      numbers.push_back(number_at(sweep, run.address.point, run.address.arm, j));
      if (with_words) texts.push_back(text_at(sweep, run.address.point, run.address.arm, j));
    }
  }
  const std::vector<std::string> by_parameter = {"run", "parameter"};
  out.push_back({"parameter_value",
                 by_parameter,
                 numbers,
                 "1",
                 "value of the parameter, in its own unit; NaN: it is no number",
                 {}});
  if (with_words) out.push_back({"parameter_text", by_parameter, texts, "1", "the same as text", {}});
  out.push_back(arm_settings(sweep, "arm_name"));
}

}  // namespace

std::vector<Dimension> run_dimensions(const Scenario& scenario) {
  return dimensions_of({Axis::Year, Axis::Channel, Axis::Conference}, scenario);
}

Dimension parameter_dimension(const Sweep& sweep) {
  std::vector<std::string> paths;
  for (const SweepParameter& parameter : sweep.parameters) paths.push_back(parameter.path);
  return {"parameter", paths, "1", "path of a parameter that the sweep varies"};
}

bool has_words(const Sweep& sweep) {
  return std::any_of(sweep.parameters.begin(), sweep.parameters.end(),
                     [](const SweepParameter& parameter) { return !parameter.number; });
}

Variable arm_settings(const Sweep& sweep, const std::string& dimension) {
  std::vector<std::string> texts;
  for (const SweepArm& arm : sweep.arms) {
    std::string text;
    for (const SweepSetting& setting : arm.settings)
      text += (text.empty() ? "" : ", ") + setting.path + "=" + write_node(setting.value);
    texts.push_back(text);
  }
  return {"arm_settings", {dimension}, texts, "1", "what the arm sets over every design point", {}};
}

std::vector<Attribute> sweep_attributes(const Sweep& sweep, const SweepStamp& stamp) {
  return {{"title", sweep.title},
          {"source", "Hansa " + std::string(version)},
          {"sweep_name", sweep.name},
          {"sweep", stamp.text},
          {"sweep_sha256", stamp.sha256},
          {"seed", static_cast<std::int64_t>(sweep.seed)},
          {"random_numbers", "Philox 4x32-10, keyed by seed, realization, year, purpose and entity"}};
}

ResultSet lay_out_shard(const Sweep& sweep, const SweepStamp& stamp, std::size_t shard, std::size_t first_run,
                        std::span<const SweepRun> runs) {
  ResultSet result;
  std::vector<std::int64_t> numbers(runs.size());
  std::iota(numbers.begin(), numbers.end(), static_cast<std::int64_t>(first_run));
  std::vector<std::string> arms;
  for (const SweepArm& arm : sweep.arms) arms.push_back(arm.name);
  result.dims = run_dimensions(sweep.reference.scenario);
  result.dims.insert(result.dims.begin(), {"run", numbers, "1", "number of the run in the sweep"});
  result.dims.push_back(parameter_dimension(sweep));
  result.dims.push_back({"arm_name", arms, "1", "name of the arm"});
  lay_out_addresses(sweep, runs, result);
  lay_out_columns(runs, result);
  result.attributes = sweep_attributes(sweep, stamp);
  result.attributes.emplace_back("shard", static_cast<std::int64_t>(shard));
  return result;
}

std::vector<SweepRun> read_runs(const ResultSet& shard) {
  const auto& point = values_of<std::int32_t>(shard, "design_point");
  const auto& realization = values_of<std::int32_t>(shard, "realization");
  const auto& arm = values_of<std::uint8_t>(shard, "arm");
  const auto& failure = values_of<std::string>(shard, "failure");
  std::vector<SweepRun> runs;
  for (std::size_t k = 0; k < point.size(); ++k)
    runs.push_back({.address = {.realization = static_cast<std::size_t>(realization[k]),
                                .point = static_cast<std::size_t>(point[k]),
                                .arm = arm[k]},
                    .failure = failure[k],
                    .record = {}});
  RunRecord::columns([&]<class T>(std::vector<T> RunRecord::*column, const ColumnInfo& info) {
    if (is_in_summary(info) && has_axes(shard, info)) scatter(values_of<T>(shard, info.name), column, runs);
  });
  return runs;
}

}  // namespace hansa
