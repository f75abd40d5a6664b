#include "bargaining/report/who_decides_report.hpp"

#include <cstdint>
#include <string>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "support/input/problem.hpp"
#include "support/text/numeral.hpp"
#include "support/text/text_rows.hpp"

namespace hansa {
namespace {

using Json = nlohmann::ordered_json;

std::string stretch_text(const Stretch& stretch) {
  if (stretch.low > stretch.high) return "none";
  return fmt::format("{:.6g}..{:.6g}", stretch.low + 0.0, stretch.high + 0.0);
}

Json stretch_json(const Stretch& stretch) {
  return stretch.low > stretch.high ? Json(nullptr) : Json::array({stretch.low, stretch.high});
}

/// A count as a number of JSON; beyond 2^53 the nearest double.
Json count_json(const std::string& count) {
  const double value = std::stod(count);
  return value <= 9007199254740992.0 ? Json(static_cast<std::uint64_t>(value)) : Json(value);
}

Json power_json(std::string_view rule, const VotingPower& power) {
  Json json = {{"rule", rule}};
  for (const PowerIndex& index : power_indices) {
    const std::vector<double>& values = power.*index.of;
    json[std::string(index.word)] = values.empty() ? Json(nullptr) : Json(values);
  }
  json["swings"] = Json::array();
  for (const std::string& count : power.swings) json["swings"].push_back(count_json(count));
  json["swings_in_full"] = power.swings;
  json["collectivity"] = power.collectivity;
  return json;
}

Text power_text(const BargainTable& table, const VotingPower& power) {
  TextTable shown{.in_blocks = true};
  shown.columns.push_back({.title = "actor", .is_key = true});
  const auto add_column = [&](std::string_view title) {
    shown.columns.push_back({.title = std::string(title), .side = Side::Right});
  };
  add_column("power");
  if (!table.size.empty()) add_column("size");
  for (const PowerIndex& index : power_indices)
    if (!(power.*index.of).empty()) add_column(index.title);
  add_column("swings");
  for (std::size_t k = 0; k < table.n_actors(); ++k) {
    std::vector<TableCell>& row = shown.rows.emplace_back();
    row.emplace_back(printable(table.actors[k]));
    row.emplace_back(fmt::format("{:.6g}", table.power[k]));
    if (!table.size.empty()) row.emplace_back(fmt::format("{:.6g}", table.size[k]));
    for (const PowerIndex& index : power_indices)
      if (const std::vector<double>& values = power.*index.of; !values.empty())
        row.emplace_back(fmt::format("{:.4f}", values[k]));
    row.emplace_back(power.swings[k]);
  }
  return shown;
}

Text cores_text(const BargainTable& table, const WhoDecides& found) {
  TextRows rows = {{"issue", "core", "win set of the reference"}};
  for (std::size_t d = 0; d < table.n_issues(); ++d) {
    const std::optional<Stretch>& win_set = found.win_sets[d];
    rows.push_back({printable(table.issues[d].name), stretch_text(found.cores[d]),
                    !win_set                        ? "-"
                    : win_set->low == win_set->high ? "none"
                                                    : stretch_text(*win_set)});
  }
  return align(rows, Numbers::Left);
}

std::string plane_text(const BargainTable& table, const WhoDecides& found) {
  std::string text = "both issues together: ";
  if (found.in_plane_core.empty()) {
    text += "no actor's position is in the core";
  } else {
    for (std::size_t k = 0; k < found.in_plane_core.size(); ++k)
      text += (k > 0 ? ", " : "") + printable(table.actors[found.in_plane_core[k]]);
    text += found.in_plane_core.size() == 1 ? " is in the core" : " are in the core";
  }
  if (found.plane)
    text += fmt::format("; the win set of the references has {:.4g} of the area of both scales",
                        found.plane->area);
  return text + "\n";
}

std::string pie_text(const WhoDecides& found) {
  const PieShares& pie = *found.pie;
  std::string text = fmt::format("a pie of 1, patience {:g}: ", found.patience);
  if (pie.member > 0 || pie.veto == 0)
    text +=
        fmt::format("a proposer keeps {:.4f} and expects {:.4f} before", pie.proposing_member, pie.member);
  else
    text +=
        "those without a veto get nothing but as proposers " + fmt::format("{:.4f}", pie.proposing_member);
  if (pie.veto > 0)
    text += fmt::format("; with a veto it keeps {:.4f} and expects {:.4f}", pie.proposing_veto, pie.veto);
  return text + "\n";
}

}  // namespace

Text who_decides_text(const BargainTable& table, const WhoDecides& found) {
  Text text;
  if (!found.power.shapley.empty()) {
    text += fmt::format("\n{}: who decides; {:.3g} % of all coalitions win\n\n", found.rule,
                        100.0 * found.power.collectivity);
    text += power_text(table, found.power);
  }
  text += fmt::format("\n{}: what no winning coalition wants to change\n\n", found.rule);
  text += cores_text(table, found);
  if (table.n_issues() == 2) text += plane_text(table, found);
  if (found.pie) text += "\n" + pie_text(found);
  return text;
}

nlohmann::ordered_json who_decides_json(const BargainTable& table, const WhoDecides& found) {
  Json json = Json::object();
  if (!found.power.shapley.empty()) json["power"] = power_json(found.rule, found.power);
  json["cores"] = Json::array();
  for (std::size_t d = 0; d < table.n_issues(); ++d) {
    const std::optional<Stretch>& win_set = found.win_sets[d];
    json["cores"].push_back(
        {{"issue", table.issues[d].name},
         {"core", stretch_json(found.cores[d])},
         {"win_set", win_set && win_set->low < win_set->high ? stretch_json(*win_set) : Json(nullptr)}});
  }
  if (table.n_issues() == 2) {
    Json names = Json::array();
    for (const std::size_t k : found.in_plane_core) names.push_back(table.actors[k]);
    json["plane"] = {{"in_core", std::move(names)},
                     {"win_set_area", found.plane ? Json(found.plane->area) : Json(nullptr)}};
  }
  if (found.pie)
    json["pie"] = {{"patience", found.patience},
                   {"member", found.pie->member},
                   {"veto", found.pie->veto},
                   {"proposing_member", found.pie->proposing_member},
                   {"proposing_veto", found.pie->proposing_veto}};
  return json;
}

}  // namespace hansa
