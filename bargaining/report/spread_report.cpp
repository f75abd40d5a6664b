#include "bargaining/report/spread_report.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "support/input/problem.hpp"
#include "support/text/numeral.hpp"

namespace hansa {
namespace {

using Json = nlohmann::ordered_json;

std::string value_text(double value) { return fmt::format("{:.4g}", value + 0.0); }  // no -0

std::string share_text(double share) { return fmt::format("{:.2f}", std::round(100 * share) / 100 + 0.0); }

std::string estimate_text(const Estimate& estimate) {
  return fmt::format("{} [{}, {}]", share_text(estimate.value), share_text(estimate.ci95.lo),
                     share_text(estimate.ci95.hi));
}

std::string percent(double share) { return fmt::format("{:.1f} %", 100 * share); }

/// A name of an input, with its issue where there are several.
std::string input_text(const BargainTable& table, const UncertainInput& input) {
  const std::string kind(name_of(input.kind));
  if (input.kind == InputKind::Power || table.n_issues() == 1) return kind;
  return fmt::format("{} on {}", kind, printable(table.issues[input.issue].name));
}

Text distribution_text(const BargainTable& table, const std::vector<BargainOutcome>& outcomes,
                       const BargainSpread& spread, std::size_t d) {
  TextTable shown;
  for (const char* title :
       {"solver", "agreed", "forecast", "mean", "sd", "5 %", "25 %", "50 %", "75 %", "95 %"})
    shown.columns.push_back({.title = title, .side = shown.columns.empty() ? Side::Left : Side::Right});
  shown.columns[6].rank = shown.columns[8].rank = 1;
  for (std::size_t s = 0; s < spread.solvers.size(); ++s) {
    const SolverSpread& one = spread.solvers[s];
    const OutcomeSpread& issue = one.issues[d];
    std::vector<TableCell>& row = shown.rows.emplace_back();
    row.emplace_back(std::string(name_of(one.solver)));
    row.emplace_back(percent(one.agreed.value));
    for (const double value : {outcomes[s].outcome[d], issue.mean, issue.sd})
      row.emplace_back(value_text(value));
    for (const double value : issue.quantiles) row.emplace_back(value_text(value));
  }
  const BargainIssue& issue = table.issues[d];
  return Text(fmt::format("\n{}{}\n\n", printable(issue.name),
                          issue.ends_at_extremes ? std::string()
                                                 : fmt::format(" ({:g}..{:g})", issue.least, issue.most))) +
         shown;
}

Text shares_text(const BargainTable& table, const BargainSpread& spread, std::size_t d) {
  constexpr std::size_t most_of_several = 3, most_of_one = 20;
  const bool is_alone = spread.solvers.size() == 1;
  bool is_cut = false;
  TextTable shown{
      .columns = {{.title = "solver"}, {.title = "actor"}, {.title = "share, 95 %"}, {.title = "by input"}}};
  for (const SolverSpread& one : spread.solvers) {
    const std::vector<ActorShare>& actors = one.issues[d].actors;
    for (std::size_t a = 0; a < actors.size(); ++a) {
      const bool is_told =
          is_alone ? a < most_of_one : a == 0 || (a < most_of_several && actors[a].share.is_beyond_chance());
      is_cut = is_cut || !is_told;
      if (!is_told) continue;
      std::vector<ActorShare::Input> inputs = actors[a].inputs;
      std::stable_sort(inputs.begin(), inputs.end(),
                       [](const auto& x, const auto& y) { return x.share.value > y.share.value; });
      std::vector<std::string> parts;
      for (const ActorShare::Input& input : inputs)
        if (parts.empty() || (parts.size() < most_of_several && input.share.is_beyond_chance()))
          parts.push_back(inputs.size() == 1
                              ? input_text(table, table.uncertain[input.input])
                              : fmt::format("{} {}", input_text(table, table.uncertain[input.input]),
                                            share_text(input.share.value)));
      shown.rows.push_back({std::string(name_of(one.solver)), printable(table.actors[actors[a].actor]),
                            estimate_text(actors[a].share), fmt::format("{}", fmt::join(parts, ", "))});
    }
  }
  if (shown.rows.empty()) return "\nNo outcome changes over the draws.\n";
  return Text(fmt::format("\nWhose uncertainty matters: first-order shares of the variance{}\n\n",
                          is_cut ? " (the largest; --json has all)" : "")) +
         shown;
}

Json bound(double value) { return std::isfinite(value) ? Json(value) : Json(nullptr); }

Json with_share(Json json, const Estimate& share) {
  json["share"] = bound(share.value);
  json["lo"] = bound(share.ci95.lo);
  json["hi"] = bound(share.ci95.hi);
  return json;
}

Json input_json(const BargainTable& table, const UncertainInput& input) {
  return {{"input", name_of(input.kind)},
          {"issue", input.kind == InputKind::Power ? Json(nullptr) : Json(table.issues[input.issue].name)}};
}

Json issue_json(const BargainTable& table, const OutcomeSpread& issue) {
  Json json = {{"mean", issue.mean}, {"sd", issue.sd}};
  for (std::size_t q = 0; q < told_quantiles.size(); ++q)
    json[fmt::format("q{:02.0f}", 100 * told_quantiles[q])] = issue.quantiles[q];
  json["actors"] = Json::array();
  for (const ActorShare& actor : issue.actors) {
    Json one = with_share({{"name", table.actors[actor.actor]}}, actor.share);
    one["inputs"] = Json::array();
    for (const ActorShare::Input& input : actor.inputs)
      one["inputs"].push_back(with_share(input_json(table, table.uncertain[input.input]), input.share));
    json["actors"].push_back(std::move(one));
  }
  return json;
}

}  // namespace

Text spread_text(const BargainTable& table, const std::vector<BargainOutcome>& outcomes,
                 const BargainSpread& spread) {
  Text text = fmt::format("\n{} of {}, seed {}\n", counted(spread.options.n, "draw"),
                          counted(table.uncertain.size(), "uncertain number"), spread.options.seed);
  for (std::size_t d = 0; d < table.n_issues(); ++d)
    text += distribution_text(table, outcomes, spread, d) + shares_text(table, spread, d);
  return text;
}

Json spread_json(const BargainTable& table, const BargainSpread& spread) {
  Json json = {{"n", spread.options.n},
               {"seed", spread.options.seed},
               {"inputs", Json::array()},
               {"solvers", Json::object()}};
  for (const UncertainInput& input : table.uncertain) {
    Json one = {{"actor", table.actors[input.actor]}};
    one.update(input_json(table, input));
    one.update({{"value", table.value_of(input)},
                {"sd", {input.below, input.above}},
                {"min", bound(input.least)},
                {"max", bound(input.most)},
                {"beyond", input.beyond(table.value_of(input))}});
    json["inputs"].push_back(std::move(one));
  }
  for (const SolverSpread& solver : spread.solvers) {
    Json issues = Json::array();
    for (const OutcomeSpread& issue : solver.issues) issues.push_back(issue_json(table, issue));
    json["solvers"][std::string(name_of(solver.solver))] = {
        {"agreed", {{"share", solver.agreed.value}, {"lo", solver.agreed.lo}, {"hi", solver.agreed.hi}}},
        {"issues", std::move(issues)}};
  }
  return json;
}

std::vector<std::string> told_of_draws(const BargainTable& table) {
  constexpr double worth_telling = 0.001;
  std::vector<std::string> told;
  std::size_t n_cut = 0;
  double most = 0;
  const UncertainInput* widest = nullptr;
  for (const UncertainInput& input : table.uncertain) {
    const double beyond = input.beyond(table.value_of(input));
    if (beyond < worth_telling) continue;
    n_cut += 1;
    if (beyond > most) most = beyond, widest = &input;
  }
  if (widest != nullptr)
    told.push_back(fmt::format(
        "{} may lie beyond what is possible and {} drawn from within (truncated); the most: {} of {}, {}",
        counted(n_cut, "number"), n_cut == 1 ? "is" : "are", input_text(table, *widest),
        in_quotes(table.actors[widest->actor]), percent(most)));
  for (std::size_t d = 0; d < table.n_issues(); ++d) {
    const bool moves = std::any_of(
        table.uncertain.begin(), table.uncertain.end(),
        [d](const UncertainInput& input) { return input.kind == InputKind::Position && input.issue == d; });
    if (!moves || !table.issues[d].ends_at_extremes) continue;
    const std::string name = printable(table.issues[d].name);
    told.push_back(
        fmt::format("the scale of {} is not given: that of each draw ends at its own extremes; 'position "
                    "{:g}..{:g}' fixes it",
                    name, table.issues[d].least, table.issues[d].most));
  }
  return told;
}

}  // namespace hansa
