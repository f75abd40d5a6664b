#include "analysis/results/result_layout.hpp"

#include <numeric>

#include "analysis/results/run_variables.hpp"
#include "scenarios/parameters/scenario.hpp"
#include "support/numbers/quantile.hpp"

namespace hansa {
namespace {

/// One column of all records, concatenated.
template <class T>
std::vector<T> gather(std::span<const RunRecord> records, std::vector<T> RunRecord::*column) {
  std::vector<T> values;
  if (!records.empty()) values.reserve(records.size() * (records.front().*column).size());
  for (const RunRecord& record : records)
    values.insert(values.end(), (record.*column).begin(), (record.*column).end());
  return values;
}

/// The mean of a column over realizations.
template <class T>
std::vector<double> average(std::span<const RunRecord> records, std::vector<T> RunRecord::*column) {
  std::vector<double> mean(records.empty() ? 0 : (records.front().*column).size(), 0.0);
  for (const RunRecord& record : records) {
    for (std::size_t k = 0; k < mean.size(); ++k)
      mean[k] += (record.*column)[k] / static_cast<double>(records.size());
  }
  return mean;
}

/// The quantiles of a column over realizations, the quantile slowest.
template <class T>
std::vector<double> spread(std::span<const RunRecord> records, std::vector<T> RunRecord::*column) {
  const std::size_t n = records.empty() ? 0 : (records.front().*column).size();
  std::vector<double> quantiles(kept_quantiles.size() * n), values(records.size());
  for (std::size_t k = 0; k < n; ++k) {
    for (std::size_t r = 0; r < records.size(); ++r) values[r] = static_cast<double>((records[r].*column)[k]);
    for (std::size_t q = 0; q < kept_quantiles.size(); ++q)
      quantiles[q * n + k] = quantile(values, kept_quantiles[q]);
  }
  return quantiles;
}

void lay_out_columns(std::span<const RunRecord> records, ResultSet& result) {
  RunRecord::columns([&](auto column, const ColumnInfo& info) {
    if (!has_axes(result, info)) return;
    Variable variable = make_variable(info, "realization");
    if (info.traits.keep == Keep::Each)
      variable.values = gather(records, column);
    else
      variable.values = average(records, column);
    result.variables.push_back(std::move(variable));
    if (info.traits.keep != Keep::MeanAndQuantiles) return;
    result.variables.push_back(make_quantiles(info));
    result.variables.back().values = spread(records, column);
  });
}

/// The years of conferences, and the conference of each treaty.
void lay_out_conferences(const Facts& facts, std::vector<Variable>& out) {
  std::vector<std::int32_t> years, treaty_rows;
  for (std::size_t row = 0; row < facts.conferences.size(); ++row) {
    years.push_back(facts.conferences[row].params->year);
    if (!facts.conferences[row].params->treaty.name.empty())
      treaty_rows.push_back(static_cast<std::int32_t>(row));
  }
  if (years.empty()) return;
  out.push_back({"conference_year", {"conference"}, years, "year", "year in which the conference meets", {}});
  if (treaty_rows.empty()) return;
  out.push_back({"treaty_conference",
                 {"treaty"},
                 treaty_rows,
                 "1",
                 "row of the conference that adopted the treaty, from 0",
                 {}});
}

void lay_out_states(const Facts& facts, std::vector<Variable>& out) {
  std::vector<double> power;
  for (const YearFacts& year : facts.years) power.insert(power.end(), year.power.begin(), year.power.end());
  std::vector<std::uint8_t> votes(facts.head.begin(), facts.head.end());
  out.push_back({"power", {"year", "state"}, power, "1", "share of power", {}});
  out.push_back(
      {"votes", {"state"}, votes, "1", "whether the state counts as one of the 197 heads", {"no", "yes"}});
  out.push_back({"state_name", {"state"}, facts.state_name, "1", "name of the state", {}});
}

}  // namespace

ResultSet lay_out(const Facts& facts, std::span<const RunRecord> records, const ScenarioStamp& stamp,
                  std::int64_t first_realization) {
  ResultSet result;
  std::vector<std::int64_t> realizations(records.size());
  std::iota(realizations.begin(), realizations.end(), first_realization);
  result.dims =
      dimensions_of({Axis::Year, Axis::State, Axis::Issue, Axis::Channel, Axis::Conference, Axis::Treaty},
                    *facts.scenario, facts.iso3);
  if (!facts.conferences.empty()) result.dims.push_back(quantile_dimension());
  result.dims.insert(result.dims.begin(), {"realization", realizations, "1", "number of the realization"});
  lay_out_conferences(facts, result.variables);
  lay_out_columns(records, result);
  lay_out_states(facts, result.variables);
  int n_filled = 0;
  std::string filled;
  for (const Fill& fill : facts.fills) {
    n_filled += fill.n_filled;
    filled += (filled.empty() ? "" : ", ") + fill.column + " " + std::to_string(fill.n_filled);
  }
  result.attributes = {
      {"title", facts.scenario->title},
      {"source", "Hansa " + stamp.version},
      {"scenario_name", facts.scenario->name},
      {"scenario", stamp.text},
      {"scenario_sha256", stamp.sha256},
      {"seed", static_cast<std::int64_t>(facts.scenario->seed)},
      {"random_numbers", "Philox 4x32-10, keyed by seed, realization, year, purpose and entity"},
      {"filled_values", static_cast<std::int64_t>(n_filled)},
      {"filled_columns", filled}};
  return result;
}

}  // namespace hansa
