#include "analysis/ratification/validation.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

#include "agents/habits.hpp"
#include "support/numbers/parallel.hpp"

namespace hansa {
namespace {

constexpr auto atmosphere = std::to_array<std::string_view>(
    {"vienna-1985", "montreal-1987", "unfccc-1992", "kyoto-1997", "paris-2015"});

TreatyForecast forecast(const Evidence& evidence, const ObservedTreaty& treaty, const HazardFit& fit,
                        std::uint64_t seed) {
  const Facts& facts = evidence.facts();
  const OpenTreaty open(treaty, evidence.treaties, facts, evidence.simulated);
  const std::vector<double> expected = expected_joining(evidence, treaty, fit);
  const std::vector<double> dates = dates_of_joining(treaty, facts.iso3);
  std::vector<double> all, all_expected, joined, joined_expected, habit, democracy;
  for (std::size_t i = 0; i < facts.n_states; ++i) {
    if (!facts.head[i]) continue;
    all.push_back(dates[i]);
    all_expected.push_back(expected[i]);
    if (std::isinf(dates[i])) continue;
    joined.push_back(dates[i]);
    joined_expected.push_back(expected[i]);
    const auto known = open.terms(i, open.opening(), 0, 0);
    habit.push_back(-known[index(Term::Habit)]);
    democracy.push_back(-known[index(Term::Democracy)]);
  }
  return {.treaty = treaty.id,
          .atmosphere = std::find(atmosphere.begin(), atmosphere.end(), treaty.id) != atmosphere.end(),
          .order = score_of<double>(spearman, joined_expected, joined, seed),
          .habit = score_of<double>(spearman, habit, joined, seed),
          .democracy = score_of<double>(spearman, democracy, joined, seed),
          .pairs = score_of<double>(concordance, all_expected, all, seed)};
}

MeanForecast mean_forecast(const std::vector<TreatyForecast>& treaties, bool atmosphere_alone,
                           std::uint64_t seed) {
  std::vector<double> order, habit, democracy, lead;
  for (const TreatyForecast& one : treaties) {
    if (atmosphere_alone && !one.atmosphere) continue;
    if (std::isnan(one.order.value + one.habit.value + one.democracy.value)) continue;
    order.push_back(one.order.value);
    habit.push_back(one.habit.value);
    democracy.push_back(one.democracy.value);
    lead.push_back(one.order.value - one.habit.value);
  }
  return {mean_score(order, seed), mean_score(habit, seed), mean_score(democracy, seed),
          mean_score(lead, seed)};
}

}  // namespace

RatificationBacktest test_ratification(const DataFolders& folders, std::uint64_t seed,
                                       std::size_t n_threads) {
  const Evidence evidence = gather_evidence(folders, n_threads, true);
  std::vector<Term> with_home(model_terms.begin(), model_terms.end());
  with_home.push_back(Term::HomePressure);
  RatificationBacktest found{.fit = fit_without(evidence, nullptr),
                             .with_home_pressure = fit_without(evidence, nullptr, with_home),
                             .treaties = std::vector<TreatyForecast>(evidence.treaties.size()),
                             .all = {},
                             .atmosphere = {},
                             .veto_players = {}};
  const LeftOut model = leave_out_each(evidence, model_terms, n_threads);
  for_each_index(found.treaties.size(), n_threads, [&](std::size_t k) {
    found.treaties[k] = forecast(evidence, evidence.treaties[k], model.fits[k], seed);
  });
  for (const auto& added : veto_player_terms)
    found.veto_players.push_back(add_terms(evidence, model, added, seed, n_threads));
  found.all = mean_forecast(found.treaties, false, seed);
  found.atmosphere = mean_forecast(found.treaties, true, seed);
  return found;
}

}  // namespace hansa
