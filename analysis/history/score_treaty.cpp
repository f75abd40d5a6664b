#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <numeric>

#include <fmt/format.h>

#include "analysis/history/covariates_of.hpp"
#include "analysis/history/history.hpp"
#include "scenarios/parameters/conference_params.hpp"

namespace hansa {
namespace {

constexpr int horizon = 12;  // years played after opening; nearly all states have joined by then, or never do
constexpr int last_year = 2024;  // of the tables of facts

/// Where a treaty is played: a conference of a scenario.
struct Stage {
  std::string scenario;
  const Played* played;
  std::size_t conference;
};

/// The scenario that makes the treaty at its own conference, else any-treaty at the treaty's dates.
Stage find_stage(const ObservedTreaty& treaty, const std::vector<PlayedConference>& conferences,
                 std::span<const std::string> of_ratification, Plays& plays) {
  std::vector<std::string> settings(of_ratification.begin(), of_ratification.end());
  const auto own = std::find_if(conferences.begin(), conferences.end(), [&](const auto& one) {
    return !treaty.conference.empty() && one.id == treaty.conference;
  });
  if (own != conferences.end()) {
    const Played& played = plays.of(own->scenario, std::move(settings));
    return {own->scenario, &played, played.conference(own->name)};
  }
  const std::chrono::year_month_day opened(treaty.opened.value_or(*treaty.adopted));
  const int year = static_cast<int>(opened.year()) - 1;  // a conference is in December
  const std::vector<std::string> dates = {
      fmt::format("years.from={}", year),
      fmt::format("years.to={}", std::max(year + 1, std::min(year + 1 + horizon, last_year))),
      fmt::format("conferences.TREATY.year={}", year),
      fmt::format("conferences.TREATY.treaty.opens_after={}", static_cast<unsigned>(opened.month())),
      fmt::format("conferences.TREATY.treaty.min_parties={}", treaty.min_parties.value_or(0)),
      fmt::format("conferences.TREATY.treaty.delay={}", treaty.delay)};
  settings.insert(settings.end(), dates.begin(), dates.end());
  // a text without a subject is worth nothing in particular, in the fit as here
  for (const char* payoff : {"ratification.own_payoff=0", "ratification.others_payoff=0"})
    settings.emplace_back(payoff);
  const std::string scenario = "any-treaty";
  const Played& played = plays.of(scenario, std::move(settings));
  return {scenario, &played, played.conference("TREATY")};
}

/// A state's habit: its mean rank among the states of other treaties, earlier ones if there are two, from 0, first, to 1.
/// All their dates count, later ones too, as they do not in the habit that the model knows when a treaty opens.
std::map<std::string, double> habits_of(const ObservedTreaty& treaty,
                                        const std::vector<ObservedTreaty>& others) {
  std::vector<const ObservedTreaty*> used, earlier;
  for (const ObservedTreaty& other : others) {
    if (other.id == treaty.id) continue;
    used.push_back(&other);
    if (other.adopted && *other.adopted < *treaty.adopted) earlier.push_back(&other);
  }
  if (earlier.size() >= 2) used = std::move(earlier);
  std::map<std::string, std::pair<double, double>> sums;  // of ranks, number
  for (const ObservedTreaty* other : used) {
    for (const Ratification& state : other->states) {
      double before = 0, same = 0;
      for (const Ratification& peer : other->states) {
        before += date_of(peer) < date_of(state) ? 1 : 0;
        same += date_of(peer) == date_of(state) ? 1 : 0;
      }
      auto& [sum, n] = sums[state.iso3];
      sum += (before + same / 2) / static_cast<double>(other->states.size());
      ++n;
    }
  }
  std::map<std::string, double> habits;
  for (const auto& [iso3, sum] : sums) habits[iso3] = sum.first / sum.second;
  return habits;
}

/// The mean date of joining, a state that never does counted a year after the end.
double expected_date(const std::vector<double>& dates, double end) {
  double sum = 0;
  for (const double date : dates) sum += std::min(date, end + 1);
  return dates.empty() ? end + 1 : sum / static_cast<double>(dates.size());
}

/// Infinite: never; NaN: nothing to go by.
double quantile(const std::vector<double>& sorted, double share) {
  if (sorted.empty()) return std::numeric_limits<double>::quiet_NaN();
  return sorted[static_cast<std::size_t>(share * static_cast<double>(sorted.size() - 1) + 0.5)];
}

/// One state's dates: the actual one and those of the model's realizations.
struct StateDates {
  double actual;
  std::vector<double> predicted;
};

std::vector<PartiesInYear> count_parties(const std::vector<StateDates>& states, int from, int to) {
  std::vector<PartiesInYear> counts;
  for (int year = from; year <= to; ++year) {
    PartiesInYear count{.year = year};
    for (const StateDates& state : states) {
      count.actual += state.actual < year + 1 ? 1 : 0;
      const auto joined = std::lower_bound(state.predicted.begin(), state.predicted.end(), year + 1.0);
      if (!state.predicted.empty())
        count.predicted += static_cast<double>(joined - state.predicted.begin()) /
                           static_cast<double>(state.predicted.size());
    }
    counts.push_back(count);
  }
  return counts;
}

/// The day on which the threshold was met, by the actual dates.
std::optional<Date> day_met(const ObservedTreaty& treaty, const Stage& stage) {
  const Facts& facts = stage.played->facts();
  const bool reported = treaty.emissions_base == "reported";  // what the states themselves had reported
  std::vector<Joining> joined;
  for (const Ratification& one : treaty.states) {
    const auto state = stage.played->state(one.iso3);
    if (!state || !facts.head[*state] || !one.date) continue;
    joined.push_back({*one.date, reported ? stage.played->states()[*state].paris_share.value_or(0) / 100
                                          : facts.conferences[stage.conference].emissions[*state]});
  }
  return day_of_threshold(treaty, std::move(joined));
}

}  // namespace

TreatyScores score_treaty(const ObservedTreaty& treaty, const std::vector<ObservedTreaty>& others,
                          const std::vector<PlayedConference>& conferences,
                          std::span<const std::string> settings, Plays& plays, std::uint64_t seed) {
  const Stage stage = find_stage(treaty, conferences, settings, plays);
  const Facts& facts = stage.played->facts();
  const int first = calendar_year(*treaty.adopted);
  const int last = std::min(first + horizon, facts.first_year + static_cast<int>(facts.years.size()) - 1);
  const std::map<std::string, double> habits = habits_of(treaty, others);
  const StateCovariates covariates = covariates_of(*stage.played, first);

  std::vector<StateDates> states;
  std::vector<double> actual, predicted, joined_at, joined_predicted, habit, habit_then, democracy;
  for (const Ratification& one : treaty.states) {
    const auto state = stage.played->state(one.iso3);
    if (!state || !facts.head[*state]) continue;
    const double date = date_of(one);
    states.push_back({date, stage.played->joining(stage.conference, *state)});
    actual.push_back(date);
    predicted.push_back(expected_date(states.back().predicted, last + 1));
    if (date == Played::never) continue;
    joined_at.push_back(date);
    joined_predicted.push_back(predicted.back());
    const auto known = habits.find(one.iso3);
    habit.push_back(known != habits.end() ? known->second : 0.5);
    habit_then.push_back(-facts.conferences[stage.conference].habit[*state]);
    democracy.push_back(-covariates.democracy[*state]);
  }
  const std::optional<Date> met = day_met(treaty, stage);
  const std::vector<double> in_force =
      treaty.min_parties ? stage.played->in_force(stage.conference) : std::vector<double>();
  return {.treaty = treaty.id,
          .scenario = stage.scenario,
          .n_joined = joined_at.size(),
          .order = score_of<double>(spearman, joined_predicted, joined_at, seed),
          .pairs = score_of<double>(concordance, predicted, actual, seed),
          .baselines = {{"habit", score_of<double>(spearman, habit, joined_at, seed)},
                        {"democracy", score_of<double>(spearman, democracy, joined_at, seed)},
                        {"habit_then", score_of<double>(spearman, habit_then, joined_at, seed)}},
          .threshold_met = met,
          .replayed = met ? std::optional<Date>(*met + std::chrono::days(treaty.delay)) : std::nullopt,
          .in_force = treaty.in_force,
          .median = quantile(in_force, 0.5),
          .lo = quantile(in_force, 0.05),
          .hi = quantile(in_force, 0.95),
          .parties = count_parties(states, first, last)};
}

}  // namespace hansa
