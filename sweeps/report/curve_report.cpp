#include "sweeps/report/curve_report.hpp"

#include <algorithm>
#include <cmath>
#include <span>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "support/text/text_rows.hpp"

namespace hansa {
namespace {

using Json = nlohmann::ordered_json;

std::string cell_text(const Estimate& estimate) {
  if (std::isnan(estimate.value)) return "-";
  const std::string value = fmt::format("{:.4g}", estimate.value);
  return std::isnan(estimate.ci95.lo)
             ? value
             : fmt::format("{} [{:.4g}, {:.4g}]", value, estimate.ci95.lo, estimate.ci95.hi);
}

/// The same of a place on the axis: "0.9 [0.8, beyond 1]".
std::string place_text(const Estimate& place, const Curve& curve) {
  if (std::isnan(place.value) || std::isnan(place.ci95.lo)) return cell_text(place);
  const auto [cut, is_from_below, is_to_above] = within_range(place, curve);
  return fmt::format("{:.4g} [{}{:.4g}, {}{:.4g}]", cut.value, is_from_below ? "beyond " : "", cut.ci95.lo,
                     is_to_above ? "beyond " : "", cut.ci95.hi);
}

/// The curves of one outcome, one column for each contrast.
Text table_text(std::span<const OutcomeCurve> curves, const std::string& parameter) {
  const OutcomeCurve& first = curves.front();
  const std::string where = first.outcome.conference.empty() ? " in the last year" : "";
  std::string heading = "\n" + (first.outcome.conference.empty() ? "" : first.outcome.conference + " ") +
                        first.outcome.column + where + " by " + parameter;
  heading += first.curve.is_smooth
                 ? fmt::format(": local linear regression, window +- {:.3g}\n", first.curve.half_window)
                 : ": means at its levels\n";
  if (first.n_not_applying > 0)
    heading +=
        fmt::format("  {} of {} runs of the sweep adopted no text\n", first.n_not_applying, first.n_runs);
  TextRows rows = {{"", parameter}};
  for (const OutcomeCurve& found : curves) rows[0].push_back(found.contrast);
  for (std::size_t g = 0; g < first.curve.x.size(); ++g) {
    if (first.curve.is_smooth && g % 2 != 0) continue;  // all are in --csv
    rows.push_back({"", fmt::format("{:.4g}", first.curve.x[g])});
    for (const OutcomeCurve& found : curves) rows.back().push_back(cell_text(found.curve.y[g]));
  }
  const auto add_place = [&](const char* what, Estimate Curve::*place) {
    const auto is_there = [&](const OutcomeCurve& found) { return !std::isnan((found.curve.*place).value); };
    if (std::none_of(curves.begin(), curves.end(), is_there)) return;
    rows.push_back({"", what});
    for (const OutcomeCurve& found : curves)
      rows.back().push_back(found.is_difference ? cell_text(found.curve.*place)  // a shift: no place
                                                : place_text(found.curve.*place, found.curve));
  };
  if (first.outcome.column == "adopted") add_place("one half at", &Curve::half);
  add_place("peak at", &Curve::peak);
  return heading + align(rows);
}

/// CSV that needs no quotes but where a name has a comma.
std::string field(const std::string& text) {
  return text.find(',') == std::string::npos ? text : "\"" + text + "\"";
}

std::string field(double value) { return std::isfinite(value) ? fmt::format("{}", value) : ""; }

Json number(double value) { return std::isfinite(value) ? Json(value) : Json(nullptr); }

Json place_json(const Estimate& place) {
  return {{"value", number(place.value)}, {"ci95", {number(place.ci95.lo), number(place.ci95.hi)}}};
}

}  // namespace

Text curves_text(const OutcomeCurves& curves, const CurveWay& way) {
  Text text;
  for (const std::string& condition : way.where) text += "where " + condition + "\n";
  const std::span<const OutcomeCurve> all(curves.found);
  for (std::size_t begin = 0, end = 0; begin < all.size(); begin = end) {
    while (end < all.size() && all[end].outcome == all[begin].outcome) ++end;
    text += table_text(all.subspan(begin, end - begin), way.parameters.front());
  }
  return text + "\n" +
         paragraph(
             "[ ]: 95 % intervals, each for its place, of a share within 0 and 1; without width where no run "
             "differs from another: by the rule of three a share of n runs may then still be off by 3 / n");
}

std::string curves_csv(const OutcomeCurves& curves, const CurveWay& way) {
  const bool is_map = way.parameters.size() == 2;
  std::string text = is_map
                         ? "outcome,conference,contrast," + field(way.parameters[0]) + "," +
                               field(way.parameters[1]) + ",points,mean,lo,hi\n"
                         : "outcome,conference,contrast,place," + field(way.parameters[0]) + ",value,lo,hi\n";
  for (const OutcomeCurve& found : curves.found) {
    const std::string start = fmt::format("{},{},{},", found.outcome.column, field(found.outcome.conference),
                                          field(found.contrast));
    for (const Cell& cell : found.cells)
      text += fmt::format("{}{},{},{},{},{},{}\n", start, cell.x, cell.y, cell.n_points,
                          field(cell.mean.value), field(cell.mean.ci95.lo), field(cell.mean.ci95.hi));
    for (std::size_t g = 0; g < found.curve.x.size(); ++g) {
      const Estimate& y = found.curve.y[g];
      text += fmt::format("{}curve,{},{},{},{}\n", start, found.curve.x[g], field(y.value), field(y.ci95.lo),
                          field(y.ci95.hi));
    }
    const auto add_place = [&](const char* what, const Estimate& place) {
      if (!std::isnan(place.value))
        text += fmt::format("{}{},,{},{},{}\n", start, what, place.value, field(place.ci95.lo),
                            field(place.ci95.hi));
    };
    if (is_map) continue;
    const bool is_shift = found.is_difference;
    if (found.outcome.column == "adopted") add_place(is_shift ? "half_shift" : "half", found.curve.half);
    add_place(is_shift ? "peak_shift" : "peak", found.curve.peak);
  }
  return text;
}

Json curves_json(const OutcomeCurves& curves, const CurveWay& way) {
  Json all = Json::array();
  for (const OutcomeCurve& found : curves.found) {
    Json json = {
        {"outcome", found.outcome.column},
        {"conference", found.outcome.conference.empty() ? Json(nullptr) : Json(found.outcome.conference)},
        {"contrast", found.contrast},
        {"parameters", way.parameters},
        {"where", way.where},
        {"design_points", curves.n_points},
        {"without_text", found.n_not_applying}};
    Json places = Json::array();
    for (const Cell& cell : found.cells)
      places.push_back({{"x", cell.x},
                        {"y", cell.y},
                        {"points", cell.n_points},
                        {"mean", number(cell.mean.value)},
                        {"ci95", {number(cell.mean.ci95.lo), number(cell.mean.ci95.hi)}}});
    for (std::size_t g = 0; g < found.curve.x.size(); ++g) {
      const Estimate& y = found.curve.y[g];
      places.push_back({{"x", found.curve.x[g]},
                        {"value", number(y.value)},
                        {"ci95", {number(y.ci95.lo), number(y.ci95.hi)}}});
    }
    if (way.parameters.size() == 1) {
      json["smooth"] = found.curve.is_smooth ? Json("local linear") : Json(nullptr);
      json["half_window"] = found.curve.is_smooth ? Json(found.curve.half_window) : Json(nullptr);
      const bool is_shift = found.is_difference;
      if (found.outcome.column == "adopted")
        json[is_shift ? "one_half_shift" : "one_half_at"] = place_json(found.curve.half);
      json[is_shift ? "peak_shift" : "peak_at"] = place_json(found.curve.peak);
    }
    json[way.parameters.size() == 1 ? "curve" : "map"] = places;
    all.push_back(json);
  }
  return all;
}

}  // namespace hansa
