#pragma once

#include <array>
#include <cmath>
#include <cstddef>
#include <limits>
#include <vector>

#include "agents/facts.hpp"
#include "agents/veto_players.hpp"
#include "scenarios/parameters/vocabulary.hpp"
#include "scenarios/tables/tables.hpp"

namespace hansa {

/// The covariates of all states in one year, gaps filled.
struct Covariates {
  using Row = std::array<double, n_covariates>;
  std::vector<Row> score;          // (state) standardised over states, clipped at +-2.5     [sd]
  std::vector<double> gdp;         // output                                                 [billion USD]
  std::vector<double> population;  // people                                                 [million]
  std::vector<double> emissions;   // CO2                                                    [Mt]
  std::vector<double> democracy;   // electoral democracy                                    [0..1]
  VetoPlayers veto_players;
  std::vector<Fill> fills;  // number of values filled, by column
};

/// Columns of covariate_names.
enum CovariateColumn {
  Income,
  Democracy,
  FossilRents,
  Vulnerability,
  Readiness,
  UnVote,
  UrbanShare,
  EmissionsPerHead
};

/// Reads the tables at one year: linear between data points, constant outside them; of UN votes, the latest
/// session before the year, since a conference must not know the votes of its own December. A missing value is
/// filled with the mean of AOSIS for its members, else of the state's smallest bloc with data, else of its
/// region, else of the world. Scores are standardised over `head` states. The EU's row is zero.
[[nodiscard]] Covariates read_covariates(const std::vector<StateRow>& states, const std::vector<char>& head,
                                         int year);

/// The value of a series at a year; NaN if it has no points.
[[nodiscard]] double at_year(const Series& series, int year);

/// The latest value of a series before a year; NaN if there is none.
[[nodiscard]] double latest_before(const Series& series, int year);

/// The mean of the values present in the rows of heads that pass a test; NaN if there are none.
template <class Test>
double mean_of_heads(const std::vector<double>& column, const std::vector<char>& head, Test test) {
  double sum = 0;
  int n = 0;
  for (std::size_t i = 0; i < column.size(); ++i) {
    if (!head[i] || std::isnan(column[i]) || !test(i)) continue;
    sum += column[i];
    ++n;
  }
  return n > 0 ? sum / n : std::numeric_limits<double>::quiet_NaN();
}

}  // namespace hansa
