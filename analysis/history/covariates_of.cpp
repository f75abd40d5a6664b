#include "analysis/history/covariates_of.hpp"

#include <cmath>
#include <cstdlib>
#include <limits>

namespace hansa {
namespace {

constexpr double unknown = std::numeric_limits<double>::quiet_NaN();

double value_near(const Series& series, int year) {
  double value = unknown;
  int nearest = std::numeric_limits<int>::max();
  for (const auto& [point, of_point] : series.points) {
    if (std::abs(point - year) >= nearest) continue;
    nearest = std::abs(point - year);
    value = of_point;
  }
  return value;
}

void fill(std::vector<double>& values) {
  double sum = 0, n = 0;
  for (const double value : values) {
    if (std::isnan(value)) continue;
    sum += value;
    ++n;
  }
  for (double& value : values)
    if (std::isnan(value)) value = n > 0 ? sum / n : 0;
}

}  // namespace

StateCovariates covariates_of(const Played& played, int year) {
  constexpr std::size_t annex1 = 3;
  static_assert(bloc_names[annex1] == "annex1");
  StateCovariates covariates;
  for (const StateRow& state : played.states()) {
    const double gdp = value_near(state.gdp, year);
    covariates.un_vote.push_back(state.un_vote.value_or(unknown));
    covariates.log_gdp.push_back(std::log(gdp));
    covariates.log_income.push_back(std::log(gdp / value_near(state.population, year)));
    covariates.democracy.push_back(value_near(state.democracy, year));
    covariates.annex1.push_back(state.blocs[annex1] ? 1 : 0);
  }
  for (std::vector<double>* values :
       {&covariates.un_vote, &covariates.log_gdp, &covariates.log_income, &covariates.democracy})
    fill(*values);
  return covariates;
}

}  // namespace hansa
