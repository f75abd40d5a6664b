#include "bargaining/report/backtest_report.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "support/input/problem.hpp"
#include "support/text/json_text.hpp"
#include "support/text/numeral.hpp"
#include "support/text/text_rows.hpp"

namespace hansa {
namespace {

using Json = nlohmann::ordered_json;

Json mean_json(std::string_view name, const BootstrappedMean& mean) {
  const bool known = mean.n > 0;
  return {{name, known ? Json(mean.mean) : Json(nullptr)},
          {"ci95", known ? Json::array({mean.lo, mean.hi}) : Json(nullptr)},
          {"n", mean.n}};
}

void add_scores(const std::vector<BacktestScore>& scores, bool packages, Json& json) {
  json["solvers"] = Json::object();
  json["against_compromise"] = Json::object();
  json["against_mean"] = Json::object();
  json["against_median"] = Json::object();
  for (const BacktestScore& score : scores) {
    const std::string name(score.solver);
    json["solvers"][name] = mean_json("mae", score.error);
    json["solvers"][name]["agreed"] = score.n_agreed;
    json["against_compromise"][name] = mean_json("mean", score.against_compromise);
    json["against_mean"][name] = mean_json("mean", score.against_mean);
    json["against_median"][name] = mean_json("mean", score.against_median);
    if (packages) json["against_alone"][name] = mean_json("mean", score.against_alone);
  }
}

Json groups_json(const std::vector<BacktestGroup>& groups, bool packages) {
  Json json = Json::object();
  for (const BacktestGroup& group : groups) {
    Json& one = json[group.name] = {{"cases", group.n_cases}};
    add_scores(group.scores, packages, one);
  }
  return json;
}

Json settings_json(const ChairSettings& settings) {
  Json json = Json::object();
  for (const auto& [key, value] : settings) {
    const Json number = Json::parse(value, nullptr, false);  // some values are words
    json[key] = number.is_number() ? number : Json(value);
  }
  return json;
}

Json folds_json(const CrossValidation& found) {
  Json json = {{"folds", Json::array()}, {"candidates", found.n_candidates}};
  for (const HeldOutFold& fold : found.folds)
    json["folds"].push_back({{"chosen", settings_json(fold.chosen)},
                             {"cases", fold.n_cases},
                             {"mae_inside", fold.error_inside},
                             {"mae_held_out", fold.error_held_out}});
  json.update(mean_json("mae", found.error));
  json["against_compromise"] = mean_json("mean", found.against_compromise);
  json["chosen_on_all"] = settings_json(found.chosen_on_all);
  json["mae_on_all"] = found.error_on_all;
  return json;
}

/// Two digits; no sign if it rounds to 0.
std::string two_digits(double x) {
  const std::string text = fmt::format("{:.2f}", x);
  return text == "-0.00" ? "0.00" : text;
}

std::string mean_text(const BootstrappedMean& mean) { return mean.n > 0 ? two_digits(mean.mean) : "-"; }

std::string interval_text(const BootstrappedMean& mean) {
  return mean.n > 0 ? two_digits(mean.lo) + ".." + two_digits(mean.hi) : "-";
}

/// Whether an error is surely smaller, or surely larger, than another solver's.
Tone tone_of(const BootstrappedMean& against) {
  return against.n == 0   ? Tone::Plain
         : against.hi < 0 ? Tone::Good
         : against.lo > 0 ? Tone::Bad
                          : Tone::Plain;
}

Text scores_text(const std::vector<BacktestScore>& scores) {
  TextRows rows = {{"solver", "cases", "agreed", "mean error", "95 %", "against compromise", "95 %",
                    "against mean", "95 %", "against median", "95 %"}};
  for (const BacktestScore& score : scores)
    rows.push_back({std::string(score.solver), fmt::format("{}", score.error.n),
                    fmt::format("{}", score.n_agreed), mean_text(score.error), interval_text(score.error),
                    mean_text(score.against_compromise), interval_text(score.against_compromise),
                    mean_text(score.against_mean), interval_text(score.against_mean),
                    mean_text(score.against_median), interval_text(score.against_median)});
  TextTable table = table_of(rows, Numbers::Right, {0, 0, 7, 0, 0, 1, 2, 3, 4, 5, 6});
  for (std::size_t k = 0; k < scores.size(); ++k) {
    table.rows[k][5].tone = tone_of(scores[k].against_compromise);
    table.rows[k][7].tone = tone_of(scores[k].against_mean);
    table.rows[k][9].tone = tone_of(scores[k].against_median);
  }
  return table;
}

/// Packages against issues solved alone.
Text packages_text(const std::vector<BacktestScore>& scores) {
  TextRows rows = {{"solver", "cases", "mean error", "less alone", "95 %"}};
  for (const BacktestScore& score : scores)
    rows.push_back({std::string(score.solver), fmt::format("{}", score.against_alone.n),
                    mean_text(score.error), mean_text(score.against_alone),
                    interval_text(score.against_alone)});
  TextTable table = table_of(rows);
  for (std::size_t k = 0; k < scores.size(); ++k) table.rows[k][3].tone = tone_of(scores[k].against_alone);
  return table;
}

/// One line per group, one column per solver with its mean error.
Text groups_text(std::string_view title, const std::vector<BacktestGroup>& groups) {
  TextRows rows = {{std::string(title), "cases"}};
  for (const BacktestScore& score : groups.front().scores) rows.front().emplace_back(score.solver);
  for (const BacktestGroup& group : groups) {
    std::vector<std::string>& row = rows.emplace_back();
    row = {printable(group.name), fmt::format("{}", group.n_cases)};
    for (const BacktestScore& score : group.scores) row.push_back(mean_text(score.error));
  }
  TextTable table = table_of(rows);
  table.in_blocks = true;
  table.columns[0].is_key = table.columns[1].is_key = true;
  return table;
}

std::string settings_text(const ChairSettings& settings) {
  std::string text;
  for (const auto& [key, value] : settings)
    text += fmt::format("{}{}={}", text.empty() ? "" : " ", key, value);
  return text;
}

Text folds_text(const CrossValidation& found) {
  TextRows rows = {{"fold", "held out", "error of those", "of the others", "chosen on the others"}};
  for (std::size_t k = 0; k < found.folds.size(); ++k) {
    const HeldOutFold& fold = found.folds[k];
    rows.push_back({fmt::format("{}", k + 1), fmt::format("{}", fold.n_cases),
                    fmt::format("{:.2f}", fold.error_held_out), fmt::format("{:.2f}", fold.error_inside),
                    settings_text(fold.chosen)});
  }
  return fmt::format(
             "chair on cases that were not used to choose its parameters: {} ({}), against compromise {} "
             "({})\n"
             "chosen on all: {} ({:.2f} on them)\n\n",
             mean_text(found.error), interval_text(found.error), mean_text(found.against_compromise),
             interval_text(found.against_compromise), settings_text(found.chosen_on_all),
             found.error_on_all) +
         align(rows, Numbers::Right, {0, 2, 0, 1, 0});
}

std::size_t n_proposals(const CaseTable& table) {
  const std::vector<std::size_t> proposals = proposals_of(table);
  return 1 + *std::max_element(proposals.begin(), proposals.end());
}

}  // namespace

std::string backtest_json(const CaseTable& table, const BargainRules& rules, const Backtest& found,
                          const std::optional<CrossValidation>& folds) {
  Json json = {{"cases", table.cases.size()},
               {"proposals", n_proposals(table)},
               {"cases_with_reference", table.n_with_reference()},
               {"cases_left_out", table.n_cases_left_out},
               {"rows_left_out", table.n_rows_left_out},
               {"assumptions", table.assumptions}};
  const bool packages = found.n_packages > 0;
  if (packages) json["packages"] = found.n_packages;
  add_scores(found.scores, packages, json);
  json["by_rule"] = groups_json(found.by_rule, packages);
  json["by_actors"] = groups_json(found.by_actors, packages);
  json["chair"] = settings_json(words_of(rules.chair));
  if (folds) json["cross_validation"] = folds_json(*folds);
  return json_text(json);
}

Text backtest_text(std::string_view title, const CaseTable& table, const Backtest& found,
                   const std::optional<CrossValidation>& folds) {
  Text text = fmt::format("{}: {} of {}, {} with a reference; left out: {}, {}\n\n", title,
                          counted(table.cases.size(), "case"), counted(n_proposals(table), "proposal"),
                          table.n_with_reference(), counted(table.n_cases_left_out, "case"),
                          counted(table.n_rows_left_out, "actor"));
  text += scores_text(found.scores);
  if (found.n_packages > 0)
    text += fmt::format("\nissues of a proposal solved as one, {}, against each issue solved alone\n\n",
                        counted(found.n_packages, "package")) +
            packages_text(found.scores);
  text += "\nmean error by decision rule and by number of actors\n\n" +
          groups_text("rule (played by chair as)", found.by_rule) + "\n" +
          groups_text("actors", found.by_actors);
  if (folds) text += "\n" + folds_text(*folds);
  return text;
}

}  // namespace hansa
