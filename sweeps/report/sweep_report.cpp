#include "sweeps/report/sweep_report.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "support/text/json_text.hpp"
#include "support/text/numeral.hpp"

namespace hansa {
namespace {

/// The left columns of every block: design point, parameters and arm.
class Margin {
 public:
  explicit Margin(const SweepPlan& plan) : plan_(plan) {
    headings_.push_back("point");
    for (const SweepParameter& parameter : plan.sweep.parameters) headings_.push_back(parameter.path);
    headings_.push_back("arm");
    for (const std::string& heading : headings_) widths_.push_back(heading.size());
    for (std::size_t s = 0; s < plan.n_settings(); ++s) {
      const std::vector<std::string> cells = cells_of(s / plan.sweep.arms.size(), s % plan.sweep.arms.size());
      for (std::size_t k = 0; k < cells.size(); ++k) widths_[k] = std::max(widths_[k], cells[k].size());
    }
  }

  [[nodiscard]] std::string heading() const { return join(headings_); }
  [[nodiscard]] std::string line(const SweepRow& row) const { return join(cells_of(row.point, row.arm)); }
  [[nodiscard]] std::string blank() const { return std::string(heading().size(), ' '); }

 private:
  std::vector<std::string> cells_of(std::size_t point, std::size_t arm) const {
    std::vector<std::string> cells = {fmt::format("{}", point)};
    for (std::size_t j = 0; j < plan_.sweep.parameters.size(); ++j) {
      const SweepParameter& parameter = plan_.sweep.parameters[j];
      const bool drawn = parameter.values.empty() && !parameter.whole;
      cells.push_back(drawn ? fmt::format("{:.4g}", number_at(plan_.sweep, point, arm, j))
                            : text_at(plan_.sweep, point, arm, j));
    }
    cells.push_back(plan_.sweep.arms[arm].name);
    return cells;
  }

  std::string join(const std::vector<std::string>& cells) const {
    std::string text;
    for (std::size_t k = 0; k < cells.size(); ++k) text += fmt::format("{:<{}}  ", cells[k], widths_[k]);
    return text;
  }

  const SweepPlan& plan_;
  std::vector<std::string> headings_;
  std::vector<std::size_t> widths_;
};

std::string depth_text(const std::optional<double>& depth) {
  return depth ? fmt::format("{:.3f}", *depth) : "-";
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

std::string sweep_text(const SweepPlan& plan, const SweepSummary& summary) {
  constexpr std::size_t most_conferences = 6;  // in a block
  const auto& conferences = plan.sweep.reference.scenario.conferences;
  const Margin margin(plan);
  std::string text =
      fmt::format("{} ({}, {}, {}: {}", plan.sweep.title.empty() ? plan.sweep.name : plan.sweep.title,
                  counted(plan.sweep.n_points, "design point"), counted(plan.sweep.arms.size(), "arm"),
                  counted(plan.sweep.realizations, "realization"), counted(plan.n_runs(), "run"));
  if (summary.n_failed > 0) text += fmt::format(", {} failed", summary.n_failed);
  if (summary.n_missing > 0) text += fmt::format(", {} missing", summary.n_missing);
  text += ")\n";
  std::size_t first = 0;
  do {
    const std::size_t last = std::min(first + most_conferences, conferences.size());
    const bool with_networks = last == conferences.size();
    std::string names = "\n" + margin.blank(), headings = margin.heading();
    for (std::size_t c = first; c < last; ++c) {
      names += fmt::format("{:<15}", conferences[c].name.substr(0, 14));
      headings += "adopted depth  ";
    }
    if (with_networks) {
      names += std::to_string(plan.sweep.reference.scenario.years.to);
      headings += "networks  voice";
    }
    while (names.ends_with(' ')) names.pop_back();
    while (headings.ends_with(' ')) headings.pop_back();
    text += names + "\n" + headings + "\n";
    for (const SweepRow& row : summary.rows) {
      std::string line = margin.line(row);
      if (row.n_runs == 0) {
        text += line + (row.n_failed > 0 ? "all runs failed\n" : "no run yet\n");
        continue;
      }
      for (std::size_t c = first; c < last; ++c)
        line +=
            fmt::format("{:>7.2f} {:<7}", row.conferences[c].adopted, depth_text(row.conferences[c].depth));
      if (with_networks) line += fmt::format("{:>8.1f}  {:>5.2f}", row.networks, row.voice);
      while (line.ends_with(' ')) line.pop_back();
      text += line + "\n";
    }
    first = last;
  } while (first < conferences.size());
  return text +
         "adopted: share of realizations; depth: effective, over the status quo, of the texts adopted;\n"
         "networks and their voice: in the last year\n";
}

std::string sweep_json(const SweepPlan& plan, const SweepSummary& summary, const std::string& out,
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
               {"failed", summary.n_failed},
               {"missing", summary.n_missing},
               {"out", out}};
  if (wall_seconds) json["wall_seconds"] = *wall_seconds;
  json["rows"] = Json::array();
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
    json["rows"].push_back({{"design_point", row.point},
                            {"arm", sweep.arms[row.arm].name},
                            {"parameters", parameters_of(plan, row.point, row.arm)},
                            {"runs", row.n_runs},
                            {"failed", row.n_failed},
                            {"conferences", conferences},
                            {"networks", row.n_runs > 0 ? Json(row.networks) : Json(nullptr)},
                            {"voice", row.n_runs > 0 ? Json(row.voice) : Json(nullptr)}});
  }
  return json_text(json);
}

}  // namespace hansa
