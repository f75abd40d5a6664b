#include "analysis/summary.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "agents/expect.hpp"

namespace hansa {
namespace {

template <class T> const std::vector<T>& values_of(const ResultSet& result, const char* name) {
  const Variable* variable = result.find_variable(name);
  HANSA_EXPECT(variable != nullptr && std::holds_alternative<std::vector<T>>(variable->values));
  return std::get<std::vector<T>>(variable->values);
}

template <class T> const std::vector<T>& labels_of(const ResultSet& result, const char* name) {
  const Dimension* dimension = result.find_dimension(name);
  HANSA_EXPECT(dimension != nullptr && std::holds_alternative<std::vector<T>>(dimension->labels));
  return std::get<std::vector<T>>(dimension->labels);
}

/// Every n-th value from the k-th on: one point of the inner dimension over all realizations.
template <class T>
std::vector<double> over_realizations(const std::vector<T>& values, std::size_t k, std::size_t n) {
  std::vector<double> result;
  for (std::size_t j = k; j < values.size(); j += n) result.push_back(static_cast<double>(values[j]));
  return result;
}

/// The mean of the values that apply.
std::optional<double> mean(const std::vector<double>& values) {
  double sum = 0, n = 0;
  for (const double value : values) {
    if (std::isnan(value)) continue;
    sum += value;
    ++n;
  }
  return n > 0 ? std::optional(sum / n) : std::nullopt;
}

std::optional<double> median(std::vector<double> values) {
  std::erase_if(values, [](double value) { return std::isnan(value); });
  if (values.empty()) return std::nullopt;
  std::sort(values.begin(), values.end());
  const std::size_t half = values.size() / 2;
  return values.size() % 2 == 1 ? values[half] : 0.5 * (values[half - 1] + values[half]);
}

std::vector<std::string> main_objectors(const ResultSet& result, std::size_t conference,
                                        std::size_t n_conferences) {
  constexpr std::size_t most_named = 5;
  const auto& states = labels_of<std::string>(result, "state");
  const auto& objects = values_of<std::uint8_t>(result, "objects");
  const std::vector<double> adopted =
      over_realizations(values_of<std::uint8_t>(result, "adopted"), conference, n_conferences);
  std::vector<int> times(states.size(), 0);
  for (std::size_t r = 0; r < adopted.size(); ++r) {
    if (adopted[r] > 0) continue;
    for (std::size_t i = 0; i < states.size(); ++i)
      times[i] += objects[(r * n_conferences + conference) * states.size() + i];
  }
  std::vector<std::size_t> order(states.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return times[a] > times[b]; });
  std::vector<std::string> names;
  for (std::size_t k = 0; k < std::min(most_named, order.size()) && times[order[k]] > 0; ++k)
    names.push_back(states[order[k]]);
  return names;
}

std::optional<std::string> most_frequent_form(const Variable& form, std::size_t conference,
                                              std::size_t n_conferences) {
  std::vector<int> times(form.flag_meanings.size(), 0);
  for (const double value :
       over_realizations(std::get<std::vector<std::uint8_t>>(form.values), conference, n_conferences)) {
    if (value > 0) ++times[static_cast<std::size_t>(value)];
  }
  const auto most = std::max_element(times.begin(), times.end());
  return *most > 0 ? std::optional(form.flag_meanings[static_cast<std::size_t>(most - times.begin())])
                   : std::nullopt;
}

ConferenceSummary summarise_conference(const ResultSet& result, std::size_t c, std::size_t n) {
  const auto over = [&]<class T>(const std::vector<T>& values) { return over_realizations(values, c, n); };
  const std::vector<double> adopted = over(values_of<std::uint8_t>(result, "adopted"));
  const double n_adopted = std::accumulate(adopted.begin(), adopted.end(), 0.0);
  const auto n_realizations = static_cast<double>(adopted.size());
  return {.name = labels_of<std::string>(result, "conference")[c],
          .year = values_of<std::int32_t>(result, "conference_year")[c],
          .adopted = n_realizations > 0 ? n_adopted / n_realizations : 0.0,
          .adopted_ci95 = wilson_interval(n_adopted, n_realizations),
          .form = most_frequent_form(*result.find_variable("form"), c, n),
          .hardness = mean(over(values_of<double>(result, "hardness"))),
          .depth = mean(over(values_of<double>(result, "depth"))),
          .participation = mean(over(values_of<double>(result, "participation"))),
          .urban_role = mean(over(values_of<double>(result, "urban_role"))),
          .rounds = mean(over(values_of<std::int32_t>(result, "rounds"))).value_or(0.0),
          .objectors = main_objectors(result, c, n)};
}

void summarise_networks(const ResultSet& result, Summary& summary) {
  const auto& years = labels_of<std::int64_t>(result, "year");
  for (std::size_t y = 0; y < years.size(); ++y) {
    const auto over = [&]<class T>(const std::vector<T>& values) {
      return over_realizations(values, y, years.size());
    };
    const std::vector<double> memberships = over(values_of<std::int32_t>(result, "memberships"));
    std::vector<double> per_city = over(values_of<std::int32_t>(result, "member_cities"));
    for (std::size_t r = 0; r < per_city.size(); ++r)
      per_city[r] = per_city[r] > 0 ? memberships[r] / per_city[r] : 0.0;
    summary.networks.push_back(
        {.year = static_cast<int>(years[y]),
         .count = mean(over(values_of<std::int32_t>(result, "networks"))).value_or(0.0),
         .effective = mean(over(values_of<double>(result, "effective_number"))).value_or(0.0),
         .voice = mean(over(values_of<double>(result, "network_voice"))).value_or(0.0),
         .memberships_per_city = mean(per_city).value_or(0.0)});
  }
}

}  // namespace

std::array<double, 2> wilson_interval(double k, double n) {
  constexpr double z = 1.959963984540054;
  if (n <= 0) return {0.0, 1.0};
  const double share = k / n, width = z * z / n;
  const double centre = share + width / 2, spread = z * std::sqrt(share * (1 - share) / n + width / (4 * n));
  return {std::max(0.0, (centre - spread) / (1 + width)), std::min(1.0, (centre + spread) / (1 + width))};
}

Summary summarise(const ResultSet& result) {
  Summary summary;
  summary.n_realizations = labels_of<std::int64_t>(result, "realization").size();
  summarise_networks(result, summary);
  if (result.find_dimension("conference") == nullptr) return summary;
  const std::size_t n = labels_of<std::string>(result, "conference").size();
  for (std::size_t c = 0; c < n; ++c) summary.conferences.push_back(summarise_conference(result, c, n));
  if (result.find_dimension("treaty") == nullptr) return summary;
  const auto& treaties = labels_of<std::string>(result, "treaty");
  const auto& of_treaty = values_of<std::int32_t>(result, "treaty_conference");
  for (std::size_t t = 0; t < treaties.size(); ++t) {
    const std::vector<double> dates = over_realizations(values_of<double>(result, "entered_force"),
                                                        static_cast<std::size_t>(of_treaty[t]), n);
    const auto in_force = static_cast<double>(
        std::count_if(dates.begin(), dates.end(), [](double date) { return !std::isnan(date); }));
    summary.treaties.push_back(
        {treaties[t], dates.empty() ? 0.0 : in_force / static_cast<double>(dates.size()), median(dates)});
  }
  return summary;
}

}  // namespace hansa
