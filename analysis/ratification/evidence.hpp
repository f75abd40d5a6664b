#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "analysis/prepared_scenario.hpp"
#include "analysis/ratification/hazard_fit.hpp"

namespace hansa {

/// What the hazard of joining is estimated from: treaties, and the covariates of states by year.
struct Evidence {
  PreparedScenario prepared;  // any-treaty over all years
  std::vector<ObservedTreaty> treaties;
  Simulated simulated;

  [[nodiscard]] const Facts& facts() const { return prepared.facts; }
};

/// The shipped treaties, with the payoffs of joining Kyoto and Paris from runs of paris-2015 and, if asked for, what
/// cities press at home from runs of any-treaty; else that is 0.
[[nodiscard]] Evidence gather_evidence(const DataFolders& folders, std::size_t n_threads, bool home_pressure);

/// The fit to all treaties but one, of which no date enters, neither as an outcome nor in a habit: of the same id or
/// adopted on the same day. nullptr: to all.
[[nodiscard]] HazardFit fit_without(const Evidence& evidence, const ObservedTreaty* left_out,
                                    std::span<const Term> terms = model_terms);

/// The date on which each state is expected to join a treaty of typical appeal. Shares of states that have joined are
/// means of the states' probabilities; one that has not joined by the last month at risk counts as joining then. (state)
///                                                                                                [year]
[[nodiscard]] std::vector<double> expected_joining(const Evidence& evidence, const ObservedTreaty& treaty,
                                                   const HazardFit& fit);

}  // namespace hansa
