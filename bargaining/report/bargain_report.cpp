#include "bargaining/report/bargain_report.hpp"

#include <algorithm>
#include <string>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "bargaining/report/spread_report.hpp"
#include "bargaining/report/who_decides_report.hpp"
#include "bargaining/tables/packages.hpp"
#include "support/input/problem.hpp"
#include "support/text/json_text.hpp"
#include "support/text/numeral.hpp"
#include "support/text/text_rows.hpp"

namespace hansa {
namespace {

std::string value_text(double value) { return fmt::format("{:.6g}", value + 0.0); }  // no -0

/// A table of the columns that stand in every block, and of others that may go into further blocks.
TextTable in_blocks(std::initializer_list<const char*> keys, std::vector<std::string> others) {
  TextTable table{.in_blocks = true};
  for (const char* key : keys)
    table.columns.push_back(
        {.title = key, .side = std::string_view(key) == "turns" ? Side::Right : Side::Left, .is_key = true});
  for (std::string& other : others) table.columns.push_back({.title = std::move(other), .side = Side::Right});
  return table;
}

/// Of packages, on how many issues.
std::string agreed_text(const BargainOutcome& found) {
  const auto n = std::count(found.agreed_on.begin(), found.agreed_on.end(), 1);
  if (n > 0 && !found.agreed) return fmt::format("on {} of {}", n, found.agreed_on.size());
  return found.agreed ? "yes" : "no";
}

Text outcomes_text(const BargainTable& table, const std::vector<BargainOutcome>& outcomes) {
  std::vector<std::string> issues;
  for (const BargainIssue& issue : table.issues)
    issues.push_back(fmt::format("{} ({:g}..{:g})", printable(issue.name), issue.least, issue.most));
  TextTable shown = in_blocks({"solver", "agreed", "turns"}, std::move(issues));
  for (const BargainOutcome& found : outcomes) {
    std::vector<TableCell>& row = shown.rows.emplace_back();
    row.emplace_back(std::string(name_of(found.solver)));
    row.emplace_back(agreed_text(found), found.agreed ? Tone::Plain : Tone::Bad);
    row.emplace_back(fmt::format("{}", found.n_turns()));
    for (const double value : found.outcome) row.emplace_back(value_text(value));
  }
  return shown;
}

Text moves_text(const BargainTable& table, const BargainOutcome& found) {
  std::vector<std::string> places;
  for (const BargainIssue& issue : table.issues)
    places.insert(places.end(), {fmt::format("{} from", printable(issue.name)), "to"});
  TextTable shown = in_blocks({"actor"}, std::move(places));
  for (std::size_t k = 0; k < table.n_actors(); ++k) {
    std::vector<TableCell>& row = shown.rows.emplace_back();
    row.emplace_back(printable(table.actors[k]));
    for (std::size_t d = 0; d < table.n_issues(); ++d) {
      row.emplace_back(value_text(found.positions.front()[k * table.n_issues() + d]));
      row.emplace_back(value_text(found.positions.back()[k * table.n_issues() + d]));
    }
  }
  return shown;
}

/// Where the order of actors decided, and what it may move.
std::string ties_text(const BargainTable& table, const BargainOutcome& found) {
  if (found.n_ties == 0) return "";
  std::string text =
      fmt::format("\n{}: the order of lines decided {}", name_of(found.solver), counted(found.n_ties, "tie"));
  if (!found.orders) return text + "\n";
  text += fmt::format("; over {} the outcome is\n", counted(found.orders->n_orders, "order"));
  for (std::size_t d = 0; d < table.n_issues(); ++d)
    text += fmt::format("  {}: {} to {}\n", printable(table.issues[d].name),
                        value_text(found.orders->least[d]), value_text(found.orders->most[d]));
  return text;
}

using Json = nlohmann::ordered_json;

Json positions_json(const std::vector<double>& positions, std::size_t n_issues) {
  Json actors = Json::array();
  for (std::size_t k = 0; k < positions.size(); k += n_issues) {
    Json row = Json::array();
    for (std::size_t d = 0; d < n_issues; ++d) row.push_back(positions[k + d]);
    actors.push_back(std::move(row));
  }
  return actors;
}

std::string packages_text(const BargainTable& table, const std::vector<BargainOutcome>& outcomes) {
  const bool packages = !outcomes.empty() && !outcomes.front().agreed_on.empty();
  return packages ? ", " + counted(packages_of(table).size(), "package") : "";
}

}  // namespace

Text bargain_text(std::string_view title, const BargainTable& table,
                  const std::vector<BargainOutcome>& outcomes) {
  Text text = fmt::format("{}: {}, {}\n\n", title, counted(table.n_actors(), "actor"),
                          counted(table.n_issues(), "issue") + packages_text(table, outcomes));
  text += outcomes_text(table, outcomes);
  for (const BargainOutcome& found : outcomes) text += ties_text(table, found);
  for (const BargainOutcome& found : outcomes) {
    if (found.n_turns() == 0) continue;
    text +=
        fmt::format("\n{}: positions before the first turn and after the last\n\n", name_of(found.solver));
    text += moves_text(table, found);
  }
  return text;
}

std::string bargain_json(const BargainTable& table, const std::vector<BargainOutcome>& outcomes,
                         const std::optional<WhoDecides>& decides,
                         const std::optional<BargainSpread>& spread) {
  Json json = {{"assumptions", table.assumptions},
               {"issues", Json::array()},
               {"actors", Json::array()},
               {"solvers", Json::object()}};
  for (const BargainIssue& issue : table.issues)
    json["issues"].push_back({{"name", issue.name},
                              {"min", issue.least},
                              {"max", issue.most},
                              {"reference", issue.reference ? Json(*issue.reference) : Json(nullptr)},
                              {"decided", issue.decided ? Json(*issue.decided) : Json(nullptr)}});
  const bool packages = !outcomes.empty() && !outcomes.front().agreed_on.empty();
  for (std::size_t d = 0; packages && d < table.n_issues(); ++d)
    json["issues"][d]["proposal"] = table.issues[d].proposal;
  for (std::size_t k = 0; k < table.n_actors(); ++k)
    json["actors"].push_back(
        {{"name", table.actors[k]}, {"power", table.power[k]}, {"veto", table.veto[k] != 0}});
  for (const BargainOutcome& found : outcomes) {
    Json turns = Json::array();
    for (const std::vector<double>& turn : found.positions)
      turns.push_back(positions_json(turn, table.n_issues()));
    json["solvers"][std::string(name_of(found.solver))] = {{"outcome", found.outcome},
                                                           {"agreed", found.agreed},
                                                           {"turns", found.n_turns()},
                                                           {"positions", std::move(turns)}};
    if (packages) {
      json["solvers"].back()["agreed_on"] = Json::array();
      for (const char agreed : found.agreed_on) json["solvers"].back()["agreed_on"].push_back(agreed != 0);
    }
    if (found.solver == BargainSolver::Smp) json["solvers"].back()["ties"] = found.n_ties;
    if (found.orders)
      json["solvers"].back()["orders"] = {
          {"n", found.orders->n_orders}, {"min", found.orders->least}, {"max", found.orders->most}};
    if (!found.texts.empty()) json["solvers"].back()["texts"] = found.texts;
  }
  if (decides) json.update(who_decides_json(table, *decides));
  if (spread) json["draws"] = spread_json(table, *spread);
  return json_text(json);
}

}  // namespace hansa
