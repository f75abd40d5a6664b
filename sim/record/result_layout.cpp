#include "sim/record/result_layout.hpp"

#include <numeric>

#include "scenarios/scenario.hpp"
#include "scenarios/vocabulary.hpp"
#include "sim/record/run_variables.hpp"

namespace hansa {
namespace {

/// One column of every record, realization after realization.
Variable gather(std::span<const RunRecord> records, const RunVariable& variable) {
  std::vector<std::string> dims = variable.dims;
  dims.insert(dims.begin(), "realization");
  return std::visit(
      [&]<class T>(std::vector<T> RunRecord::*column) {
        std::vector<T> values;
        for (const RunRecord& record : records)
          values.insert(values.end(), (record.*column).begin(), (record.*column).end());
        return Variable{variable.name,         dims, std::move(values), variable.units, variable.long_name,
                        variable.flag_meanings};
      },
      variable.column);
}

/// The mean of a column over realizations.
Variable average(std::span<const RunRecord> records, const RunVariable& variable) {
  const auto column = std::get<std::vector<double> RunRecord::*>(variable.column);
  std::vector<double> sum(records.empty() ? 0 : (records.front().*column).size(), 0.0);
  for (const RunRecord& record : records) {
    for (std::size_t k = 0; k < sum.size(); ++k)
      sum[k] += (record.*column)[k] / static_cast<double>(records.size());
  }
  return {variable.name, variable.dims, std::move(sum), variable.units, variable.long_name, {}};
}

std::vector<Dimension> dimensions(const Facts& facts, std::size_t n_realizations, std::int64_t first) {
  std::vector<std::int64_t> realizations(n_realizations), years(facts.years.size());
  std::iota(realizations.begin(), realizations.end(), first);
  std::iota(years.begin(), years.end(), facts.scenario->years.from);
  std::vector<std::string> conferences, treaties;
  for (const ConferenceFacts& conference : facts.conferences) {
    conferences.push_back(conference.params->name);
    if (!conference.params->treaty.name.empty()) treaties.push_back(conference.params->treaty.name);
  }
  const std::vector<std::string> channels(channel_names.begin(), channel_names.end());
  std::vector<Dimension> dims = {
      {"realization", realizations, "1", "number of the realization"},
      {"year", years, "year", "calendar year"},
      {"state", facts.iso3, "1", "ISO 3166 code of the state; EUU is the European Union"},
      {"issue", facts.scenario->issues, "1", "issue of negotiation"},
      {"channel", channels, "1", "way by which cities reach delegations"}};
  if (!conferences.empty()) dims.push_back({"conference", conferences, "1", "conference"});
  if (!treaties.empty()) dims.push_back({"treaty", treaties, "1", "treaty"});
  return dims;
}

void lay_out_conferences(const Facts& facts, std::span<const RunRecord> records, ResultSet& result) {
  auto& out = result.variables;
  std::vector<std::int32_t> years, treaty_rows;
  for (std::size_t row = 0; row < facts.conferences.size(); ++row) {
    years.push_back(facts.conferences[row].params->year);
    if (!facts.conferences[row].params->treaty.name.empty())
      treaty_rows.push_back(static_cast<std::int32_t>(row));
  }
  if (years.empty()) return;
  out.push_back({"conference_year", {"conference"}, years, "year", "year in which the conference meets", {}});
  for (const RunVariable& variable : conference_variables()) out.push_back(gather(records, variable));
  for (const RunVariable& variable : averaged_conference_variables())
    out.push_back(average(records, variable));
  if (treaty_rows.empty()) return;
  out.push_back({"treaty_conference",
                 {"treaty"},
                 treaty_rows,
                 "1",
                 "row of the conference that adopted the treaty, from 0",
                 {}});
  for (const RunVariable& variable : treaty_variables()) out.push_back(gather(records, variable));
}

void lay_out_years(std::span<const RunRecord> records, std::vector<Variable>& out) {
  for (const RunVariable& variable : year_variables()) out.push_back(gather(records, variable));
  for (const RunVariable& variable : averaged_year_variables()) out.push_back(average(records, variable));
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
  result.dims = dimensions(facts, records.size(), first_realization);
  lay_out_conferences(facts, records, result);
  lay_out_years(records, result.variables);
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
