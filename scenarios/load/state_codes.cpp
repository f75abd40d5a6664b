#include "scenarios/load/state_codes.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace hansa {

void check_state_codes(const LoadedScenario& loaded, const Tables& tables) {
  ProblemList problems = loaded.files_read.cleared();
  const auto check = [&](const std::string& key, const std::string& code) {
    const auto row =
        std::lower_bound(tables.states.begin(), tables.states.end(), code,
                         [](const StateRow& state, const std::string& iso3) { return state.iso3 < iso3; });
    if (code.empty() || (row != tables.states.end() && row->iso3 == code)) return;
    problems.add(loaded.given.place(key), key,
                 fmt::format("{} has no state {}", loaded.scenario.world.states, in_quotes(code)));
  };
  const Scenario& scenario = loaded.scenario;
  for (const ConferenceParams& conference : scenario.conferences) {
    check(fmt::format("conferences.{}.presidency", conference.name), conference.presidency);
    for (const std::string& state : conference.absent)
      check(fmt::format("conferences.{}.absent", conference.name), state);
    for (const std::string& state : conference.side_agreement)
      check(fmt::format("conferences.{}.side_agreement", conference.name), state);
  }
  const auto is_group = [](const std::string& name) {
    return name == "all" || std::find(bloc_names.begin(), bloc_names.end(), name) != bloc_names.end();
  };
  const auto check_rows = [&](const char* list, const auto& rows, const auto& exempt) {
    for (std::size_t k = 0; k < rows.size(); ++k) {
      if (!exempt(rows[k].state)) check(fmt::format("{}[{}].state", list, k + 1), rows[k].state);
    }
  };
  const auto never = [](const std::string&) { return false; };
  check_rows("shocks", scenario.shocks, is_group);
  check_rows("overrides", scenario.overrides, never);
  check_rows("withdrawals", scenario.withdrawals, never);
  problems.throw_if_any();
}

}  // namespace hansa
