#include "analysis/ratification/evidence.hpp"

#include <algorithm>

#include <fmt/format.h>

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

}  // namespace

Evidence gather_evidence(const DataFolders& folders, std::optional<std::size_t> n_threads) {
  std::vector<std::string> settings = {fmt::format("years.from={}", first_observed),
                                       fmt::format("years.to={}", last_observed)};
  if (n_threads) {
    settings.emplace_back("world.with_cities=true");
    settings.emplace_back("realizations=32");
  }
  Evidence evidence{.prepared = prepare("any-treaty", settings, folders), .treaties = {}, .simulated = {}};
  evidence.treaties = read_tables(evidence.prepared.loaded->files).treaties;
  if (n_threads) evidence.simulated.home_pressure = simulate_home_pressure(evidence.prepared, *n_threads);
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
