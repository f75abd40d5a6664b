#include "agents/habits.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace hansa {
namespace {

constexpr double never = std::numeric_limits<double>::infinity();

}  // namespace

std::vector<double> dates_of_joining(const ObservedTreaty& treaty, const std::vector<std::string>& iso3) {
  std::vector<double> dates(iso3.size(), never);
  for (const Ratification& state : treaty.states) {
    const auto row = std::lower_bound(iso3.begin(), iso3.end(), state.iso3);
    if (row != iso3.end() && *row == state.iso3)
      dates[static_cast<std::size_t>(row - iso3.begin())] = date_of(state);
  }
  return dates;
}

std::vector<double> habits_of_joining(const std::vector<ObservedTreaty>& treaties,
                                      const std::vector<std::string>& iso3, const std::vector<char>& head,
                                      int year) {
  std::vector<double> habit(iso3.size(), 0.0);
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < iso3.size(); ++i)
    if (head[i]) order.push_back(i);
  const auto n = static_cast<double>(order.size());
  for (const ObservedTreaty& treaty : treaties) {
    if (calendar_year(*treaty.adopted) >= year) continue;
    std::vector<double> dates = dates_of_joining(treaty, iso3);
    for (double& date : dates)
      if (date >= year + 1) date = never;
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return dates[a] < dates[b]; });
    for (std::size_t begin = 0; begin < order.size();) {
      std::size_t end = begin;
      while (end < order.size() && dates[order[end]] == dates[order[begin]]) ++end;
      for (std::size_t k = begin; k < end; ++k) habit[order[k]] -= static_cast<double>(begin + end) / 2 / n;
      begin = end;
    }
  }
  double sum = 0, squares = 0;
  for (const std::size_t i : order) sum += habit[i];
  const double mean = order.empty() ? 0 : sum / n;
  for (const std::size_t i : order) squares += (habit[i] - mean) * (habit[i] - mean);
  const double deviation = order.empty() ? 0 : std::sqrt(squares / n);
  for (std::size_t i = 0; i < iso3.size(); ++i)
    habit[i] = head[i] && deviation > 0 ? (habit[i] - mean) / deviation : 0.0;
  return habit;
}

}  // namespace hansa
