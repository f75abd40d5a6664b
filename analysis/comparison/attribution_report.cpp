#include "analysis/comparison/attribution_report.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "analysis/comparison/comparison_report.hpp"
#include "analysis/summary_report.hpp"
#include "support/text/numeral.hpp"

namespace hansa {
namespace {

using Json = nlohmann::ordered_json;

struct Shown {
  std::string_view metric, title;
  int digits;
};

constexpr std::array<Shown, 3> outcomes = {
    {{"adopted", "adopted: share of realizations in which a text is adopted", 3},
     {"depth_unconditional", "depth_unconditional: depth of the text, 0 where none is adopted", 4},
     {"urban_role_unconditional",
      "urban_role_unconditional: role of cities in the text, 0 where none is adopted", 4}}};

std::string cell(const PairedDifference& difference, int digits) {
  if (difference.flipped == 0) return "same ";
  return fmt::format("{:+.{}f}{}", difference.mean, digits, difference.named ? "*" : " ");
}

std::vector<TableCell> row(const Contributions& one, std::string name, std::string year, int digits) {
  std::vector<TableCell> cells = {std::move(name), std::move(year)};
  for (const PairedDifference& part : one.parts) cells.emplace_back(cell(part, digits), tone_of(part));
  for (const PairedDifference* other : {&one.together, &one.remainder})
    cells.emplace_back(cell(*other, digits), tone_of(*other));
  return cells;
}

bool matters(const Contributions& one) {
  return one.together.flipped > 0 ||
         std::any_of(one.parts.begin(), one.parts.end(), [](const auto& part) { return part.flipped > 0; });
}

/// Whether a conference needs no row of its own: nothing is named.
bool is_routine(const Contributions& one) {
  return !one.together.named && !one.remainder.named &&
         std::ranges::none_of(one.parts, [](const PairedDifference& part) { return part.named; });
}

/// A row for each of these conferences, and their mean.
TextTable table_of(const Attribution& attribution, const std::vector<const Contributions*>& conferences,
                   const Shown& shown) {
  TextTable table{
      .columns = {{.title = "conference"}, {.title = "year", .side = Side::Right, .rank = 2, .gap = 1}}};
  for (const std::string& part : attribution.parts)
    table.columns.push_back({.title = part + " ", .side = Side::Right});
  table.columns.push_back({.title = "together ", .side = Side::Right});
  table.columns.push_back({.title = "remainder ", .side = Side::Right, .rank = 1});
  for (const Contributions* one : conferences)
    table.rows.push_back(row(*one, one->conference, std::to_string(one->year), shown.digits));
  for (const Contributions& mean : attribution.mean_conference)
    if (mean.metric == shown.metric) table.rows.push_back(row(mean, "mean", "", shown.digits));
  return table;
}

/// One outcome: rows where a pair differs; on a terminal a line for three or more of these where nothing is named.
Text outcome_text(const Attribution& attribution, const Shown& shown) {
  std::vector<std::string> names;
  std::vector<std::size_t> same, routine;
  std::vector<const Contributions*> differing, noteworthy;
  for (const Contributions& one : attribution.conferences) {
    if (one.metric != shown.metric) continue;
    if (!matters(one)) {
      same.push_back(names.size());
    } else {
      differing.push_back(&one);
      if (is_routine(one))
        routine.push_back(names.size());
      else
        noteworthy.push_back(&one);
    }
    names.push_back(one.conference);
  }
  Text brief = table_of(attribution, routine.size() < least_routine ? differing : noteworthy, shown);
  if (routine.size() >= least_routine)
    brief += routine_line(names, routine, "contributions that may be chance, or are too small to name");
  Text whole = table_of(attribution, differing, shown);
  if (!same.empty()) {
    std::string each;
    for (const std::size_t k : same) each += " " + names[k];
    brief += paragraph("no pair differs at " + neighbours_joined(names, same));
    whole += paragraph("no pair differs at" + each);
  }
  return fmt::format("\n{}\n", shown.title) + by_screen(brief, whole);
}

Json contributions_json(const Attribution& attribution, const Contributions& one) {
  Json json = {{"metric", one.metric}};
  if (!one.conference.empty()) json.update({{"conference", one.conference}, {"year", one.year}});
  json["parts"] = Json::object();
  for (std::size_t k = 0; k < one.parts.size(); ++k)
    json["parts"][attribution.parts[k]] = difference_json(one.parts[k]);
  json["sum"] = difference_json(one.sum);
  json["together"] = difference_json(one.together);
  json["remainder"] = difference_json(one.remainder);
  return json;
}

}  // namespace

Text attribution_text(const Attribution& attribution, std::string_view title) {
  Text text = fmt::format(
      "{}: contribution of each channel, and of the networks' functions ({})\nA contribution is full minus "
      "the arm without the part.\n",
      title, counted(attribution.n_pairs, "pair"));
  for (const Shown& shown : outcomes) text += outcome_text(attribution, shown);
  return text + "\n" +
         paragraph(
             "functions: what networks do beside the channels, by access and voice (they draft texts, inform "
             "delegations, prevent conflict); together: full minus the arm without lobbying; remainder: "
             "together minus the sum of the parts, their interactions; same: in every pair") +
         naming_text(attribution.smallest, attribution.conferences.size() / outcomes.size());
}

Json attribution_json(const Attribution& attribution) {
  Json json = {{"attribution", Json::array()}, {"mean_attribution", Json::array()}};
  for (const Contributions& one : attribution.conferences)
    json["attribution"].push_back(contributions_json(attribution, one));
  for (const Contributions& one : attribution.mean_conference)
    json["mean_attribution"].push_back(contributions_json(attribution, one));
  return json;
}

}  // namespace hansa
