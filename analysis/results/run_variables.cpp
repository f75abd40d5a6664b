#include "analysis/results/run_variables.hpp"

#include <algorithm>
#include <numeric>

#include "support/numbers/expect.hpp"

namespace hansa {

std::optional<ColumnInfo> find_column_info(std::string_view name) {
  std::optional<ColumnInfo> found;
  RunRecord::columns([&](auto, const ColumnInfo& info) {
    if (info.name == name) found = info;
  });
  return found;
}

bool is_in_summary(const ColumnInfo& info) {
  return info.traits.keep == Keep::Each && (info.axes.size() == 1 || info.axes.contains(Axis::Channel));
}

void keep_summary(RunRecord& record) {
  RunRecord::columns([&]<class T>(std::vector<T> RunRecord::*column, const ColumnInfo& info) {
    if (!is_in_summary(info)) record.*column = std::vector<T>();
  });
}

std::vector<const ConferenceParams*> conferences_in_order(const Scenario& scenario) {
  std::vector<const ConferenceParams*> conferences;
  for (const ConferenceParams& conference : scenario.conferences) conferences.push_back(&conference);
  std::stable_sort(conferences.begin(), conferences.end(),
                   [](const auto* a, const auto* b) { return a->year < b->year; });
  return conferences;
}

Dimension dimension_of(Axis axis, const Scenario& scenario, std::span<const std::string> iso3) {
  std::vector<std::string> names;
  std::string_view meaning;
  switch (axis) {
    case Axis::Year: {
      std::vector<std::int64_t> years(static_cast<std::size_t>(scenario.years.to - scenario.years.from + 1));
      std::iota(years.begin(), years.end(), scenario.years.from);
      return {"year", years, "year", "calendar year"};
    }
    case Axis::Conference:
      meaning = "conference";
      for (const ConferenceParams* conference : conferences_in_order(scenario))
        names.push_back(conference->name);
      break;
    case Axis::Treaty:
      meaning = "treaty";
      for (const ConferenceParams* conference : conferences_in_order(scenario))
        if (!conference->treaty.name.empty()) names.push_back(conference->treaty.name);
      break;
    case Axis::Channel:
      meaning = "way by which cities reach delegations";
      names.assign(channel_names.begin(), channel_names.end());
      break;
    case Axis::Issue:
      meaning = "issue of negotiation";
      names = scenario.issues;
      break;
    case Axis::State:
      meaning = "ISO 3166 code of the state; EUU is the European Union";
      names.assign(iso3.begin(), iso3.end());
      break;
    case Axis::Network:
    case Axis::City:
    case Axis::Size:
    case Axis::Degree:
      HANSA_EXPECT(false);  // network_layout.hpp has these
  }
  return {std::string(name_of(axis)), names, "1", std::string(meaning)};
}

std::vector<Dimension> dimensions_of(std::initializer_list<Axis> axes, const Scenario& scenario,
                                     std::span<const std::string> iso3) {
  std::vector<Dimension> dims;
  for (const Axis axis : axes) dims.push_back(dimension_of(axis, scenario, iso3));
  std::erase_if(dims, [](const Dimension& dim) { return dim.size() == 0; });
  return dims;
}

bool has_axes(const ResultSet& result, const ColumnInfo& info) {
  return std::all_of(info.axes.begin(), info.axes.end(),
                     [&](Axis axis) { return result.find_dimension(name_of(axis)) != nullptr; });
}

Variable make_variable(const ColumnInfo& info, std::string_view runs) {
  Variable variable{.name = std::string(info.name),
                    .dims = {},
                    .values = {},
                    .units = std::string(info.traits.unit),
                    .long_name = std::string(info.meaning),
                    .flag_meanings = {info.traits.flags.begin(), info.traits.flags.end()}};
  if (info.traits.keep == Keep::Each)
    variable.dims.emplace_back(runs);
  else
    variable.long_name += ", mean over realizations";
  for (const Axis axis : info.axes) variable.dims.emplace_back(name_of(axis));
  return variable;
}

Dimension quantile_dimension() {
  return {"quantile", std::vector<double>(kept_quantiles.begin(), kept_quantiles.end()), "1",
          "quantile over realizations"};
}

Variable make_quantiles(const ColumnInfo& info) {
  Variable variable = make_variable(info, "");
  variable.name += "_quantile";
  variable.dims.insert(variable.dims.begin(), quantile_dimension().name);
  variable.long_name = std::string(info.meaning) + ", quantiles over realizations";
  return variable;
}

}  // namespace hansa
