#include "scenarios/load/names_in_tables.hpp"

#include <algorithm>
#include <cctype>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "scenarios/parameters/network_fields.hpp"
#include "scenarios/parameters/parameter_names.hpp"
#include "support/input/suggest.hpp"

namespace hansa {
namespace {

/// "; did you mean CHN (China)?" for a state whose name is or begins with this word, or whose code is near it.
std::string suggest_state(std::string_view word, const std::vector<StateRow>& states) {
  const auto same = [](char a, char b) {
    return std::tolower(static_cast<unsigned char>(a)) == std::tolower(static_cast<unsigned char>(b));
  };
  for (const StateRow& state : states) {
    if (word.size() >= 3 && word.size() <= state.name.size() &&
        std::equal(word.begin(), word.end(), state.name.begin(), same))
      return fmt::format("; did you mean {} ({})?", state.iso3, printable(state.name));
  }
  std::vector<std::string_view> codes;
  for (const StateRow& state : states) codes.push_back(state.iso3);
  const std::string hint = suggest(word, codes);
  return hint.starts_with("; known") ? "" : hint;
}

void check_states(const LoadedScenario& loaded, const Tables& tables, ProblemList& problems) {
  const auto check = [&](const std::string& key, const std::string& code) {
    const auto row =
        std::lower_bound(tables.states.begin(), tables.states.end(), code,
                         [](const StateRow& state, const std::string& iso3) { return state.iso3 < iso3; });
    if (code.empty() || (row != tables.states.end() && row->iso3 == code)) return;
    problems.add(loaded.given.place(key), key,
                 fmt::format("{} has no state {}{}", loaded.scenario.world.states, in_quotes(code),
                             suggest_state(code, tables.states)));
  };
  const Scenario& scenario = loaded.scenario;
  for (const ConferenceParams& conference : scenario.conferences) {
    const std::string presidency = fmt::format("conferences.{}.presidency", conference.name);
    check(presidency, conference.presidency);
    if (conference.presidency == "EUU")
      problems.add(
          loaded.given.place(presidency), presidency,
          "the EU itself has no vote, so its presidency has no effect; give the member that presides");
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
}

/// Somebody must sit at each conference.
void check_seats(const LoadedScenario& loaded, const Tables& tables, ProblemList& problems) {
  for (const ConferenceParams& conference : loaded.scenario.conferences) {
    const auto bloc = std::find(bloc_names.begin(), bloc_names.end(), conference.participants);
    const bool sits = std::any_of(tables.states.begin(), tables.states.end(), [&](const StateRow& state) {
      const bool invited =
          bloc == bloc_names.end() || state.blocs[static_cast<std::size_t>(bloc - bloc_names.begin())];
      return state.party && state.iso3 != "EUU" && invited &&
             std::find(conference.absent.begin(), conference.absent.end(), state.iso3) ==
                 conference.absent.end();
    });
    const std::string path = fmt::format("conferences.{}.{}", conference.name,
                                         conference.absent.empty() ? "participants" : "absent");
    if (!sits) problems.add(loaded.given.place(path), path, "no state is left to negotiate");
  }
}

/// What is set for single networks of the tables.
class NetworkChecker {
 public:
  NetworkChecker(const LoadedScenario& loaded, const Tables& tables, ProblemList& problems)
      : loaded_(loaded), problems_(problems) {
    for (const NetworkRow& row : tables.networks) successor_[row.id] = row.merged_into;
    for (const NetworkDials& dials : loaded.scenario.networks.named) {
      if (dials.merged_into.empty() || !successor_.contains(dials.name)) continue;
      successor_[dials.name] = dials.merged_into == NetworkDials::nothing ? "" : dials.merged_into;
    }
  }

  void check() {
    for (const NetworkDials& dials : loaded_.scenario.networks.named) check_network(dials);
  }

 private:
  void check_network(const NetworkDials& dials) {
    const std::string path = "networks." + dials.name, into = path + ".merged_into";
    const std::string& table = loaded_.scenario.world.networks;
    if (!loaded_.scenario.networks.real)
      wrong(path, "networks.real is false, so there is no network of the tables");
    else if (!successor_.contains(dials.name))
      wrong(path, fmt::format("no parameter, and {} has no network {}{}", table, in_quotes(dials.name),
                              suggest(dials.name, names(true))));
    else if (dials.merged_into.empty() || dials.merged_into == NetworkDials::nothing)
      return;
    else if (!successor_.contains(dials.merged_into))
      wrong(into, fmt::format("{} has no network {}{}", table, in_quotes(dials.merged_into),
                              suggest(dials.merged_into, names(false))));
    else if (!dials.exists)
      wrong(into, "a network that does not exist has nothing to hand on");
    else if (const std::string circle = circle_from(dials.name); !circle.empty())
      wrong(into, "networks merge in a circle: " + circle);
  }

  /// The words of `networks.NAME`, or only those that are networks.
  [[nodiscard]] std::vector<std::string_view> names(bool parameters) const {
    std::vector<std::string_view> all;
    for (const auto& [id, successor] : successor_) all.push_back(id);
    if (parameters) all.insert(all.end(), parameters_.begin(), parameters_.end());
    return all;
  }

  /// The way along successors back to a network; empty if it ends elsewhere.
  [[nodiscard]] std::string circle_from(const std::string& start) const {
    std::string way = start, id = start;
    for (std::size_t step = 0; step < successor_.size(); ++step) {
      const auto next = successor_.find(id);
      if (next == successor_.end() || next->second.empty()) return "";
      id = next->second;
      way += ", " + id;
      if (id == start) return way;
    }
    return "";
  }

  void wrong(const std::string& path, const std::string& message) {
    problems_.add(loaded_.given.place(path), path, message);
  }

  const LoadedScenario& loaded_;
  ProblemList& problems_;
  std::map<std::string, std::string> successor_;  // of each network; empty: none
  const std::vector<std::string> parameters_ = names_of_parameters<NetworkParams>();
};

}  // namespace

void check_names(const LoadedScenario& loaded, const Tables& tables) {
  ProblemList problems = loaded.files_read.cleared();
  check_states(loaded, tables, problems);
  check_seats(loaded, tables, problems);
  NetworkChecker(loaded, tables, problems).check();
  problems.throw_if_any();
  if (!loaded.scenario.start.scenario) return;
  LoadedScenario start{.scenario = *loaded.scenario.start.scenario, .files_read = loaded.files_read};
  start.given.places.emplace("", loaded.given.place("start_from"));
  check_names(start, tables);
}

}  // namespace hansa
