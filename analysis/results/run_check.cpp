#include "analysis/results/run_check.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <type_traits>

#include <fmt/format.h>

#include "analysis/results/network_layout.hpp"
#include "analysis/results/result_format.hpp"
#include "analysis/results/result_layout.hpp"
#include "analysis/results/run_variables.hpp"
#include "support/files/sha256.hpp"
#include "support/numbers/expect.hpp"
#include "support/text/numeral.hpp"

namespace hansa {
namespace {

void demand(bool holds, std::string_view name, std::string_view message) {
  if (!holds) throw ExpectationFailure(fmt::format("result: \"{}\": {}", name, message));
}

/// Every dimension and variable that a run can have, with one label along each dimension that a scenario names.
ResultSet lay_out_all() {
  Scenario scenario;
  scenario.issues.resize(1);
  scenario.conferences.resize(1);
  scenario.conferences.front().name = "a conference";
  scenario.conferences.front().treaty.name = "a treaty";
  Facts facts;
  facts.scenario = &scenario;
  facts.iso3 = facts.state_name = {"AAA"};
  facts.head = {1};
  facts.conferences = {{.params = scenario.conferences.data()}};
  facts.networks.resize(1);
  facts.n_cities = 1;
  facts.city_id = {1};
  facts.city_name = {"a city"};
  facts.city_state = {StateId{0}};
  ResultSet all = lay_out(facts, {}, {});
  lay_out_networks(facts, {}, all);
  return all;
}

std::size_t minor_version(std::string_view version) {
  std::size_t minor = 0;
  demand(read_numeral(version.substr(std::min(version.find('.') + 1, version.size())), minor),
         "format_version", "is no version");
  return minor;
}

void check_variable(const Variable& wanted, const Variable& found) {
  demand(found.dims == wanted.dims, wanted.name,
         fmt::format("is along ({}) instead of ({})", fmt::join(found.dims, ", "),
                     fmt::join(wanted.dims, ", ")));
  demand(found.values.index() == wanted.values.index(), wanted.name,
         "has values of another type than a run's");
  demand(found.flag_meanings == wanted.flag_meanings, wanted.name,
         "has codes of other meanings than a run's");
  demand(found.units == wanted.units, wanted.name,
         fmt::format("is in {} instead of {}", found.units, wanted.units));
}

bool has_all_dimensions(const Variable& variable, const ResultSet& result) {
  return std::all_of(variable.dims.begin(), variable.dims.end(),
                     [&](const std::string& name) { return result.find_dimension(name) != nullptr; });
}

void check_variables(const ResultSet& all, const ResultSet& result, std::string_view version) {
  const std::size_t minor = minor_version(version), own = minor_version(result_format_version);
  for (const Variable& wanted : all.variables) {
    const Variable* found = result.find_variable(wanted.name);
    if (found != nullptr)
      check_variable(wanted, *found);
    else
      demand(minor < own || !has_all_dimensions(wanted, result), wanted.name, "is missing");
  }
  if (minor > own) return;
  for (const Variable& found : result.variables)
    demand(all.find_variable(found.name) != nullptr, found.name, "is no variable of a run");
}

/// Whether labels are whole numbers of which each is one more than the last.
bool counts_up(const Dimension& dimension, std::int64_t least, std::int64_t greatest) {
  const auto* labels = std::get_if<std::vector<std::int64_t>>(&dimension.labels);
  if (labels == nullptr || labels->empty() || labels->front() < least || labels->back() > greatest)
    return false;
  for (std::size_t k = 1; k < labels->size(); ++k)
    if ((*labels)[k] != labels->front() + static_cast<std::int64_t>(k)) return false;
  return true;
}

bool has_repeated(const Dimension& dimension) {
  return std::visit(
      [](const auto& labels) {
        return std::set<typename std::decay_t<decltype(labels)>::value_type>(labels.begin(), labels.end())
                   .size() != labels.size();
      },
      dimension.labels);
}

void check_dimensions(const ResultSet& all, const ResultSet& result) {
  constexpr std::int64_t last_realization = 0xffffffff, last_year = 9999;
  constexpr std::array<std::string_view, 5> in_every_run = {"realization", "year", "state", "issue",
                                                            "channel"};
  for (const std::string_view name : in_every_run)
    demand(result.find_dimension(name) != nullptr, name, "is missing among the dimensions");
  demand((result.find_dimension("conference") != nullptr) == (result.find_dimension("quantile") != nullptr),
         "quantile", "goes with the dimension conference");
  constexpr std::array<std::string_view, 4> same_in_all = {"channel", "quantile", "network_size",
                                                           "networks_held"};
  for (const Dimension& found : result.dims) {
    const Dimension* wanted = all.find_dimension(found.name);
    if (wanted == nullptr) continue;  // no variable of a run lies along it
    demand(found.labels.index() == wanted->labels.index(), found.name,
           "has labels of another type than a run's");
    demand(found.size() > 0, found.name, "has no labels");
    demand(!has_repeated(found), found.name, "has a label twice");
    if (std::find(same_in_all.begin(), same_in_all.end(), found.name) != same_in_all.end())
      demand(found.labels == wanted->labels, found.name, "has other labels than a run");
  }
  demand(counts_up(*result.find_dimension("realization"), 0, last_realization), "realization",
         "does not number realizations");
  demand(counts_up(*result.find_dimension("year"), 0, last_year), "year", "does not number years");
}

/// Numbers of rows of another dimension, and years, which readers use as places.
void check_places(const ResultSet& result) {
  const auto check_within = [&](const char* name, std::int64_t least, std::int64_t greatest) {
    const Variable* variable = result.find_variable(name);
    if (variable == nullptr) return;
    const auto& values = std::get<std::vector<std::int32_t>>(variable->values);
    demand(std::all_of(values.begin(), values.end(),
                       [&](std::int32_t value) { return least <= value && value <= greatest; }),
           name, fmt::format("has a value outside {} to {}", least, greatest));
  };
  const Dimension* conferences = result.find_dimension("conference");
  const auto n_conferences = static_cast<std::int64_t>(conferences == nullptr ? 0 : conferences->size());
  const auto& years = std::get<std::vector<std::int64_t>>(result.find_dimension("year")->labels);
  check_within("treaty_conference", 0, n_conferences - 1);
  check_within("conference_year", years.front(), years.back());
}

}  // namespace

void check_run(const ResultSet& result, std::string_view version) {
  const ResultSet all = lay_out_all();
  check_dimensions(all, result);
  check_variables(all, result, version);
  check_places(result);
  const std::string text = text_attribute(result, "scenario");
  demand(!text.empty(), "scenario", "is missing, so that this is not the result of a run");
  demand(text_attribute(result, "scenario_sha256") == sha256_hex(text), "scenario_sha256",
         "is not the digest of the scenario");
}

void check_labels(const ResultSet& result, const Facts& facts) {
  const std::vector<Dimension> wanted = dimensions_of(
      {Axis::Year, Axis::State, Axis::Issue, Axis::Conference, Axis::Treaty}, *facts.scenario, facts.iso3);
  for (const Dimension& dimension : wanted) {
    const Dimension* found = result.find_dimension(dimension.name);
    demand(found != nullptr && found->labels == dimension.labels, dimension.name,
           "has other labels than the scenario in the file, or than the tables here");
  }
  for (const Axis axis : {Axis::Conference, Axis::Treaty}) {
    const bool is_wanted = std::any_of(wanted.begin(), wanted.end(),
                                       [&](const Dimension& one) { return one.name == name_of(axis); });
    demand(is_wanted || result.find_dimension(name_of(axis)) == nullptr, name_of(axis),
           "has no label in the scenario in the file");
  }
}

}  // namespace hansa
