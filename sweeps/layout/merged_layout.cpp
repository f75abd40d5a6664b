#include "sweeps/layout/merged_layout.hpp"

#include <algorithm>
#include <array>
#include <numeric>
#include <string>
#include <type_traits>
#include <utility>

#include "analysis/results/result_format.hpp"
#include "analysis/results/run_variables.hpp"
#include "support/numbers/expect.hpp"
#include "sweeps/layout/sample_layout.hpp"

namespace hansa {
namespace {

std::vector<std::string> by_run_dims() { return {"design_point", "realization", "arm"}; }

/// Whether a variable of a shard describes the run, not its outcome.
bool is_address(const Variable& variable) {
  constexpr std::array<std::string_view, 8> names = {"design_point",   "realization", "arm",
                                                     "status",         "failure",     "parameter_value",
                                                     "parameter_text", "arm_settings"};
  return std::find(names.begin(), names.end(), variable.name) != names.end();
}

std::vector<std::int64_t> count_up(std::size_t n) {
  std::vector<std::int64_t> numbers(n);
  std::iota(numbers.begin(), numbers.end(), std::int64_t{0});
  return numbers;
}

void add_parameters(const Sweep& sweep, ResultSet& result) {
  std::vector<double> numbers;
  std::vector<std::string> texts;
  numbers.reserve(sweep.n_points * sweep.parameters.size());
  for (std::size_t point = 0; point < sweep.n_points; ++point) {
    for (std::size_t j = 0; j < sweep.parameters.size(); ++j) {
      numbers.push_back(number_at(sweep, point, j));
      if (has_words(sweep)) texts.push_back(text_at(sweep, point, j));
    }
  }
  const std::vector<std::string> dims = {"design_point", "parameter"};
  result.variables.push_back(
      {"parameter_value",
       dims,
       std::move(numbers),
       "1",
       "value of the parameter in the design, in its own unit; an arm may set another; NaN: it is no number",
       {}});
  if (has_words(sweep))
    result.variables.push_back({"parameter_text", dims, std::move(texts), "1", "the same as text", {}});
}

/// Declares the variables that no shard has in this form.
void declare_states(bool with_failures, ResultSet& result) {
  const std::vector<std::string> by_run = by_run_dims();
  auto& out = result.variables;
  out.push_back({"run",
                 by_run,
                 std::vector<std::int32_t>{},
                 "1",
                 "number of the run, as hansa run --from takes it",
                 {}});
  out.push_back({"complete",
                 by_run,
                 std::vector<std::uint8_t>{},
                 "1",
                 "whether the run is there and did not fail; all else of it is void if not",
                 {"no", "yes"}});
  out.push_back({"status",
                 by_run,
                 std::vector<std::uint8_t>{},
                 "1",
                 "what became of the run",
                 {"ok", "failed", "missing"}});
  if (with_failures)
    out.push_back(
        {"failure", by_run, std::vector<std::string>{}, "1", "why the run failed; empty: it did not", {}});
}

/// Bytes of a value in memory; for texts an average for messages.
std::size_t value_bytes(const Variable& variable) {
  return std::visit(
      []<class T>(const std::vector<T>&) { return std::is_same_v<T, std::string> ? 256 : sizeof(T); },
      variable.values);
}

std::size_t multiple_of(std::size_t n, std::size_t unit) { return std::max(unit, n / unit * unit); }

void cut(std::size_t row, const ResultSet& frame, std::size_t n_most, std::vector<ChunkBox>& boxes) {
  n_most = std::max(n_most, largest_chunk);  // less would cut chunks
  const Variable& variable = frame.variables[row];
  const std::vector<std::size_t> shape = shape_of(variable, frame);
  const bool is_text = std::holds_alternative<std::vector<std::string>>(variable.values);
  const std::size_t size = value_bytes(variable);
  const std::vector<std::size_t> chunk =
      is_text ? std::vector<std::size_t>(shape.size(), 1) : chunk_shape(shape, largest_chunk / size);
  std::size_t of_realization = size;
  for (std::size_t i = 2; i < shape.size(); ++i) of_realization *= shape[i];
  const std::size_t of_point = of_realization * shape[1];
  const bool whole_points = of_point <= n_most;
  const std::size_t n_points = whole_points ? multiple_of(n_most / of_point, chunk[0]) : 1;
  const std::size_t n_realizations = whole_points ? shape[1] : multiple_of(n_most / of_realization, chunk[1]);
  for (std::size_t point = 0; point < shape[0]; point += n_points) {
    for (std::size_t realization = 0; realization < shape[1]; realization += n_realizations) {
      ChunkBox box{.variable = row,
                   .first_point = point,
                   .n_points = std::min(n_points, shape[0] - point),
                   .first_realization = realization,
                   .n_realizations = std::min(n_realizations, shape[1] - realization)};
      box.n_bytes = box.n_points * box.n_realizations * of_realization;
      boxes.push_back(box);
    }
  }
}

}  // namespace

ResultSet lay_out_merged(const Sweep& sweep, const SweepStamp& stamp, const ResultSet& shard,
                         std::size_t n_missing, std::size_t n_failed) {
  const Scenario& scenario = sweep.reference.scenario;
  std::vector<std::string> arms;
  for (const SweepArm& arm : sweep.arms) arms.push_back(arm.name);
  ResultSet result;
  result.dims = {{"design_point", count_up(sweep.n_points), "1", "number of the design point"},
                 {"realization", count_up(static_cast<std::size_t>(sweep.realizations)), "1",
                  "number of the realization"},
                 {"arm", arms, "1", "name of the arm"}};
  for (Dimension& dim : run_dimensions(scenario)) result.dims.push_back(std::move(dim));
  result.dims.push_back(parameter_dimension(sweep));
  add_parameters(sweep, result);
  add_sample(sweep, result);
  result.variables.push_back(arm_settings(sweep, "arm"));
  if (!scenario.conferences.empty()) {
    std::vector<std::int32_t> years;
    for (const ConferenceParams* conference : conferences_in_order(scenario))
      years.push_back(conference->year);
    result.variables.push_back(
        {"conference_year", {"conference"}, years, "year", "year in which the conference meets", {}});
  }
  declare_states(n_failed > 0, result);
  const std::vector<std::string> by_run = by_run_dims();
  for (const Variable& variable : shard.variables) {
    if (is_address(variable)) continue;
    Variable merged = variable;
    HANSA_EXPECT(merged.dims.front() == "run");
    merged.dims.erase(merged.dims.begin());
    merged.dims.insert(merged.dims.begin(), by_run.begin(), by_run.end());
    std::visit([](auto& values) { values.clear(); }, merged.values);
    result.variables.push_back(std::move(merged));
  }
  result.attributes = sweep_attributes(sweep, stamp);
  for (Attribute& attribute : sample_attributes(sweep)) result.attributes.push_back(std::move(attribute));
  result.attributes.emplace_back("missing_runs", static_cast<std::int64_t>(n_missing));
  result.attributes.emplace_back("failed_runs", static_cast<std::int64_t>(n_failed));
  return result;
}

bool is_by_run(const Variable& variable) {
  return variable.dims.size() > 1 && variable.dims[1] == "realization";
}

std::vector<std::vector<ChunkBox>> deal_into_passes(const ResultSet& frame, std::size_t n_most) {
  std::vector<ChunkBox> boxes;
  for (std::size_t row = 0; row < frame.variables.size(); ++row) {
    if (is_by_run(frame.variables[row])) cut(row, frame, n_most, boxes);
  }
  std::vector<std::vector<ChunkBox>> passes;
  std::size_t n_bytes = 0;
  for (const ChunkBox& box : boxes) {
    if (passes.empty() || n_bytes + box.n_bytes > n_most) {
      passes.emplace_back();
      n_bytes = 0;
    }
    passes.back().push_back(box);
    n_bytes += box.n_bytes;
  }
  return passes;
}

}  // namespace hansa
