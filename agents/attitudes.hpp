#pragma once

#include "agents/covariates.hpp"
#include "agents/facts.hpp"

namespace hansa {

/// What states want, weigh and fear in one year, from their covariates.
///
///     logit    = intercept + sum coefficient * score + sum of its blocs
///     salience = softmax over issues of a score of the same kind
///     power    = equality / N + (1 - equality) * share of GDP^a population^b CO2^c
///
/// The EU is the output-weighted mean of its members, with no power of its own. What no table has (home rule,
/// openness, capture, supermajorities, stakes, sovereignty) follows from the scenario's proxies.
[[nodiscard]] YearFacts form_attitudes(const Scenario& scenario, const Facts& facts,
                                       const Covariates& covariates);

}  // namespace hansa
