#include "analysis/history/history.hpp"

#include <algorithm>
#include <limits>
#include <set>

#include "analysis/ratification/evidence.hpp"
#include "scenarios/load/paths.hpp"
#include "support/input/suggest.hpp"
#include "support/numbers/parallel.hpp"

namespace hansa {
namespace {

std::filesystem::path shipped(std::string_view name, const DataFolders& folders) {
  const Found found = find_shipped_table(name, folders);
  if (!found.reason.empty())
    throw ScenarioError({{.file = std::string(name), .key = "file", .message = found.reason}});
  return found.path;
}

std::filesystem::path given_or_shipped(const std::string& given, std::string_view name,
                                       const DataFolders& folders) {
  return given.empty() ? shipped(name, folders) : std::filesystem::path(given);
}

/// The scenario that plays a conference: the one asked for, else that of the table of conferences.
std::string scenario_of(const HistoryInput& input, const std::vector<PlayedConference>& conferences) {
  if (!input.scenario.empty()) return input.scenario;
  std::vector<std::string_view> names;
  for (const PlayedConference& one : conferences) {
    if (one.name == input.conference) return one.scenario;
    names.push_back(one.name);
  }
  throw ScenarioError({{.file = "--conference",
                        .key = input.conference,
                        .message = "no scenario of the library plays it; name one with --scenario" +
                                   suggest(input.conference, names)}});
}

/// The scenario whose positions and objections are compared with what states said of each other.
constexpr const char* talks = "unfccc-1995-2024";

constexpr const char* kyoto_conference = "COP3";

/// For each treaty the settings of a hazard of joining that was fitted without it.
std::vector<std::vector<std::string>> fit_without_each(const std::vector<ObservedTreaty>& treaties,
                                                       const DataFolders& folders, std::size_t n_threads) {
  const Evidence evidence = gather_evidence(folders, n_threads, false);
  std::vector<std::vector<std::string>> settings(treaties.size());
  for_each_index(treaties.size(), n_threads,
                 [&](std::size_t k) { settings[k] = settings_of(fit_without(evidence, &treaties[k])); });
  return settings;
}

/// Adds the codes that the world of a scenario lacks.
void note_unknown(const std::vector<VoteRow>& votes, const std::vector<RelationRow>& relations,
                  const std::vector<ObservedTreaty>& treaties, const Played& played, History& history) {
  std::set<std::string> codes;
  for (const VoteRow& vote : votes) codes.insert(vote.iso3);
  for (const RelationRow& row : relations) codes.insert({row.sender, row.target});
  for (const ObservedTreaty& treaty : treaties)
    for (const Ratification& state : treaty.states) codes.insert(state.iso3);
  for (const std::string& iso3 : codes)
    if (!played.state(iso3)) history.unknown_states.push_back(iso3);
}

/// All years, then those before and from 2000 on: the split that docs/explanation/decisions.md states beforehand.
std::vector<RelationScores> score_periods(const std::vector<RelationRow>& relations, const Played& played,
                                          std::uint64_t seed) {
  constexpr int split = 2000;
  if (relations.empty()) return {};
  const auto [first, last] = std::minmax_element(
      relations.begin(), relations.end(), [](const auto& a, const auto& b) { return a.year < b.year; });
  std::vector<RelationScores> scores = {score_relations(relations, played, first->year, last->year, seed)};
  if (first->year < split && last->year >= split) {
    scores.push_back(score_relations(relations, played, first->year, split - 1, seed));
    scores.push_back(score_relations(relations, played, split, last->year, seed));
  }
  return scores;
}

/// Played with a hazard of joining that was fitted without Kyoto.
Score usa_in_kyoto(const std::vector<PlayedConference>& conferences, std::vector<std::string> settings,
                   Plays& plays, std::uint64_t seed) {
  const auto kyoto = std::find_if(conferences.begin(), conferences.end(),
                                  [](const auto& one) { return one.id == kyoto_conference; });
  if (kyoto == conferences.end()) return {};
  const Played& played = plays.of(kyoto->scenario, std::move(settings));
  const auto usa = played.state("USA");
  if (!usa) return {};
  const std::vector<double> dates = played.joining(played.conference(kyoto->name), *usa);
  const auto share = [&](std::span<const std::size_t> rows) {
    double n = 0;
    for (const std::size_t row : rows) n += dates[row] < Played::never ? 1 : 0;
    return n / static_cast<double>(rows.size());
  };
  std::vector<std::size_t> all(dates.size());
  for (std::size_t k = 0; k < all.size(); ++k) all[k] = k;
  return {all.empty() ? std::numeric_limits<double>::quiet_NaN() : share(all),
          bootstrap(all.size(), seed, share), all.size()};
}

}  // namespace

History score_history(const HistoryInput& input, const DataFolders& folders) {
  const std::vector<PlayedConference> conferences =
      played_conferences(read_conferences(shipped("conferences.csv", folders)));
  const std::filesystem::path thresholds = shipped("treaties.csv", folders);
  const std::vector<ObservedTreaty> known =
      read_treaties(shipped("history/ratifications.csv", folders), thresholds);
  const std::vector<ObservedTreaty> judged =
      input.treaties.empty() ? known : read_treaties(input.treaties, thresholds);
  std::vector<VoteRow> votes = read_votes(given_or_shipped(input.votes, "history/votes.csv", folders));
  std::erase_if(votes, [&](const VoteRow& vote) {
    return !vote.conference.empty() && vote.conference != input.conference;
  });
  const std::vector<RelationRow> relations =
      read_relations(given_or_shipped(input.relations, "history/relations.csv", folders));
  const std::string scenario = scenario_of(input, conferences);

  Plays plays(folders, input.realizations, input.n_threads);
  History history;
  history.votes = score_votes(votes, plays.of(scenario), input.conference, input.seed);
  history.votes.scenario = scenario;
  history.conferences = score_conferences(conferences, plays, input.seed);
  history.relations = score_periods(relations, plays.of(talks), input.seed);
  const std::vector<std::vector<std::string>> without = fit_without_each(judged, folders, input.n_threads);
  for (std::size_t k = 0; k < judged.size(); ++k) {
    history.ratification.push_back(
        score_treaty(judged[k], known, conferences, without[k], plays, input.seed));
    if (judged[k].conference == kyoto_conference)
      history.usa_joins_kyoto = usa_in_kyoto(conferences, without[k], plays, input.seed);
  }
  note_unknown(votes, relations, judged, plays.of(talks), history);
  return history;
}

}  // namespace hansa
