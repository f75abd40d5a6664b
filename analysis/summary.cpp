#include "analysis/summary.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "analysis/outcome_columns.hpp"
#include "analysis/paired_difference.hpp"
#include "analysis/results/hdf5/result_file.hpp"
#include "support/numbers/expect.hpp"

namespace hansa {
namespace {

template <class T> const std::vector<T>& labels_of(const ResultSet& result, const char* name) {
  const Dimension* dimension = result.find_dimension(name);
  HANSA_EXPECT(dimension != nullptr && std::holds_alternative<std::vector<T>>(dimension->labels));
  return std::get<std::vector<T>>(dimension->labels);
}

/// The mean of each column at row k of n.
OutcomeMeans means_at(const std::vector<OutcomeColumn>& columns, std::size_t k, std::size_t n) {
  OutcomeMeans means;
  for (const OutcomeColumn& column : columns)
    means.push_back({column.metric, mean_of_applying(row_of(column.values, k, n))});
  return means;
}

/// Columns of conferences without codes such as the form, whose mean has no meaning.
std::vector<OutcomeColumn> numbers_of_conferences(const ResultSet& result) {
  std::vector<OutcomeColumn> columns = conference_columns(result);
  std::erase_if(columns, [&](const OutcomeColumn& column) {
    const Variable* variable = result.find_variable(column.metric);
    return variable != nullptr && variable->flag_meanings.size() > 2;
  });
  return columns;
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
      row_of(values_of<std::uint8_t>(result, "adopted"), conference, n_conferences);
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
       row_of(std::get<std::vector<std::uint8_t>>(form.values), conference, n_conferences)) {
    if (value > 0) ++times[static_cast<std::size_t>(value)];
  }
  const auto most = std::max_element(times.begin(), times.end());
  return *most > 0 ? std::optional(form.flag_meanings[static_cast<std::size_t>(most - times.begin())])
                   : std::nullopt;
}

void summarise_conferences(const ResultSet& result, Summary& summary) {
  const auto& names = labels_of<std::string>(result, "conference");
  const auto& years = values_of<std::int32_t>(result, "conference_year");
  const auto& adopted = values_of<std::uint8_t>(result, "adopted");
  const Variable& form = *result.find_variable("form");
  const std::vector<OutcomeColumn> columns = numbers_of_conferences(result);
  const std::size_t n = names.size();
  for (std::size_t c = 0; c < n; ++c) {
    const std::vector<double> of_one = row_of(adopted, c, n);
    const double n_adopted = std::accumulate(of_one.begin(), of_one.end(), 0.0);
    summary.conferences.push_back(
        {.name = names[c],
         .year = years[c],
         .adopted_ci95 = wilson_interval(n_adopted, static_cast<double>(of_one.size())),
         .form = most_frequent_form(form, c, n),
         .means = means_at(columns, c, n),
         .objectors = main_objectors(result, c, n)});
  }
}

void summarise_years(const ResultSet& result, Summary& summary) {
  const auto& years = labels_of<std::int64_t>(result, "year");
  const std::vector<OutcomeColumn> columns = year_columns(result);
  for (std::size_t y = 0; y < years.size(); ++y)
    summary.years.push_back({static_cast<int>(years[y]), means_at(columns, y, years.size())});
}

void summarise_treaties(const ResultSet& result, Summary& summary) {
  const auto& treaties = labels_of<std::string>(result, "treaty");
  const auto& of_treaty = values_of<std::int32_t>(result, "treaty_conference");
  const auto& entered_force = values_of<double>(result, "entered_force");
  for (std::size_t t = 0; t < treaties.size(); ++t) {
    const std::vector<double> dates =
        row_of(entered_force, static_cast<std::size_t>(of_treaty[t]), summary.conferences.size());
    const auto in_force = static_cast<double>(
        std::count_if(dates.begin(), dates.end(), [](double date) { return !std::isnan(date); }));
    summary.treaties.push_back({treaties[t], static_cast<std::size_t>(of_treaty[t]),
                                dates.empty() ? 0.0 : in_force / static_cast<double>(dates.size()),
                                median(dates)});
  }
}

}  // namespace

double mean_of(const OutcomeMeans& means, std::string_view metric) {
  const auto found =
      std::find_if(means.begin(), means.end(), [&](const OutcomeMean& one) { return one.metric == metric; });
  HANSA_EXPECT(found != means.end());
  return found->mean;
}

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
  summarise_years(result, summary);
  if (result.find_dimension("conference") != nullptr) summarise_conferences(result, summary);
  if (result.find_dimension("treaty") != nullptr) summarise_treaties(result, summary);
  summary.networks = summarise_networks(result);
  return summary;
}

Summary summarise(const ResultSet& result, const Past& past) {
  Summary summary = summarise(result);
  if (summary.conferences.empty()) return summary;
  std::vector<std::string> heads;
  const auto& states = labels_of<std::string>(result, "state");
  const auto& votes = values_of<std::uint8_t>(result, "votes");
  for (std::size_t i = 0; i < states.size(); ++i)
    if (votes[i] != 0) heads.push_back(states[i]);
  for (ConferenceSummary& one : summary.conferences) {
    const PastConference* known = past.find(one.name, one.year);
    if (known == nullptr) continue;
    one.history = {.conference = known->conference,
                   .participation = known->participation(heads, summary.years.back().year),
                   .entered_force = known->treaty ? known->treaty->in_force : std::nullopt,
                   .differs = differs_from(*known, mean_of(one.means, "adopted"), one.form)};
  }
  return summary;
}

}  // namespace hansa
