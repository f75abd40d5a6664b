#include "analysis/comparison/attribution_report.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "analysis/comparison/comparison_report.hpp"
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
  for (const Shown& shown : outcomes) {
    TextTable table{
        .columns = {{.title = "conference"}, {.title = "year", .side = Side::Right, .rank = 2, .gap = 1}}};
    for (const std::string& part : attribution.parts)
      table.columns.push_back({.title = part + " ", .side = Side::Right});
    table.columns.push_back({.title = "together ", .side = Side::Right});
    table.columns.push_back({.title = "remainder ", .side = Side::Right, .rank = 1});
    std::string same;
    for (const Contributions& one : attribution.conferences) {
      if (one.metric != shown.metric) continue;
      if (matters(one)) {
        table.rows.push_back(row(one, one.conference, std::to_string(one.year), shown.digits));
      } else {
        same += " " + one.conference;
      }
    }
    for (const Contributions& mean : attribution.mean_conference)
      if (mean.metric == shown.metric) table.rows.push_back(row(mean, "mean", "", shown.digits));
    text += fmt::format("\n{}\n", shown.title);
    text += std::move(table);
    if (!same.empty()) text += paragraph("no pair differs at" + same);
  }
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
