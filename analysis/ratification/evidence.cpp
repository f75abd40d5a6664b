#include "analysis/ratification/evidence.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "scenarios/parameters/conference_params.hpp"
#include "scenarios/parameters/scenario.hpp"
#include "scenarios/tables/tables.hpp"
#include "sim/run.hpp"
#include "support/numbers/reals.hpp"

namespace hansa {
namespace {

constexpr int first_observed = 1985;

/// What cities press at home, as the hazard sees it: mean over realizations, times influence and the channel's weight.
std::vector<double> simulate_home_pressure(const PreparedScenario& prepared, std::size_t n_threads) {
  const std::vector<RunRecord> records = run_ensemble(prepared.facts, n_threads, {});
  const LobbyingParams& lobbying = prepared.scenario().lobbying;
  const double weight = (1 - real_exp(-lobbying.strength)) * lobbying.channels[Channel::Home];
  std::vector<double> mean(records.front().home_pressure.size(), 0.0);
  for (const RunRecord& record : records)
    for (std::size_t k = 0; k < mean.size(); ++k)
      mean[k] += weight * record.home_pressure[k] / static_cast<double>(records.size());
  return mean;
}

/// What joining the treaties that the model negotiates is worth to states: mean over the runs that adopt them.
std::vector<Payoffs> simulate_payoffs(const std::vector<ObservedTreaty>& treaties, const DataFolders& folders,
                                      std::size_t n_threads) {
  const std::vector<std::string> settings = {"realizations=32", "years.to=2015"};
  const PreparedScenario prepared = prepare("paris-2015", settings, folders);
  const std::vector<RunRecord> records = run_ensemble(prepared.facts, n_threads, {});
  const std::size_t n = prepared.facts.n_states;
  std::vector<Payoffs> payoffs;
  std::size_t treaty = 0;
  for (std::size_t c = 0; c < prepared.facts.conferences.size(); ++c) {
    const ConferenceParams& conference = *prepared.facts.conferences[c].params;
    if (conference.treaty.name.empty()) continue;
    const std::size_t row = treaty++ * n;
    const auto same = std::find_if(treaties.begin(), treaties.end(), [&](const ObservedTreaty& one) {
      return one.conference == conference.name;
    });
    if (same == treaties.end()) continue;
    Payoffs found{.treaty = same->id, .own = std::vector<double>(n), .others = std::vector<double>(n)};
    double n_adopted = 0;
    for (const RunRecord& record : records) n_adopted += record.adopted[c] ? 1 : 0;
    for (const RunRecord& record : records) {
      for (std::size_t i = 0; i < n && record.adopted[c]; ++i) {
        if (std::isnan(record.joining_own[row + i])) continue;  // the EU
        found.own[i] += record.joining_own[row + i] / n_adopted;
        found.others[i] += record.joining_others[row + i] / n_adopted;
      }
    }
    payoffs.push_back(std::move(found));
  }
  return payoffs;
}

}  // namespace

Evidence gather_evidence(const DataFolders& folders, std::size_t n_threads, bool home_pressure) {
  std::vector<std::string> settings = {fmt::format("years.from={}", first_observed),
                                       fmt::format("years.to={}", last_observed)};
  if (home_pressure) {
    settings.emplace_back("world.with_cities=true");
    settings.emplace_back("realizations=32");
  }
  Evidence evidence{.prepared = prepare("any-treaty", settings, folders), .treaties = {}, .simulated = {}};
  evidence.treaties = read_tables(evidence.prepared.loaded->files).treaties;
  evidence.simulated.payoffs = simulate_payoffs(evidence.treaties, folders, n_threads);
  if (home_pressure) evidence.simulated.home_pressure = simulate_home_pressure(evidence.prepared, n_threads);
  return evidence;
}

HazardFit fit_without(const Evidence& evidence, const ObservedTreaty* left_out, std::span<const Term> terms) {
  std::vector<ObservedTreaty> used = evidence.treaties;
  if (left_out)
    std::erase_if(used, [&](const ObservedTreaty& one) {
      return one.id == left_out->id || one.adopted == left_out->adopted;
    });
  std::vector<TreatyPanel> panels;
  for (const ObservedTreaty& one : used)
    panels.push_back(make_panel(one, used, evidence.facts(), evidence.simulated));
  return fit_hazard(panels, terms);
}

std::vector<double> expected_joining(const Evidence& evidence, const ObservedTreaty& treaty,
                                     const HazardFit& fit) {
  const Facts& facts = evidence.facts();
  const OpenTreaty open(treaty, evidence.treaties, facts, evidence.simulated);
  std::vector<double> joined(facts.n_states, 0.0), months(facts.n_states, 0.0);
  for (int month = open.opening(); month < open.end(); ++month) {
    const Shares shares = shares_of(facts, joined);
    for (std::size_t i = 0; i < facts.n_states; ++i) {
      const auto terms =
          open.terms(i, month, shares.region[static_cast<std::size_t>(facts.region[i])], shares.all);
      double logit = fit.constant;
      for (std::size_t x = 0; x < n_terms; ++x) logit += fit.coefficient.values[x] * terms[x];
      months[i] += 1 - joined[i];
      joined[i] = 1 - (1 - joined[i]) * real_pow(1 - logistic(logit), 1.0 / 12);
    }
  }
  for (double& value : months) value = (open.opening() + value) / 12;
  return months;
}

}  // namespace hansa
