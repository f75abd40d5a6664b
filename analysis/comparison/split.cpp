#include "analysis/comparison/split.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "analysis/comparison/comparison_report.hpp"

namespace hansa {
namespace {

using Json = nlohmann::ordered_json;

struct Shown {
  std::string_view metric;
  int digits;
};

constexpr std::array<Shown, 3> outcomes = {
    {{"adopted", 3}, {"depth_unconditional", 4}, {"urban_role_unconditional", 4}}};

/// A contribution is full minus an arm; a comparison is an arm minus full.
PairedDifference reversed(PairedDifference difference) {
  std::swap(difference.lo, difference.hi);
  for (double* const value : {&difference.mean, &difference.lo, &difference.hi})
    if (*value != 0) *value = -*value;
  return difference;
}

/// The rows of a split by their names.
std::vector<std::pair<std::string, PairedDifference>> rows_of(const Attribution& split,
                                                              const Contributions& one) {
  std::vector<std::pair<std::string, PairedDifference>> rows;
  for (std::size_t k = 0; k < one.parts.size(); ++k)
    rows.emplace_back(split.parts[k], reversed(one.parts[k]));
  rows.emplace_back("interaction", reversed(one.remainder));
  rows.emplace_back("together", reversed(one.together));
  return rows;
}

/// The three outcomes of one conference, or of the mean, side by side, below its name.
void add_block(const Attribution& split, std::string heading,
               const std::vector<const Contributions*>& by_outcome, TextTable& table) {
  table.rows.push_back({std::move(heading)});
  const std::size_t n_rows = split.parts.size() + 2;
  for (std::size_t row = 0; row < n_rows; ++row) {
    std::vector<TableCell>& cells = table.rows.emplace_back();
    cells.emplace_back("  " + std::string(rows_of(split, *by_outcome.front())[row].first));
    for (std::size_t k = 0; k < outcomes.size(); ++k) {
      const PairedDifference difference = rows_of(split, *by_outcome[k])[row].second;
      cells.emplace_back(difference_cell(difference, outcomes[k].digits), tone_of(difference));
    }
  }
}

std::vector<const Contributions*> at_conference(const std::vector<Contributions>& all,
                                                std::string_view conference) {
  std::vector<const Contributions*> found;
  for (const Shown& shown : outcomes)
    for (const Contributions& one : all)
      if (one.metric == shown.metric && one.conference == conference) found.push_back(&one);
  return found;
}

}  // namespace

Text split_text(const Comparison& comparison) {
  if (!comparison.split) return "";
  const Attribution& split = *comparison.split;
  const auto differs = [](const Contributions& one) {
    return one.together.flipped > 0 ||
           std::any_of(one.parts.begin(), one.parts.end(), [](const auto& part) { return part.flipped > 0; });
  };
  if (std::none_of(split.conferences.begin(), split.conferences.end(), differs)) return "";
  TextTable table{.columns = {{.title = "split of lobbying"}}};
  for (const Shown& shown : outcomes)
    table.columns.push_back({.title = std::string(shown.metric),
                             .side = Side::Right,
                             .rank = static_cast<int>(table.columns.size()) - 1});
  const std::size_t n = comparison.conferences.size();
  if (n > 1)
    add_block(split, fmt::format("mean of {} conferences", n), at_conference(split.mean_conference, ""),
              table);
  for (const ConferenceComparison& conference : comparison.conferences) {
    const OutcomeDifference* adopted = find_outcome(conference.outcomes, "adopted");
    if (n == 1 || (adopted != nullptr && adopted->difference.named))
      add_block(split, fmt::format("{} {}", conference.name, conference.year),
                at_conference(split.conferences, conference.name), table);
  }
  return Text("\n") + std::move(table) +
         paragraph(
             "channels: without all channels of lobbying alone; functions: without what networks do "
             "beside them, by access and voice (they draft texts, inform delegations, prevent "
             "conflict); interaction: what both do only together; X_unconditional: 0 where no text is "
             "adopted");
}

Json split_json(const Attribution& split) {
  Json list = Json::array();
  for (const std::vector<Contributions>* all : {&split.mean_conference, &split.conferences}) {
    for (const Contributions& one : *all) {
      Json entry = {{"metric", one.metric}};
      if (!one.conference.empty()) entry.update({{"conference", one.conference}, {"year", one.year}});
      for (const auto& [name, difference] : rows_of(split, one)) entry[name] = difference_json(difference);
      list.push_back(std::move(entry));
    }
  }
  return list;
}

}  // namespace hansa
