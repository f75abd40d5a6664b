#include "agents/veto_players.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <iterator>
#include <limits>

#include "agents/covariates.hpp"
#include "agents/state_store.hpp"

namespace hansa {
namespace {

/// The mean of a series over all years from its first point to its last; 0 without points.
double mean_of_years(const Series& series) {
  const auto& points = series.points;
  if (points.empty()) return 0.0;
  double sum = points.back().second;
  for (std::size_t k = 1; k < points.size(); ++k)
    sum += points[k - 1].second * (points[k].first - points[k - 1].first);
  return sum / (points.back().first - points.front().first + 1);
}

void fill(const std::vector<StateRow>& states, const std::vector<char>& head, double by_default,
          std::vector<double>& column) {
  const std::vector<double> given = column;
  for (std::size_t i = 0; i < column.size(); ++i) {
    if (!std::isnan(given[i])) continue;
    column[i] =
        mean_of_heads(given, head, [&](std::size_t j) { return states[j].region == states[i].region; });
    if (std::isnan(column[i])) column[i] = mean_of_heads(given, head, [](std::size_t) { return true; });
    if (std::isnan(column[i])) column[i] = by_default;
  }
}

}  // namespace

double united_government(double polarisation) { return polarisation > 0 ? -0.5 : 0.5; }

double last_known(const Series& series, int year) {
  const auto& points = series.points;
  if (points.empty()) return std::numeric_limits<double>::quiet_NaN();
  const auto next = std::partition_point(points.begin(), points.end(),
                                         [year](const auto& point) { return point.first <= year; });
  return next == points.begin() ? points.front().second : std::prev(next)->second;
}

VetoPlayers read_veto_players(const std::vector<StateRow>& states, const std::vector<char>& head, int year) {
  constexpr double most = VetoStore::most;
  VetoPlayers players;
  for (std::size_t i = 0; i < states.size(); ++i) {
    const StateRow& state = states[i];
    const double checks = last_known(state.checks, year), executive = last_known(state.executive, year);
    players.checks.push_back(checks > most ? most : checks);
    players.polarisation.push_back(last_known(state.polarization, year));
    players.swing.push_back(std::isnan(executive) ? 0.0 : executive - mean_of_years(state.executive));
    const bool eu = state.party && !head[i];
    const bool known = !state.checks.points.empty() && !state.polarization.points.empty();
    players.united.push_back(known ? united_government(players.polarisation[i]) : 0.0);
    if (!eu && !known) ++players.n_filled;
  }
  fill(states, head, 1.0, players.checks);
  fill(states, head, 0.0, players.polarisation);
  return players;
}

}  // namespace hansa
