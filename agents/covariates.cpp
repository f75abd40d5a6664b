#include "agents/covariates.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <limits>

#include "support/numbers/reals.hpp"

namespace hansa {
namespace {

constexpr double missing = std::numeric_limits<double>::quiet_NaN();
constexpr double clip = 2.5;                 // standard deviations
constexpr double world_co2_per_head = 4.8;   // [t per head] below it, rents are not mainly fossil
constexpr double least_co2_per_head = 0.01;  // [t per head] keeps the logarithm finite

// Where no state of a world has a value, all have the same one, so that it distinguishes none of them. Assumptions.
constexpr double unknown_population = 1.0;  // [million]
constexpr double unknown_democracy = 0.5;   // middle of the index
constexpr double unknown_covariate = 0.0;   // of others; of income and emissions: 1 per head, as logarithm
constexpr std::size_t aosis = 4;
static_assert(bloc_names[aosis] == "aosis");

using Column = std::vector<double>;

double or_missing(const std::optional<double>& value) { return value.value_or(missing); }

double filling(const std::vector<StateRow>& states, const std::vector<char>& head, const Column& column,
               std::size_t i) {
  const auto in_bloc = [&](std::size_t g) {
    return [&states, g](std::size_t j) { return states[j].blocs[g]; };
  };
  double best = states[i].blocs[aosis] ? mean_of_heads(column, head, in_bloc(aosis)) : missing;
  if (!std::isnan(best)) return best;
  std::size_t smallest = states.size() + 1;
  for (std::size_t g = 0; g < n_blocs; ++g) {
    if (!states[i].blocs[g]) continue;
    const auto size = static_cast<std::size_t>(
        std::count_if(states.begin(), states.end(), [g](const StateRow& s) { return s.blocs[g]; }));
    const double mean = mean_of_heads(column, head, in_bloc(g));
    if (size < smallest && !std::isnan(mean)) {
      smallest = size;
      best = mean;
    }
  }
  if (std::isnan(best))
    best = mean_of_heads(column, head, [&](std::size_t j) { return states[j].region == states[i].region; });
  if (std::isnan(best)) best = mean_of_heads(column, head, [](std::size_t) { return true; });
  return best;
}

/// Fills the gaps of a column in all rows but the EU's (a party that is not a head), with `unknown` if no state has a
/// value; returns their number.
int fill(const std::vector<StateRow>& states, const std::vector<char>& head, Column& column, double unknown) {
  const Column given = column;
  int n = 0;
  for (std::size_t i = 0; i < column.size(); ++i) {
    if (!std::isnan(given[i]) || (states[i].party && !head[i])) continue;
    column[i] = filling(states, head, given, i);
    if (std::isnan(column[i])) column[i] = unknown;
    ++n;
  }
  return n;
}

void standardise(const Column& column, const std::vector<char>& head, std::size_t x,
                 std::vector<Covariates::Row>& score) {
  double sum = 0, squares = 0, n = 0;
  for (std::size_t i = 0; i < column.size(); ++i) {
    if (!head[i]) continue;
    sum += column[i];
    squares += column[i] * column[i];
    ++n;
  }
  const double mean = sum / n;
  const double deviation = std::sqrt(std::max(0.0, squares / n - mean * mean));
  for (std::size_t i = 0; i < column.size(); ++i) {
    const bool known = !std::isnan(column[i]) && deviation > 0;
    score[i][x] = known ? std::clamp((column[i] - mean) / deviation, -clip, clip) : 0.0;
  }
}

}  // namespace

double at_year(const Series& series, int year) {
  const auto& points = series.points;
  if (points.empty()) return missing;
  if (year <= points.front().first) return points.front().second;
  for (std::size_t k = 1; k < points.size(); ++k) {
    const auto [to, after] = points[k];
    const auto [from, before] = points[k - 1];
    if (year <= to) return before + (after - before) * (year - from) / (to - from);
  }
  return points.back().second;
}

double latest_before(const Series& series, int year) {
  const auto next = std::partition_point(series.points.begin(), series.points.end(),
                                         [year](const auto& point) { return point.first < year; });
  return next == series.points.begin() ? missing : std::prev(next)->second;
}

Covariates read_covariates(const std::vector<StateRow>& states, const std::vector<char>& head, int year) {
  const std::size_t n = states.size();
  Covariates result{.score = std::vector<Covariates::Row>(n),
                    .gdp = Column(n),
                    .population = Column(n),
                    .emissions = Column(n),
                    .democracy = Column(n),
                    .veto_players = read_veto_players(states, head, year),
                    .fills = {}};
  std::array<Column, n_covariates> raw;
  raw.fill(Column(n, missing));
  for (std::size_t i = 0; i < n; ++i) {
    const StateRow& state = states[i];
    result.population[i] = at_year(state.population, year);
    const double co2_per_head = at_year(state.co2, year) / result.population[i];
    raw[Income][i] = real_log(at_year(state.gdp, year) / result.population[i]);
    raw[Democracy][i] = at_year(state.democracy, year);
    if (state.rents && !std::isnan(co2_per_head)) {
      raw[FossilRents][i] = real_log(1.0 + *state.rents * std::min(1.0, co2_per_head / world_co2_per_head));
    }
    raw[Vulnerability][i] = or_missing(state.vulnerability);
    raw[Readiness][i] = or_missing(state.readiness);
    raw[UnVote][i] = latest_before(state.un_vote, year);
    raw[UrbanShare][i] = at_year(state.urban, year);
    if (!std::isnan(co2_per_head))
      raw[EmissionsPerHead][i] = real_log(std::max(co2_per_head, least_co2_per_head));
  }
  result.fills.push_back({"population", fill(states, head, result.population, unknown_population)});
  result.fills.push_back({"veto_players", result.veto_players.n_filled});
  for (std::size_t x = 0; x < n_covariates; ++x) {
    result.fills.push_back(
        {std::string(covariate_names[x]),
         fill(states, head, raw[x], x == Democracy ? unknown_democracy : unknown_covariate)});
    standardise(raw[x], head, x, result.score);
  }
  for (std::size_t i = 0; i < n; ++i) {
    if (states[i].party && !head[i]) continue;  // the EU, whose people, output and emissions are its members'
    result.gdp[i] = real_exp(raw[Income][i]) * result.population[i];
    result.emissions[i] = real_exp(raw[EmissionsPerHead][i]) * result.population[i];
    result.democracy[i] = raw[Democracy][i];
  }
  for (std::size_t i = 0; i < n; ++i) {
    if (!states[i].party || head[i]) continue;
    result.gdp[i] = result.population[i] = result.emissions[i] = result.democracy[i] = 0.0;
    result.score[i].fill(0.0);
  }
  return result;
}

}  // namespace hansa
