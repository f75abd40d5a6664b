#include "sweeps/report/sweep_report.hpp"

#include <algorithm>
#include <span>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "support/text/numeral.hpp"

namespace hansa {
namespace {

/// The left columns of every block: design point, parameters and, of several, the arm.
std::vector<TableCell> margin(const SweepPlan& plan, const SweepRow& row) {
  std::vector<TableCell> cells = {fmt::format("{}", row.point)};
  for (std::size_t j = 0; j < plan.sweep.parameters.size(); ++j) {
    const SweepParameter& parameter = plan.sweep.parameters[j];
    const bool drawn = parameter.values.empty() && !parameter.whole;
    cells.emplace_back(drawn ? fmt::format("{:.4g}", number_at(plan.sweep, row.point, row.arm, j))
                             : text_at(plan.sweep, row.point, row.arm, j));
  }
  if (plan.sweep.arms.size() > 1) cells.emplace_back(plan.sweep.arms[row.arm].name);
  return cells;
}

std::string depth_text(const std::optional<double>& depth) {
  return depth ? fmt::format("{:.3f}", *depth) : "-";
}

/// A text as one field of CSV.
std::string csv_field(const std::string& text) {
  if (text.find_first_of(",\"\n") == std::string::npos) return text;
  std::string quoted = "\"";
  for (const char letter : text) quoted += letter == '"' ? std::string("\"\"") : std::string{letter};
  return quoted + "\"";
}

using Json = nlohmann::ordered_json;

Json parameters_of(const SweepPlan& plan, std::size_t point, std::size_t arm) {
  Json parameters = Json::object();
  for (std::size_t j = 0; j < plan.sweep.parameters.size(); ++j) {
    const SweepParameter& parameter = plan.sweep.parameters[j];
    const std::string text = text_at(plan.sweep, point, arm, j);
    if (parameter.number)
      parameters[parameter.path] = number_at(plan.sweep, point, arm, j);
    else if (text == "true" || text == "false")
      parameters[parameter.path] = text == "true";
    else
      parameters[parameter.path] = text;
  }
  return parameters;
}

}  // namespace

std::string sweep_headline(const SweepPlan& plan, std::size_t n_failed, std::size_t n_missing) {
  std::string text =
      fmt::format("{} ({}, {}, {}: {}", plan.sweep.title.empty() ? plan.sweep.name : plan.sweep.title,
                  counted(plan.sweep.n_points, "design point"), counted(plan.sweep.arms.size(), "arm"),
                  counted(plan.sweep.realizations, "realization"), counted(plan.n_runs(), "run"));
  if (n_failed > 0) text += fmt::format(", {} failed", n_failed);
  if (n_missing > 0) text += fmt::format(", {} missing", n_missing);
  return text + ")\n";
}

Text sweep_text(const SweepPlan& plan, const SweepSummary& summary, std::size_t most_rows) {
  constexpr std::size_t most_conferences = 6;  // in a block
  const auto& conferences = plan.sweep.reference.scenario.conferences;
  const std::size_t n_rows = std::min(most_rows, summary.rows.size());
  Text text = sweep_headline(plan, summary.n_failed, summary.n_missing);
  std::size_t first = 0;
  do {
    const std::size_t last = std::min(first + most_conferences, conferences.size());
    const bool with_networks = last == conferences.size();
    TextTable table{.columns = {{.title = "point", .side = Side::Right, .is_key = true}}, .in_blocks = true};
    for (const SweepParameter& parameter : plan.sweep.parameters)
      table.columns.push_back({.title = parameter.path,
                               .side = parameter.number ? Side::Right : Side::Left,
                               .is_key = true,
                               .least = 12});
    if (plan.sweep.arms.size() > 1) table.columns.push_back({.title = "arm", .is_key = true});
    for (std::size_t c = first; c < last; ++c)
      table.columns.push_back({.title = conferences[c].name + "\nadopted depth"});
    if (with_networks)
      table.columns.push_back(
          {.title = fmt::format("{}\nnetworks  voice", plan.sweep.reference.scenario.years.to)});
    for (const SweepRow& row : std::span(summary.rows).first(n_rows)) {
      std::vector<TableCell>& cells = table.rows.emplace_back(margin(plan, row));
      if (row.n_runs == 0) {
        cells.emplace_back(row.n_failed > 0 ? "all runs failed" : "no run yet", Tone::Notable);
        continue;
      }
      for (std::size_t c = first; c < last; ++c)
        cells.emplace_back(
            fmt::format("{:>7.2f} {}", row.conferences[c].adopted, depth_text(row.conferences[c].depth)));
      if (with_networks) cells.emplace_back(fmt::format("{:>8.1f}  {:>5.2f}", row.networks, row.voice));
    }
    text += "\n";
    text += std::move(table);
    first = last;
  } while (first < conferences.size());
  if (n_rows < summary.rows.size())
    text += fmt::format("and {} more rows; hansa analyze --csv prints all\n", summary.rows.size() - n_rows);
  return text + paragraph(
                    "adopted: share of realizations; depth: effective, over the status quo, of the texts "
                    "adopted; networks and their voice: in the last year");
}

Json sweep_json(const SweepPlan& plan, std::size_t n_failed, std::size_t n_missing, const std::string& out,
                std::optional<double> wall_seconds) {
  const Sweep& sweep = plan.sweep;
  Json arms = Json::array();
  for (const SweepArm& arm : sweep.arms) arms.push_back(arm.name);
  Json json = {{"sweep", sweep.name},
               {"sweep_sha256", plan.stamp.sha256},
               {"design", name_of(sweep.design)},
               {"seed", sweep.seed},
               {"design_points", sweep.n_points},
               {"arms", arms},
               {"realizations", sweep.realizations},
               {"runs", plan.n_runs()},
               {"failed", n_failed},
               {"missing", n_missing},
               {"out", out}};
  if (wall_seconds) json["wall_seconds"] = *wall_seconds;
  return json;
}

Json rows_json(const SweepPlan& plan, const SweepSummary& summary) {
  const Sweep& sweep = plan.sweep;
  Json rows = Json::array();
  for (const SweepRow& row : summary.rows) {
    Json conferences = Json::array();
    for (std::size_t c = 0; c < row.conferences.size(); ++c) {
      const ConferenceParams& params = sweep.reference.scenario.conferences[c];
      const SweepRow::Conference& outcome = row.conferences[c];
      conferences.push_back({{"name", params.name},
                             {"year", params.year},
                             {"adopted", row.n_runs > 0 ? Json(outcome.adopted) : Json(nullptr)},
                             {"depth", outcome.depth ? Json(*outcome.depth) : Json(nullptr)}});
    }
    rows.push_back({{"design_point", row.point},
                    {"arm", sweep.arms[row.arm].name},
                    {"parameters", parameters_of(plan, row.point, row.arm)},
                    {"runs", row.n_runs},
                    {"failed", row.n_failed},
                    {"conferences", conferences},
                    {"networks", row.n_runs > 0 ? Json(row.networks) : Json(nullptr)},
                    {"voice", row.n_runs > 0 ? Json(row.voice) : Json(nullptr)}});
  }
  return rows;
}

std::string rows_csv(const SweepPlan& plan, const SweepSummary& summary) {
  const Sweep& sweep = plan.sweep;
  const auto& conferences = sweep.reference.scenario.conferences;
  std::string text = "design_point,arm";
  for (const SweepParameter& parameter : sweep.parameters) text += "," + csv_field(parameter.path);
  text += ",runs,failed";
  for (const ConferenceParams& conference : conferences)
    text += "," + csv_field(conference.name + ".adopted") + "," + csv_field(conference.name + ".depth");
  text += ",networks,network_voice\n";
  for (const SweepRow& row : summary.rows) {
    text += fmt::format("{},{}", row.point, csv_field(sweep.arms[row.arm].name));
    for (std::size_t j = 0; j < sweep.parameters.size(); ++j)
      text += "," + csv_field(text_at(sweep, row.point, row.arm, j));
    text += fmt::format(",{},{}", row.n_runs, row.n_failed);
    for (const SweepRow::Conference& outcome : row.conferences) {
      text += row.n_runs > 0 ? fmt::format(",{}", outcome.adopted) : ",";
      text += outcome.depth ? fmt::format(",{}", *outcome.depth) : ",";
    }
    text += row.n_runs > 0 ? fmt::format(",{},{}\n", row.networks, row.voice) : ",,\n";
  }
  return text;
}

}  // namespace hansa
