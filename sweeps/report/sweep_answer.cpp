#include "sweeps/report/sweep_answer.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "support/input/problem.hpp"
#include "support/shell/shell_words.hpp"
#include "support/text/json_text.hpp"
#include "sweeps/report/curve_report.hpp"
#include "sweeps/report/sensitivity_report.hpp"
#include "sweeps/report/sweep_report.hpp"
#include "sweeps/report/sweep_summary.hpp"

namespace hansa {
namespace {

[[noreturn]] void refuse(const SweepPlan& plan, std::string key, std::string message) {
  throw ScenarioError(
      {{.file = plan.sweep.files.file(0), .key = std::move(key), .message = std::move(message)}});
}

RunOutcomes outcomes_of(const SweepPlan& plan, const SweepFolder& folder, const AnswerWay& way) {
  if (way.method) {
    if (const std::string reason = why_unfit(*way.method, plan.sweep); !reason.empty())
      refuse(plan, "--method", fmt::format("{} {}", name_of(*way.method), reason));
  }
  return read_outcomes(plan, folder, choose_conferences(plan, way.conference));
}

Sensitivity analyse(const SweepPlan& plan, const RunOutcomes& runs, const AnswerWay& way) {
  return analyse_sensitivity(
      plan, runs,
      {.missing = way.missing,
       .methods = way.method ? std::vector{*way.method} : usual_methods(plan.sweep.design)});
}

OutcomeCurves curves_by(const SweepPlan& plan, const SweepFolder& folder, const AnswerWay& way,
                        CurveWay& asked) {
  asked = {.parameters = way.parameters, .where = way.where, .missing = way.missing};
  return analyse_curves(plan, outcomes_of(plan, folder, way), asked);
}

/// One curve, as text.
Text curve_of(const SweepPlan& plan, const RunOutcomes& runs, const CurveWorthDrawing& worth,
              MissingPolicy missing) {
  const CurveWay asked{
      .parameters = {worth.parameter}, .where = {}, .only = worth.outcome, .missing = missing};
  return curves_text(analyse_curves(plan, runs, asked), asked);
}

bool is_drawn(Design design) { return design != Design::Grid && design != Design::List; }

}  // namespace

Answer answer_text(const SweepPlan& plan, const SweepFolder& folder, const AnswerWay& way) {
  if (!way.parameters.empty()) {
    CurveWay asked;
    const OutcomeCurves curves = curves_by(plan, folder, way, asked);
    if (way.parameters.size() == 2) return {curves_csv(curves, asked), curves.n_failed, curves.n_missing};
    return {sweep_headline(plan, curves.n_failed, curves.n_missing) + curves_text(curves, asked),
            curves.n_failed, curves.n_missing};
  }
  const bool with_table = way.points || (!is_drawn(plan.sweep.design) && !way.method);
  if (with_table) {
    const SweepSummary summary = summarise_sweep(plan, folder);
    return {sweep_text(plan, summary), summary.n_failed, summary.n_missing};
  }
  const RunOutcomes runs = outcomes_of(plan, folder, way);
  const Sensitivity sensitivity = analyse(plan, runs, way);
  Text text =
      sweep_headline(plan, sensitivity.n_failed, sensitivity.n_missing) + sensitivity_text(plan, sensitivity);
  if (const auto worth = curve_worth_drawing(plan, sensitivity); worth) {
    text += curve_of(plan, runs, *worth, way.missing);
    text += fmt::format("curves of all outcomes: hansa analyze {} --curve {}\n",
                        shell_word(folder.path().string()), worth->parameter);
  }
  return {text, sensitivity.n_failed, sensitivity.n_missing};
}

Answer answer_json(const SweepPlan& plan, const SweepFolder& folder, const AnswerWay& way,
                   std::optional<double> wall_seconds) {
  if (!way.parameters.empty()) {
    CurveWay asked;
    const OutcomeCurves curves = curves_by(plan, folder, way, asked);
    nlohmann::ordered_json json =
        sweep_json(plan, curves.n_failed, curves.n_missing, folder.path().string(), wall_seconds);
    json[way.parameters.size() == 1 ? "curves" : "maps"] = curves_json(curves, asked);
    return {json_text(json), curves.n_failed, curves.n_missing};
  }
  const RunOutcomes runs = outcomes_of(plan, folder, way);
  const Sensitivity sensitivity = analyse(plan, runs, way);
  nlohmann::ordered_json json =
      sweep_json(plan, sensitivity.n_failed, sensitivity.n_missing, folder.path().string(), wall_seconds);
  if (way.points || !is_drawn(plan.sweep.design))
    json["rows"] = rows_json(plan, summarise_sweep(plan, folder));
  json["sensitivity"] = sensitivity_json(plan, sensitivity);
  return {json_text(json), sensitivity.n_failed, sensitivity.n_missing};
}

Answer answer_csv(const SweepPlan& plan, const SweepFolder& folder, const AnswerWay& way) {
  if (!way.parameters.empty()) {
    CurveWay asked;
    const OutcomeCurves curves = curves_by(plan, folder, way, asked);
    return {curves_csv(curves, asked), curves.n_failed, curves.n_missing};
  }
  const SweepSummary summary = summarise_sweep(plan, folder);
  return {rows_csv(plan, summary), summary.n_failed, summary.n_missing};
}

}  // namespace hansa
