#include "analysis/history/covariates_of.hpp"

#include <cmath>

#include "agents/covariates.hpp"

namespace hansa {

StateCovariates covariates_of(const Played& played, int year) {
  constexpr std::size_t annex1 = 3;
  static_assert(bloc_names[annex1] == "annex1");
  const Facts& facts = played.facts();
  const Covariates read = read_covariates(played.states(), facts.head, year);
  StateCovariates covariates;
  for (std::size_t i = 0; i < facts.n_states; ++i) {
    covariates.un_vote.push_back(read.score[i][UnVote]);
    covariates.log_gdp.push_back(std::log(read.gdp[i]));
    covariates.log_income.push_back(std::log(read.gdp[i] / read.population[i]));
    covariates.democracy.push_back(read.democracy[i]);
    covariates.annex1.push_back(facts.blocs[i][annex1] ? 1 : 0);
  }
  return covariates;
}

}  // namespace hansa
