#include <algorithm>

#include <fmt/format.h>

#include "scenarios/load/names_in_tables.hpp"
#include "sweeps/design/load_sweep.hpp"

namespace hansa {
namespace {

std::string describe(const Sweep& sweep, std::size_t point, std::size_t arm) {
  std::string text = fmt::format("design point {}, arm {}", point, sweep.arms[arm].name);
  for (std::size_t j = 0; j < sweep.parameters.size(); ++j)
    text += fmt::format(", {}={}", sweep.parameters[j].path, text_at(sweep, point, arm, j));
  return text;
}

/// The key in which two scenarios differ so that their results have different shapes; empty if there is none.
std::string find_other_shape(const Scenario& one, const Scenario& other) {
  if (one.years.from != other.years.from || one.years.to != other.years.to) return "years";
  if (one.issues != other.issues) return "issues";
  const auto same_row = [](const ConferenceParams& a, const ConferenceParams& b) {
    return a.name == b.name && a.year == b.year && a.treaty.name == b.treaty.name;
  };
  if (!std::equal(one.conferences.begin(), one.conferences.end(), other.conferences.begin(),
                  other.conferences.end(), same_row))
    return "conferences";
  const WorldParams &a = one.world, &b = other.world;
  const bool same_tables = a.states == b.states && a.cities == b.cities && a.networks == b.networks &&
                           a.memberships == b.memberships && a.accreditations == b.accreditations &&
                           a.counts == b.counts && a.issues == b.issues && a.treaties == b.treaties &&
                           a.ratifications == b.ratifications && a.un_votes == b.un_votes &&
                           a.veto_players == b.veto_players;
  return same_tables ? "" : "world";
}

void check_point(const Sweep& sweep, const Tables& tables, std::size_t point, std::size_t arm) {
  try {
    const LoadedScenario loaded = scenario_at(sweep, point, arm);
    const std::string other = find_other_shape(sweep.reference.scenario, loaded.scenario);
    if (!other.empty())
      throw ScenarioError(
          {Problem{.file = sweep.files.file(0),
                   .line = 1,
                   .column = 1,
                   .key = other,
                   .message = "all runs of a sweep need the same tables, years, issues, and names "
                              "and years of conferences; change them with `set`"}});
    check_names(loaded, tables);
  } catch (const ScenarioError& error) {
    std::vector<Problem> problems = error.problems();
    for (Problem& problem : problems) problem.message += " (at " + describe(sweep, point, arm) + ")";
    throw ScenarioError(std::move(problems));
  }
}

}  // namespace

void check_points(const Sweep& sweep, const Tables& tables, std::size_t n_most) {
  const std::size_t n_all = sweep.n_points * sweep.arms.size();
  for (std::size_t k = 0; k < std::min(n_all, n_most); ++k)
    check_point(sweep, tables, k / sweep.arms.size(), k % sweep.arms.size());
}

}  // namespace hansa
