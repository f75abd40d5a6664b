#include <algorithm>
#include <cmath>

#include <nlohmann/json.hpp>

#include "analysis/paired_difference.hpp"
#include "analysis/report/page_numbers.hpp"
#include "sweeps/page/sweep_parts.hpp"

namespace hansa {
namespace {

using Json = nlohmann::ordered_json;

/// The values of an outcome at a point in an arm, by realization; NaN: failed, missing, or no text.
std::vector<double> values_at(const SweepFindings& found, std::size_t o, std::size_t point, std::size_t arm) {
  const Sweep& sweep = found.plan.sweep;
  std::vector<double> values;
  for (std::size_t r = 0; r < static_cast<std::size_t>(sweep.realizations); ++r) {
    const std::size_t run = (r * sweep.n_points + point) * sweep.arms.size() + arm;
    values.push_back(found.runs.done[run] == 0 ? std::nan("") : found.runs.values[o][run]);
  }
  return values;
}

/// An outcome at every point in the first arm minus that in another, on the same random numbers.
Json difference_at_points(const SweepFindings& found, std::size_t o, std::size_t contrast) {
  const Contrast arms = contrasts_of(found.plan.sweep)[contrast];
  Json mean = Json::array(), low = Json::array(), high = Json::array(), runs = Json::array();
  for (std::size_t point = 0; point < found.plan.sweep.n_points; ++point) {
    const PairedDifference difference =
        paired_difference(values_at(found, o, point, *arms.minus), values_at(found, o, point, arms.arm));
    mean.push_back(rounded(difference.mean));
    low.push_back(rounded(difference.lo));
    high.push_back(rounded(difference.hi));
    runs.push_back(difference.n);
  }
  return {
      {"outcome", o},          {"contrast", contrast},   {"runs", std::move(runs)}, {"mean", std::move(mean)},
      {"low", std::move(low)}, {"high", std::move(high)}};
}

/// An outcome at every point and in every arm, the arm fastest.
Json outcome_at_points(const SweepFindings& found, std::size_t o) {
  const Sweep& sweep = found.plan.sweep;
  const bool is_share = found.runs.names[o].column == "adopted";
  const std::size_t n_arms = sweep.arms.size();
  Json values = Json::array(), low = Json::array(), high = Json::array(), runs = Json::array();
  for (std::size_t setting = 0; setting < found.plan.n_settings(); ++setting) {
    std::vector<double> kept = values_at(found, o, setting / n_arms, setting % n_arms);
    std::erase_if(kept, [](double value) { return std::isnan(value); });
    const double mean = mean_of_applying(kept), half = t_half_width(kept);
    runs.push_back(kept.size());
    if (is_share) {  // its interval follows from the two numbers
      if (kept.empty())
        values.push_back(nullptr);
      else
        values.push_back(std::lround(mean * static_cast<double>(kept.size())));
      continue;
    }
    values.push_back(rounded(mean));
    const bool is_voice = found.runs.names[o].column == "network_voice";  // 0 to 1
    low.push_back(rounded(is_voice ? std::max(0.0, mean - half) : mean - half));
    high.push_back(rounded(is_voice ? std::min(1.0, mean + half) : mean + half));
  }
  Json json = {{"outcome", o}, {"runs", std::move(runs)}, {is_share ? "times" : "mean", std::move(values)}};
  if (!is_share) {
    json["low"] = std::move(low);
    json["high"] = std::move(high);
  }
  return json;
}

/// The points that differ from `first` in parameter j alone.
std::vector<std::size_t> line_from(const Sweep& sweep, std::size_t first, std::size_t j) {
  std::size_t stride = 1;
  for (std::size_t k = j + 1; k < sweep.parameters.size(); ++k) stride *= sweep.parameters[k].values.size();
  std::vector<std::size_t> points;
  for (std::size_t level = 0; level < sweep.parameters[j].values.size(); ++level)
    points.push_back(first + level * stride);
  return points;
}

/// Where an outcome crosses one half or peaks along one parameter, all others held fixed.
void add_places(const SweepFindings& found, std::size_t o, std::size_t arm, const Blocks& blocks,
                Json& list) {
  const Sweep& sweep = found.plan.sweep;
  for (std::size_t j = 0; j < sweep.parameters.size(); ++j) {
    if (!sweep.parameters[j].number || sweep.parameters[j].values.size() < 3) continue;
    for (std::size_t first = 0; first < sweep.n_points; ++first) {
      if (level_at(sweep, first, j) != 0) continue;
      DesignColumn column = found.columns[j];
      column.x.clear();
      Blocks line{.n_blocks = blocks.n_blocks};
      std::vector<DesignRow> rows;
      for (const std::size_t point : line_from(sweep, first, j)) {
        column.x.push_back(found.columns[j].x[point]);
        rows.push_back(found.rows[point]);
        line.y.insert(line.y.end(), blocks.at(point).begin(), blocks.at(point).end());
        ++line.n_points;
      }
      const Curve curve = estimate_curve(rows, column, line, false);
      const bool has_half = found.runs.names[o].column == "adopted" && !std::isnan(curve.half.value),
                 peaks = has_peak(curve);
      if (!has_half && !peaks) continue;
      list.push_back({{"outcome", o},
                      {"arm", arm},
                      {"parameter", j},
                      {"first", first},
                      {"half", has_half ? place_part(curve.half, curve) : Json(nullptr)},
                      {"peak", peaks ? place_part(curve.peak, curve) : Json(nullptr)}});
    }
  }
}

}  // namespace

Json grid_part(const SweepFindings& found) {
  constexpr std::size_t most_numbers = 60'000;  // of the page
  const Sweep& sweep = found.plan.sweep;
  if (sweep.design != Design::Grid || sweep.parameters.size() > most_dials ||
      sweep.n_points > most_grid_points || found.plan.n_settings() * found.runs.names.size() > most_numbers)
    return nullptr;
  Json outcomes = Json::array(), differences = Json::array(), places = Json::array();
  for (std::size_t o = 0; o < found.runs.names.size(); ++o) {
    outcomes.push_back(outcome_at_points(found, o));
    for (std::size_t arm = 1; arm < sweep.arms.size(); ++arm)
      differences.push_back(difference_at_points(found, o, sweep.arms.size() + arm - 1));
    for (std::size_t arm = 0; arm < sweep.arms.size(); ++arm)
      if (const auto blocks = blocks_of(found, o, {.arm = arm, .minus = {}}); blocks)
        add_places(found, o, arm, *blocks, places);
  }
  return {{"outcomes", std::move(outcomes)},
          {"differences", std::move(differences)},
          {"places", std::move(places)}};
}

}  // namespace hansa
