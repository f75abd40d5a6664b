#include "analysis/comparison/attribution.hpp"

#include <array>
#include <cstdint>

#include "analysis/outcome_columns.hpp"
#include "support/numbers/expect.hpp"

namespace hansa {
namespace {

using Values = std::vector<double>;  // one per pair

constexpr std::array<std::string_view, 3> attributed = {"adopted", "depth_unconditional",
                                                        "urban_role_unconditional"};

Values column_of(const ResultSet& result, std::string_view metric) {
  const std::vector<OutcomeColumn> columns = conference_columns(result);
  const OutcomeColumn* column = find_column(columns, metric);
  return column == nullptr ? Values{} : column->values;
}

/// The means of consecutive blocks of n values.
Values means_of(const Values& values, std::size_t n) {
  Values means;
  for (std::size_t first = 0; first < values.size(); first += n)
    means.push_back(mean_of_applying(std::span(values).subspan(first, n)));
  return means;
}

Contributions contributions(const Values& full, const std::vector<Values>& without,
                            const Values& without_all) {
  Contributions result;
  result.full = mean_of_applying(full);
  Values sum(full.size(), 0.0), together(full.size());
  for (const Values& arm : without) {
    result.parts.push_back(paired_difference(arm, full));
    for (std::size_t r = 0; r < full.size(); ++r) sum[r] += full[r] - arm[r];
  }
  for (std::size_t r = 0; r < full.size(); ++r) together[r] = full[r] - without_all[r];
  const Values nothing(full.size(), 0.0);
  result.sum = paired_difference(nothing, sum);
  result.together = paired_difference(without_all, full);
  result.remainder = paired_difference(sum, together);
  return result;
}

/// Names contributions to the same outcome at several conferences, part by part.
void name_contributions(std::span<Contributions> conferences, double smallest) {
  if (conferences.empty()) return;
  const auto name_all = [&](const auto& difference_in) {
    std::vector<Candidate> candidates;
    for (Contributions& one : conferences)
      candidates.push_back({&difference_in(one), scale_of(one.metric, one.full)});
    name_differences(candidates, smallest);
  };
  for (std::size_t k = 0; k < conferences.front().parts.size(); ++k)
    name_all([k](Contributions& one) -> PairedDifference& { return one.parts[k]; });
  for (PairedDifference Contributions::*of :
       {&Contributions::sum, &Contributions::together, &Contributions::remainder})
    name_all([of](Contributions& one) -> PairedDifference& { return one.*of; });
}

}  // namespace

Attribution attribute(const ResultSet& full, const std::vector<ArmWithout>& without,
                      const ResultSet& without_all, double smallest) {
  Attribution attribution;
  attribution.smallest = smallest;
  attribution.n_pairs = full.find_dimension("realization")->size();
  for (const ArmWithout& arm : without) attribution.parts.push_back(arm.part);
  const Dimension* conferences = full.find_dimension("conference");
  if (conferences == nullptr) return attribution;
  const auto& names = std::get<std::vector<std::string>>(conferences->labels);
  const auto& years = std::get<std::vector<std::int32_t>>(full.find_variable("conference_year")->values);
  const std::size_t n = names.size();

  for (const std::string_view metric : attributed) {
    const Values of_full = column_of(full, metric), none = column_of(without_all, metric);
    HANSA_EXPECT(of_full.size() == n * attribution.n_pairs && none.size() == of_full.size());
    std::vector<Values> arms;
    for (const ArmWithout& arm : without) {
      arms.push_back(column_of(*arm.result, metric));
      HANSA_EXPECT(arms.back().size() == of_full.size());
    }
    const auto with_each = [&](const auto& change) {
      std::vector<Values> changed;
      for (const Values& arm : arms) changed.push_back(change(arm));
      return contributions(change(of_full), changed, change(none));
    };
    const std::size_t first = attribution.conferences.size();
    for (std::size_t c = 0; c < n; ++c) {
      Contributions one = with_each([&](const Values& values) { return row_of(values, c, n); });
      one.metric = metric;
      one.conference = names[c];
      one.year = years[c];
      attribution.conferences.push_back(std::move(one));
    }
    name_contributions(std::span(attribution.conferences).subspan(first), smallest);
    Contributions mean = with_each([&](const Values& values) { return means_of(values, n); });
    mean.metric = metric;
    name_contributions(std::span(&mean, 1), smallest);
    attribution.mean_conference.push_back(std::move(mean));
  }
  return attribution;
}

}  // namespace hansa
