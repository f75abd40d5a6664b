#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "analysis/history/observed.hpp"
#include "analysis/history/played.hpp"
#include "analysis/scores.hpp"
#include "scenarios/tables/world_files.hpp"

// The model against what happened. Each score stands beside those of naive predictions.

namespace hansa {

/// What to score. Empty: the shipped tables.
struct HistoryInput {
  std::string votes;               // a file: iso3, vote
  std::string conference = "GCM";  // where they were cast, by its name in the scenario
  std::string scenario;            // which plays it; empty: the one that conferences.csv names
  std::string relations;           // a file: date, sender, target, relation
  std::string treaties;            // a file: treaty, iso3, ratified
  std::size_t realizations = 0;    // of every scenario; 0: as the scenario says
  std::uint64_t seed = 42;         // of the bootstrap
  std::size_t n_threads = 1;
};

/// A score of a naive prediction, by its name.
struct Baseline {
  std::string name;
  Score score;
};

/// A conference, and the probability with which the model and naive predictions expect a text.
struct ConferenceForecast {
  PlayedConference conference;
  double adopted = 0, base_rate = 0, last_outcome = 0;  // [0..1]
  double depth = 0;                                     // mean where a text is adopted; NaN: never
};

/// Conferences that expect probabilities within some bounds.
struct CalibrationBin {
  double lo = 0, hi = 1;               // [0..1]
  double predicted = 0, happened = 0;  // means
  std::size_t n = 0;
};

/// Whether a text was adopted in full, where one was asked for. Partial outcomes count as none.
struct ConferenceScores {
  std::vector<ConferenceForecast> forecasts;
  Score brier, log;
  std::vector<Baseline> brier_baselines, log_baselines;  // base rate of the other conferences, last outcome
  std::vector<CalibrationBin> calibration;
  Score depth_auc;       // soft conferences with a text of note against those without, by depth
  Score depth_and_year;  // Spearman, soft conferences
};

/// Who votes no or abstains, by the gain of the state's worst veto player.
struct VoteScores {
  std::string conference, scenario;
  std::size_t n_no = 0, n_not_yes = 0;
  double predicted = 0;             // states that object, mean over realizations
  Score no, not_yes;                // AUC
  std::vector<Baseline> baselines;  // AUC of not yes, in the better direction
};

/// Who opposes whom. A pair of states conflicts if more of their statements are of conflict than of cooperation; equal
/// numbers are left out.
struct RelationScores {
  int from = 0, to = 0;  // years
  std::size_t n_conflicts = 0;
  Score distance;                   // AUC of the distance of positions
  std::vector<Baseline> baselines;  // AUC
  Score objecting;                  // Spearman of objections and number of conflicts of states
  std::vector<Baseline> objecting_baselines;
};

/// The number of parties at the end of a year.
struct PartiesInYear {
  int year = 0;
  std::size_t actual = 0;
  double predicted = 0;
};

/// Who joins a treaty when.
struct TreatyScores {
  std::string treaty, scenario;
  std::size_t n_joined = 0;           // states that did, of those scored
  Score order;                        // Spearman of dates, of states that joined
  Score pairs;                        // concordance of all states
  std::vector<Baseline> baselines;    // Spearman
  std::optional<Date> threshold_met;  // by the actual dates of joining
  std::optional<Date> replayed;       // entry into force that follows from it
  std::optional<Date> in_force;       // actual
  double median = 0, lo = 0,
         hi = 0;  // of the model's, 5 % and 95 %; infinite: never; NaN: no threshold             [year]
  std::vector<PartiesInYear> parties;
};

struct History {
  ConferenceScores conferences;
  VoteScores votes;
  std::vector<RelationScores> relations;  // all years, then periods
  std::vector<TreatyScores> ratification;
  Score usa_joins_kyoto;  // share of realizations that adopt it
  std::vector<std::string>
      unknown_states;  // codes in the tables of what happened that the world lacks, left out
};

[[nodiscard]] ConferenceScores score_conferences(const std::vector<PlayedConference>& conferences,
                                                 Plays& plays, std::uint64_t seed);

[[nodiscard]] VoteScores score_votes(const std::vector<VoteRow>& votes, const Played& played,
                                     const std::string& conference, std::uint64_t seed);

/// The scores of the statements of some years, against positions and objections of these years.
[[nodiscard]] RelationScores score_relations(const std::vector<RelationRow>& relations, const Played& played,
                                             int from, int to, std::uint64_t seed);

/// `others` are the treaties from which the baseline takes the habits of states. A treaty that the scenario of its own
/// conference makes is scored there, any other in the scenario any-treaty; `settings` are those of a hazard of joining
/// fitted without the treaty.
[[nodiscard]] TreatyScores score_treaty(const ObservedTreaty& treaty,
                                        const std::vector<ObservedTreaty>& others,
                                        const std::vector<PlayedConference>& conferences,
                                        std::span<const std::string> settings, Plays& plays,
                                        std::uint64_t seed);

/// Runs the scenarios and scores them. Throws ScenarioError for invalid tables.
[[nodiscard]] History score_history(const HistoryInput& input, const DataFolders& folders);

}  // namespace hansa
