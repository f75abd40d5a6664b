#include "sweeps/report/sensitivity_report.hpp"

#include <algorithm>
#include <cmath>
#include <span>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "support/text/marks.hpp"
#include "support/text/numeral.hpp"
#include "support/text/text_rows.hpp"

namespace hansa {
namespace {

using Json = nlohmann::ordered_json;

std::string number_text(SensitivityMethod method, double value) {
  if (std::isnan(value)) return "-";
  return method == SensitivityMethod::Morris ? fmt::format("{:.3g}", value) : fmt::format("{:.3f}", value);
}

std::string estimate_text(SensitivityMethod method, const Estimate& estimate) {
  std::string text = number_text(method, estimate.value);
  if (std::isnan(estimate.value) || std::isnan(estimate.ci95.lo)) return text;
  text +=
      fmt::format(" [{}, {}]", number_text(method, estimate.ci95.lo), number_text(method, estimate.ci95.hi));
  return estimate.is_beyond_chance() ? text : text + " ~0";
}

std::string heading(const OutcomeEffects& found) {
  std::string text = found.outcome.conference.empty() ? "" : found.outcome.conference + " ";
  text += found.outcome.column + (found.outcome.conference.empty() ? " in the last year" : "") + ", " +
          found.contrast;
  if (!std::isnan(found.noise_share()))
    text += fmt::format(": chance makes {:.0f} % of a run's variance",
                        100 * std::clamp(found.noise_share(), 0.0, 1.0));
  return text;
}

/// Remarks on what the figures rest on; empty if there is nothing to say.
std::string remarks(const OutcomeEffects& found, MissingPolicy missing) {
  const Effects& effects = found.effects;
  std::string text;
  const std::string runs = found.is_difference ? "pairs of runs" : "runs";
  if (found.n_not_applying > 0)
    text += fmt::format("  {} of {} {} adopted no text: {}\n", found.n_not_applying, found.n_runs, runs,
                        missing == MissingPolicy::Zero ? "counted as 0" : "left out (--missing conditional)");
  if (found.n_lacking > 0)
    text += fmt::format("  {} of {} {} failed or are missing, and are left out\n", found.n_lacking,
                        found.n_runs, runs);
  if (effects.n_used < effects.n_units) {
    const std::string what = effects.method == SensitivityMethod::Sobol    ? "base samples"
                             : effects.method == SensitivityMethod::Morris ? "trajectories"
                                                                           : "design points";
    text +=
        fmt::format("  only {} of {} {} count for every parameter", effects.n_used, effects.n_units, what);
    const bool is_share =
        effects.method == SensitivityMethod::Sobol || effects.method == SensitivityMethod::Grid;
    text += is_share ? ": S1 and ST are no shares of variance where many are left out\n" : "\n";
  }
  return text;
}

/// The sentence on how many runs would halve the widest interval of the rows shown.
std::string halving_text(const SweepPlan& plan, const OutcomeEffects& found, const Estimate& widest) {
  const MoreRuns more =
      runs_to_halve(widest, static_cast<std::size_t>(plan.sweep.samples), found.n_realizations);
  std::vector<std::string> parts;
  if (plan.sweep.samples > 0 && more.samples > static_cast<std::size_t>(plan.sweep.samples))
    parts.push_back(fmt::format("samples: {}", more.samples));
  if (more.realizations > found.n_realizations)
    parts.push_back(fmt::format("realizations: {}", more.realizations));
  if (parts.empty()) return "";
  const std::size_t factor = parts.size() == 2 ? 16 : 4;
  return fmt::format("  to halve the widest interval: {}{} ({} times the runs)\n", parts[0],
                     parts.size() == 2 ? ", " + parts[1] : "", factor);
}

/// The effects on one outcome in one contrast, by each method.
using Block = std::span<const OutcomeEffects>;

/// The rows as a table, on a terminal with the interval of the measure that ranks them, which stands in column `ranking`.
Text with_drawing(const TextRows& rows, const std::vector<Estimate>& drawn, std::size_t ranking) {
  double least = 0, most = 0;
  for (const Estimate& one : drawn) {
    for (const double value : {one.value, one.ci95.lo, one.ci95.hi}) {
      if (std::isnan(value)) continue;
      least = std::min(least, value);
      most = std::max(most, value);
    }
  }
  TextTable table = table_of(rows);
  for (std::size_t k = 2; k < table.columns.size(); ++k)
    table.columns[k].rank = k == ranking ? 0 : static_cast<int>(k);
  table.columns.push_back(
      {.title = fmt::format("{:.2g} to {:.2g}", least, most), .rank = 99, .for_terminal = true});
  for (std::size_t k = 0; k < drawn.size(); ++k) {
    table.rows[k].resize(table.columns.size() - 1);
    table.rows[k].push_back(
        drawn_interval(drawn[k].ci95.lo, drawn[k].value, drawn[k].ci95.hi, {.from = least, .to = most}));
  }
  return table;
}

Text block_text(const SweepPlan& plan, Block block, MissingPolicy missing) {
  constexpr std::size_t most_rows = 10, most_names = 4;
  const OutcomeEffects& first = block.front();
  if (const std::string nothing = nothing_to_rank(first); !nothing.empty())
    return "\n" + heading(first) + "; " + nothing + "\n";
  const auto& parameters = plan.sweep.parameters;
  TextRows rows = {{"", "parameter"}};
  for (const OutcomeEffects& found : block)
    for (const Measure& measure : measures_of(found.effects.method)) rows[0].emplace_back(measure.name);
  std::vector<std::string> others;
  const Estimate* widest = nullptr;
  std::vector<Estimate> drawn;  // of each row, by the measure that ranks them
  for (const std::size_t j : ranking_of(first.effects)) {
    const bool is_known = std::any_of(block.begin(), block.end(), [&](const OutcomeEffects& found) {
      const std::vector<Estimate>& row = found.effects.by_parameter[j];
      if (row.empty()) return false;
      const Estimate& estimate = row[ranking_measure(found.effects.method)];
      return std::isnan(estimate.ci95.lo) ? !std::isnan(estimate.value) : estimate.is_beyond_chance();
    });
    if (!is_known || rows.size() > most_rows) {
      others.push_back(parameters[j].path);
      continue;
    }
    rows.push_back({"", parameters[j].path});
    drawn.push_back(first.effects.by_parameter[j][ranking_measure(first.effects.method)]);
    for (const OutcomeEffects& found : block) {
      const std::vector<Estimate>& row = found.effects.by_parameter[j];
      if (row.empty()) rows.back().resize(rows.back().size() + measures_of(found.effects.method).size(), "-");
      for (const Estimate& estimate : row) {
        rows.back().push_back(estimate_text(found.effects.method, estimate));
        const double width = estimate.ci95.hi - estimate.ci95.lo;
        if (width > 0 && (widest == nullptr || width > widest->ci95.hi - widest->ci95.lo)) widest = &estimate;
      }
    }
  }
  Text text = "\n" + heading(first) + "\n" + remarks(first, missing);
  if (rows.size() > 1) text += with_drawing(rows, drawn, 2 + ranking_measure(first.effects.method));
  if (!others.empty()) {
    text += rows.size() > most_rows ? "  smaller, or " : "  ";
    text += "not distinguishable from zero: ";
    for (std::size_t k = 0; k < std::min(most_names, others.size()); ++k)
      text += (k == 0 ? "" : ", ") + others[k];
    text += others.size() > most_names ? fmt::format(" and {} more\n", others.size() - most_names) : "\n";
  }
  return widest == nullptr ? text : text + halving_text(plan, first, *widest);
}

Json number(double value) { return std::isfinite(value) ? Json(value) : Json(nullptr); }

Json estimate_json(const Estimate& estimate) {
  return {{"value", number(estimate.value)},
          {"ci95", {number(estimate.ci95.lo), number(estimate.ci95.hi)}},
          {"beyond_chance", std::isnan(estimate.ci95.lo) ? Json(nullptr) : Json(estimate.is_beyond_chance())},
          {"error_by_points", number(estimate.of_points)},
          {"error_by_realizations", number(estimate.of_runs)}};
}

}  // namespace

std::size_t ranking_measure(SensitivityMethod method) {
  return method == SensitivityMethod::Morris ? 0 : measures_of(method).size() - 1;
}

std::vector<std::size_t> ranking_of(const Effects& effects) {
  const std::size_t m = ranking_measure(effects.method);
  std::vector<std::size_t> order;
  for (std::size_t j = 0; j < effects.by_parameter.size(); ++j)
    if (!effects.by_parameter[j].empty()) order.push_back(j);
  const auto size = [&](std::size_t j) {
    const double value = std::abs(effects.by_parameter[j][m].value);
    return std::isnan(value) ? -1.0 : value;
  };
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return size(a) > size(b); });
  return order;
}

std::string nothing_to_rank(const OutcomeEffects& found) {
  const Estimate& variance = found.effects.variance;
  if (found.effects.method == SensitivityMethod::Morris) return "";
  if (variance.value == 0 && !(found.noise_share() > 0)) return "the same at every design point";
  return !std::isnan(variance.ci95.lo) && !(variance.ci95.lo > 0)
             ? "no effect of all parameters together can be told from chance"
             : "";
}

Text sensitivity_text(const SweepPlan& plan, const Sensitivity& sensitivity) {
  if (sensitivity.found.empty()) return "no run is done yet\n";
  Text text;
  std::vector<SensitivityMethod> methods;
  const std::vector<OutcomeEffects>& all = sensitivity.found;
  for (std::size_t begin = 0, end = 0; begin < all.size(); begin = end) {
    const auto is_same = [&](const OutcomeEffects& found) {
      return found.contrast == all[begin].contrast && found.outcome.column == all[begin].outcome.column &&
             found.outcome.conference == all[begin].outcome.conference;
    };
    while (end < all.size() && is_same(all[end])) ++end;
    text += block_text(plan, Block(all).subspan(begin, end - begin), sensitivity.missing);
  }
  for (const OutcomeEffects& found : all)
    if (std::find(methods.begin(), methods.end(), found.effects.method) == methods.end())
      methods.push_back(found.effects.method);
  text += "\n[ ]: 95 % intervals; ~0: not distinguishable from zero\n";
  for (const SensitivityMethod method : methods)
    for (const Measure& measure : measures_of(method))
      text += fmt::format("{}: {}\n", measure.name, measure.about);
  const std::size_t n = sensitivity.found.front().n_realizations;
  if (n == 1) text += "one realization: chance is not told apart from the parameters; take four or more\n";
  if (n == 2) text += "two realizations: the intervals leave out their choice; take four or more\n";
  return text;
}

std::optional<CurveWorthDrawing> curve_worth_drawing(const SweepPlan& plan, const Sensitivity& sensitivity) {
  for (const OutcomeEffects& found : sensitivity.found) {
    if (!nothing_to_rank(found).empty()) continue;
    for (const std::size_t j : ranking_of(found.effects)) {
      const Estimate& estimate = found.effects.by_parameter[j][ranking_measure(found.effects.method)];
      if (plan.sweep.parameters[j].number && estimate.is_beyond_chance())
        return CurveWorthDrawing{plan.sweep.parameters[j].path, found.outcome};
    }
  }
  return std::nullopt;
}

Json sensitivity_json(const SweepPlan& plan, const Sensitivity& sensitivity) {
  Json all = Json::array();
  for (const OutcomeEffects& found : sensitivity.found) {
    const Effects& effects = found.effects;
    Json parameters = Json::array();
    for (const std::size_t j : ranking_of(effects)) {
      Json row = {{"parameter", plan.sweep.parameters[j].path}};
      const auto measures = measures_of(effects.method);
      for (std::size_t m = 0; m < measures.size(); ++m)
        row[std::string(measures[m].name)] = estimate_json(effects.by_parameter[j][m]);
      const MoreRuns more = runs_to_halve(effects.by_parameter[j][ranking_measure(effects.method)],
                                          static_cast<std::size_t>(plan.sweep.samples), found.n_realizations);
      row["to_halve"] = {{"samples", plan.sweep.samples > 0 ? Json(more.samples) : Json(nullptr)},
                         {"realizations", more.realizations}};
      parameters.push_back(row);
    }
    all.push_back(
        {{"method", name_of(effects.method)},
         {"outcome", found.outcome.column},
         {"conference", found.outcome.conference.empty() ? Json(nullptr) : Json(found.outcome.conference)},
         {"contrast", found.contrast},
         {"missing", name_of(sensitivity.missing)},
         {"realizations", found.n_realizations},
         {"runs", found.n_runs},
         {"lacking", found.n_lacking},
         {"without_text", found.n_not_applying},
         {"units", effects.n_units},
         {"units_used", effects.n_used},
         {"noise_share", number(found.noise_share())},
         {"variance", estimate_json(effects.variance)},
         {"parameters", parameters}});
  }
  return all;
}

}  // namespace hansa
