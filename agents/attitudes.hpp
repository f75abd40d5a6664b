#pragma once

#include "agents/covariates.hpp"
#include "agents/facts.hpp"

namespace hansa {

/// Derives states' positions, saliences, power and domestic politics in one year from their covariates.
///
///     logit    = intercept + sum coefficient * score + sum of its blocs
///     salience = softmax over issues of a score of the same kind
///     power    = equality / N + (1 - equality) * share of GDP^a population^b CO2^c
///
/// The EU's row is the output-weighted mean of its members, with power 0. Variables without data (home rule,
/// openness, capture, supermajorities, stakes, sovereignty) follow from the scenario's proxies.
[[nodiscard]] YearFacts form_attitudes(const Scenario& scenario, const Facts& facts,
                                       const Covariates& covariates);

}  // namespace hansa
