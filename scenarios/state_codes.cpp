#include "scenarios/state_codes.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace hansa {

void check_state_codes(const LoadedScenario& loaded, const Tables& tables) {
  std::vector<Problem> problems;
  const auto check = [&](const std::string& key, const std::string& code) {
    const auto row =
        std::lower_bound(tables.states.begin(), tables.states.end(), code,
                         [](const StateRow& state, const std::string& iso3) { return state.iso3 < iso3; });
    if (code.empty() || (row != tables.states.end() && row->iso3 == code)) return;
    problems.push_back(
        {.file = loaded.source,
         .key = key,
         .message = fmt::format("{} has no state {}", loaded.scenario.world.states, in_quotes(code))});
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
  for (const ShockParams& shock : scenario.shocks) {
    if (!is_group(shock.state)) check("shocks.state", shock.state);
  }
  for (const OverrideParams& override : scenario.overrides) check("overrides.state", override.state);
  for (const WithdrawalParams& withdrawal : scenario.withdrawals)
    check("withdrawals.state", withdrawal.state);
  if (!problems.empty()) throw ScenarioError(std::move(problems));
}

}  // namespace hansa
