#include "sim/record/merged_layout.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <numeric>
#include <type_traits>

#include "agents/expect.hpp"

namespace hansa {
namespace {

constexpr std::uint8_t ok = 0, missing = 2;

std::vector<std::string> by_run_dims() { return {"design_point", "realization", "arm"}; }

/// Whether a variable of a shard tells of the run itself and not what came out of it.
bool is_address(const Variable& variable) {
  constexpr std::array<std::string_view, 7> names = {
      "design_point", "realization", "arm", "status", "failure", "parameter_value", "parameter_text"};
  return std::find(names.begin(), names.end(), variable.name) != names.end();
}

template <class T> const std::vector<T>& column_of(const ResultSet& shard, std::string_view name) {
  const Variable* variable = shard.find_variable(name);
  HANSA_EXPECT(variable != nullptr && std::holds_alternative<std::vector<T>>(variable->values));
  return std::get<std::vector<T>>(variable->values);
}

template <class T> std::vector<T> count_up(std::size_t n) {
  std::vector<T> numbers(n);
  std::iota(numbers.begin(), numbers.end(), T{0});
  return numbers;
}

}  // namespace

std::size_t MergedLayout::row_of(std::size_t point, std::size_t realization, std::size_t arm) const {
  return (point * static_cast<std::size_t>(sweep_.realizations) + realization) * sweep_.arms.size() + arm;
}

/// Makes room for every run, once the first shard shows of what.
void MergedLayout::begin(const ResultSet& shard) {
  const std::vector<std::string> by_run = by_run_dims();
  const std::size_t n_runs = row_of(sweep_.n_points, 0, 0);
  status_.assign(n_runs, missing);
  failures_.assign(n_runs, "");
  const std::size_t n_shard_runs = shard.find_dimension("run")->size();
  for (const Variable& variable : shard.variables) {
    if (is_address(variable)) continue;
    const std::size_t n_values = variable.size() / n_shard_runs;
    Variable merged = variable;
    merged.dims.erase(merged.dims.begin());
    merged.dims.insert(merged.dims.begin(), by_run.begin(), by_run.end());
    std::visit(
        [&]<class T>(std::vector<T>& values) {
          if constexpr (std::is_same_v<T, double>)
            values.assign(n_runs * n_values, std::numeric_limits<double>::quiet_NaN());
          else
            values.assign(n_runs * n_values, T{});
        },
        merged.values);
    variables_.push_back(std::move(merged));
  }
}

void MergedLayout::add(const ResultSet& shard) {
  if (variables_.empty()) begin(shard);
  const auto& points = column_of<std::int32_t>(shard, "design_point");
  const auto& realizations = column_of<std::int32_t>(shard, "realization");
  const auto& arms = column_of<std::uint8_t>(shard, "arm");
  const auto& status = column_of<std::uint8_t>(shard, "status");
  const auto& failures = column_of<std::string>(shard, "failure");
  const auto row = [&](std::size_t k) {
    return row_of(static_cast<std::size_t>(points[k]), static_cast<std::size_t>(realizations[k]), arms[k]);
  };
  for (std::size_t k = 0; k < status.size(); ++k) {
    HANSA_EXPECT(status_[row(k)] == missing);
    status_[row(k)] = status[k];
    failures_[row(k)] = failures[k];
  }
  for (Variable& merged : variables_) {
    std::visit(
        [&]<class T>(std::vector<T>& to) {
          const auto& from = column_of<T>(shard, merged.name);
          const std::size_t n = from.size() / status.size();
          for (std::size_t k = 0; k < status.size(); ++k)
            std::copy_n(from.begin() + static_cast<std::ptrdiff_t>(k * n), n,
                        to.begin() + static_cast<std::ptrdiff_t>(row(k) * n));
        },
        merged.values);
  }
}

void MergedLayout::add_parameters(ResultSet& result) const {
  std::vector<double> numbers;
  std::vector<std::string> texts;
  for (std::size_t point = 0; point < sweep_.n_points; ++point) {
    for (std::size_t j = 0; j < sweep_.parameters.size(); ++j) {
      numbers.push_back(number_at(sweep_, point, j));
      if (has_words(sweep_)) texts.push_back(text_at(sweep_, point, j));
    }
  }
  const std::vector<std::string> dims = {"design_point", "parameter"};
  result.variables.push_back({"parameter_value",
                              dims,
                              numbers,
                              "1",
                              "value of the parameter, in its own unit; NaN: it is no number",
                              {}});
  if (has_words(sweep_))
    result.variables.push_back({"parameter_text", dims, texts, "1", "the same as text", {}});
}

ResultSet MergedLayout::end() {
  const Scenario& scenario = sweep_.reference.scenario;
  std::vector<std::string> arms;
  for (const SweepArm& arm : sweep_.arms) arms.push_back(arm.name);
  ResultSet result;
  result.dims = {{"design_point", count_up<std::int64_t>(sweep_.n_points), "1", "number of the design point"},
                 {"realization", count_up<std::int64_t>(static_cast<std::size_t>(sweep_.realizations)), "1",
                  "number of the realization"},
                 {"arm", arms, "1", "name of the arm"}};
  for (Dimension& dim : run_dimensions(scenario)) result.dims.push_back(std::move(dim));
  result.dims.push_back(parameter_dimension(sweep_));
  add_parameters(result);
  if (!scenario.conferences.empty()) {
    std::vector<std::int32_t> years;
    for (const ConferenceParams& conference : scenario.conferences) years.push_back(conference.year);
    result.variables.push_back(
        {"conference_year", {"conference"}, years, "year", "year in which the conference meets", {}});
  }
  const std::vector<std::string> by_run = by_run_dims();
  std::vector<std::uint8_t> complete;
  for (const std::uint8_t status : status_) complete.push_back(status == ok ? 1 : 0);
  const auto n_missing = std::count(status_.begin(), status_.end(), missing);
  const auto n_failed = std::count(status_.begin(), status_.end(), 1);
  result.variables.push_back({"complete",
                              by_run,
                              complete,
                              "1",
                              "whether the run is there and did not fail; all else of it is void if not",
                              {"no", "yes"}});
  result.variables.push_back(
      {"status", by_run, status_, "1", "what became of the run", {"ok", "failed", "missing"}});
  if (n_failed > 0)
    result.variables.push_back(
        {"failure", by_run, failures_, "1", "why the run failed; empty: it did not", {}});
  for (Variable& variable : variables_) result.variables.push_back(std::move(variable));
  result.attributes = sweep_attributes(sweep_, stamp_);
  result.attributes.emplace_back("missing_runs", static_cast<std::int64_t>(n_missing));
  result.attributes.emplace_back("failed_runs", static_cast<std::int64_t>(n_failed));
  return result;
}

}  // namespace hansa
