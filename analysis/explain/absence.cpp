#include "analysis/explain/absence.hpp"

#include <algorithm>
#include <functional>
#include <numeric>
#include <utility>

#include "analysis/summary.hpp"

namespace hansa {
namespace {

constexpr std::size_t n_searched = 16;    // realizations in which candidates are compared
constexpr std::size_t n_candidates = 12;  // at a time
constexpr std::size_t most_absent = 60;

using Rows = std::vector<std::size_t>;

/// How a text fares: the number of realizations in which it passes, and who objects how often in all of them.
struct Fare {
  std::size_t n_passes = 0, n_objections = 0;
  std::vector<std::size_t> objections;  // (state)

  [[nodiscard]] bool better_than(const Fare& other) const {
    return n_passes != other.n_passes ? n_passes > other.n_passes : n_objections < other.n_objections;
  }

  /// The most frequent objectors.
  [[nodiscard]] Rows candidates() const {
    Rows rows;
    for (std::size_t i = 0; i < objections.size(); ++i)
      if (objections[i] > 0) rows.push_back(i);
    std::ranges::stable_sort(rows, std::ranges::greater{}, [this](std::size_t i) { return objections[i]; });
    rows.resize(std::min(rows.size(), n_candidates));
    return rows;
  }
};

Fare fare_without(const Rows& absent, const ConferenceRuns& runs, Form form, const Rows& realizations) {
  const auto changed = runs.changed([](Scenario&, ConferenceParams&) {}, absent);
  Fare fare;
  fare.objections.resize(runs.facts().n_states);
  for (const Fate& fate : runs.fates(changed->facts, form, realizations)) {
    fare.n_passes += fate.passes ? 1U : 0U;
    fare.n_objections += fate.objectors.size();
    for (const std::size_t i : fate.objectors) ++fare.objections[i];
  }
  return fare;
}

Rows with(Rows rows, std::size_t one) {
  rows.push_back(one);
  return rows;
}

bool enough(const Fare& fare, const Rows& realizations) { return 2 * fare.n_passes >= realizations.size(); }

/// Adds the objector whose absence helps most; its fare. Adds nobody if nobody objects.
Fare send_away_one(const ConferenceRuns& runs, Form form, const Rows& realizations, const Fare& now,
                   Rows& absent) {
  std::optional<std::size_t> best;
  Fare best_fare;
  for (const std::size_t candidate : now.candidates()) {
    Fare tried = fare_without(with(absent, candidate), runs, form, realizations);
    if (best && !tried.better_than(best_fare)) continue;
    best = candidate;
    best_fare = std::move(tried);
  }
  if (best) absent.push_back(*best);
  return best_fare;
}

/// Lets those back in that are not needed; the fare of the rest.
Fare readmit(const ConferenceRuns& runs, Form form, const Rows& realizations, Fare fare, Rows& absent) {
  for (const std::size_t state : Rows(absent)) {
    Rows fewer = absent;
    std::erase(fewer, state);
    Fare tried = fare_without(fewer, runs, form, realizations);
    if (!enough(tried, realizations)) continue;
    absent = std::move(fewer);
    fare = std::move(tried);
  }
  return fare;
}

}  // namespace

std::optional<Absence> least_absence(const ConferenceRuns& runs, Form form) {
  Rows all(runs.size());
  std::iota(all.begin(), all.end(), std::size_t{0});
  const Rows some(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(std::min(all.size(), n_searched)));
  Rows absent;
  Fare of_some = fare_without(absent, runs, form, some), of_all = fare_without(absent, runs, form, all);
  while (!enough(of_all, all)) {
    const std::size_t before = absent.size();
    of_some = send_away_one(runs, form, some, enough(of_some, some) ? of_all : of_some, absent);
    if (absent.size() == before || absent.size() > most_absent || runs.stopped()) return std::nullopt;
    if (enough(of_some, some)) of_all = fare_without(absent, runs, form, all);
  }
  of_all = readmit(runs, form, all, std::move(of_all), absent);
  const auto n = static_cast<double>(all.size()), n_passes = static_cast<double>(of_all.n_passes);
  return Absence{absent, n_passes / n, wilson_interval(n_passes, n)};
}

}  // namespace hansa
