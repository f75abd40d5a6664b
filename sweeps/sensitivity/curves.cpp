#include "sweeps/sensitivity/curves.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <map>
#include <set>

#include "support/numbers/expect.hpp"
#include "sweeps/sensitivity/on_scale.hpp"

namespace hansa {
namespace {

constexpr double none = std::numeric_limits<double>::quiet_NaN();
constexpr std::size_t n_sums =
    5;  // of a place: weights, distances, their squares, outcomes, outcomes times distances

double tricube(double distance, double half_window) {
  const double share = std::abs(distance) / half_window;
  if (share >= 1) return 0;
  const double cube = 1 - share * share * share;
  return cube * cube * cube;
}

/// The mean over blocks, without one; NaN: no outcome.
double mean_of(std::span<const double> y, std::size_t skip) {
  double sum = 0, n = 0;
  for (std::size_t k = 0; k < y.size(); ++k) {
    if (k == skip || std::isnan(y[k])) continue;
    sum += y[k];
    n += 1;
  }
  return n > 0 ? sum / n : none;
}

/// The curve at a place by its sums.
double local_line(std::span<const double> s) {
  const double spread = s[0] * s[2] - s[1] * s[1];
  if (!(s[0] > 0)) return none;
  const bool is_flat = spread <= 1e-9 * s[0] * s[2] || s[2] == 0;  // all at one distance
  return is_flat ? s[3] / s[0] : (s[2] * s[3] - s[1] * s[4]) / spread;
}

/// Places of a curve, and the weight of a point at each of them.
struct Places {
  std::vector<double> x;
  double half_window = 0;  // 0: levels

  void add(double at, double y, std::vector<double>& sums) const {
    for (std::size_t g = 0; g < x.size(); ++g) {
      const double distance = at - x[g];
      const double weight = half_window > 0 ? tricube(distance, half_window) : distance == 0 ? 1 : 0;
      if (weight == 0) continue;
      double* s = &sums[n_sums * g];
      s[0] += weight;
      s[1] += weight * distance;
      s[2] += weight * distance * distance;
      s[3] += weight * y;
      s[4] += weight * distance * y;
    }
  }
};

/// The window with the least squared error of prediction, each tenth of the units by the others.
double choose_window(const std::vector<DesignRow>& rows, const DesignColumn& column, const Blocks& blocks,
                     double range) {
  constexpr std::size_t n_parts = 10, most_points = 2000;  // more do not change the choice
  double best = none, least = std::numeric_limits<double>::infinity();
  const std::size_t n = std::min(most_points, rows.size());
  for (const double share : {0.1, 0.2, 0.3, 0.5}) {
    double squares = 0;
    for (std::size_t i = 0; i < n; ++i) {
      const double y = mean_of(blocks.at(i), skip_none);
      if (std::isnan(y)) continue;
      const Places here{{column.x[i]}, share * range};
      std::vector<double> sums(n_sums);
      for (std::size_t k = 0; k < n; ++k) {
        if (rows[k].unit % n_parts == rows[i].unit % n_parts) continue;
        const double other = mean_of(blocks.at(k), skip_none);
        if (!std::isnan(other)) here.add(column.x[k], other, sums);
      }
      const double predicted = local_line(sums);
      squares += std::isnan(predicted) ? y * y : (predicted - y) * (predicted - y);
    }
    if (squares < least) {
      least = squares;
      best = share * range;
    }
  }
  return best;
}

/// Where a curve first crosses one half, by straight lines between places.
double first_half(const std::vector<double>& x, std::span<const double> y) {
  for (std::size_t g = 0; g + 1 < x.size(); ++g) {
    const double here = y[g] - 0.5, next = y[g + 1] - 0.5;
    if (here == 0) return x[g];
    if (here * next < 0) return x[g] + (x[g + 1] - x[g]) * here / (here - next);
  }
  return none;
}

double peak_of(const std::vector<double>& x, std::span<const double> y) {
  std::size_t top = 0;
  for (std::size_t g = 0; g < x.size(); ++g)
    if (!(y[g] <= y[top])) top = std::isnan(y[g]) ? top : g;
  if (top == 0 || top + 1 >= x.size()) return none;
  constexpr double wide = 20;
  const bool by_log = x.front() > 0 && x.back() / x.front() >= wide;
  const auto scale = [&](std::size_t g) { return by_log ? std::log(x[g]) : x[g]; };
  const double left = scale(top - 1) - scale(top), right = scale(top + 1) - scale(top),
               fall_left = y[top - 1] - y[top], fall_right = y[top + 1] - y[top];
  const double curvature = fall_left * right - fall_right * left;
  if (curvature == 0) return none;
  const double place = scale(top) + (fall_left * right * right - fall_right * left * left) / (2 * curvature);
  return by_log ? std::exp(place) : place;
}

constexpr std::size_t most_distinct = 32;

Places choose_places(const std::vector<DesignRow>& rows, const DesignColumn& column, const Blocks& blocks) {
  constexpr std::size_t n_of_smooth = 25;
  const std::set<double> levels(column.x.begin(), column.x.end());
  Places places;
  if (column.n_levels > 0 && levels.size() <= most_distinct) {
    places.x.assign(levels.begin(), levels.end());
    return places;
  }
  const double range = *levels.rbegin() - *levels.begin();
  for (std::size_t g = 0; g < n_of_smooth; ++g)
    places.x.push_back(*levels.begin() + range * static_cast<double>(g) / (n_of_smooth - 1));
  places.half_window = choose_window(rows, column, blocks, range);
  return places;
}

GroupedSums sums_at(const Places& places, const std::vector<DesignRow>& rows, const DesignColumn& column,
                    const Blocks& blocks, bool is_drawn) {
  constexpr std::size_t most_groups = 16;
  const std::vector<double> nothing(n_sums * places.x.size());
  GroupedSums sums{.groups = {is_drawn ? std::min(most_groups, rows.back().unit + 1) : 1, nothing},
                   .without = {blocks.n_blocks > 2 ? blocks.n_blocks : 0, nothing}};
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const auto add = [&](std::size_t skip, std::vector<double>& to) {
      if (const double y = mean_of(blocks.at(i), skip); !std::isnan(y)) places.add(column.x[i], y, to);
    };
    add(skip_none, sums.groups[rows[i].unit % sums.groups.size()]);
    for (std::size_t k = 0; k < sums.without.size(); ++k) add(k, sums.without[k]);
  }
  return sums;
}

/// The values of a curve at its places; then where it crosses one half, and its peak.
std::vector<double> curve_values(const Places& places, std::span<const double> sums) {
  const std::size_t n = places.x.size();
  std::vector<double> values;
  for (std::size_t g = 0; g < n; ++g) values.push_back(local_line(sums.subspan(n_sums * g, n_sums)));
  const double half = first_half(places.x, values), peak = peak_of(places.x, values);
  values.insert(values.end(), {half, peak});
  return values;
}

}  // namespace

Curve estimate_curve(const std::vector<DesignRow>& rows, const DesignColumn& column, const Blocks& blocks,
                     bool is_drawn) {
  HANSA_EXPECT(rows.size() == blocks.n_points && column.x.size() == rows.size());
  const Places places = choose_places(rows, column, blocks);
  const std::vector<Estimate> estimates =
      jackknife(sums_at(places, rows, column, blocks, is_drawn),
                [&](std::span<const double> sums) { return curve_values(places, sums); });
  const std::size_t n = places.x.size();
  Curve curve{.x = places.x, .is_smooth = places.half_window > 0, .half_window = places.half_window};
  for (std::size_t g = 0; g < n; ++g)
    curve.y.push_back(on_scale(estimates[g], blocks.scale, !curve.is_smooth, is_drawn ? 0 : blocks.n_binary));
  curve.half = estimates[n];
  curve.peak = estimates[n + 1];
  return curve;
}

CurveShift estimate_shift(const std::vector<DesignRow>& rows, const DesignColumn& column,
                          const Blocks& blocks, const Blocks& minus, bool is_drawn) {
  HANSA_EXPECT(blocks.n_points == minus.n_points && blocks.n_blocks == minus.n_blocks);
  const Places of_one = choose_places(rows, column, blocks), of_other = choose_places(rows, column, minus);
  GroupedSums both = sums_at(of_one, rows, column, blocks, is_drawn);
  const GroupedSums other = sums_at(of_other, rows, column, minus, is_drawn);
  const auto append = [](auto& to, const auto& from) {
    for (std::size_t k = 0; k < to.size(); ++k) to[k].insert(to[k].end(), from[k].begin(), from[k].end());
  };
  append(both.groups, other.groups);
  append(both.without, other.without);
  const std::size_t n = of_one.x.size();
  const std::vector<Estimate> shifts = jackknife(both, [&](std::span<const double> sums) {
    const std::vector<double> one = curve_values(of_one, sums.first(n_sums * n)),
                              two = curve_values(of_other, sums.subspan(n_sums * n));
    return std::vector<double>{one[n] - two[n], one[n + 1] - two[n + 1]};
  });
  return {.half = shifts[0], .peak = shifts[1]};
}

PlaceInRange within_range(const Estimate& place, const Curve& curve) {
  PlaceInRange cut{.place = place};
  Interval& ci95 = cut.place.ci95;
  cut.is_from_below = ci95.lo < curve.x.front();
  cut.is_to_above = ci95.hi > curve.x.back();
  if (cut.is_from_below) ci95.lo = curve.x.front();
  if (cut.is_to_above) ci95.hi = curve.x.back();
  return cut;
}

namespace {

/// The places of points on one side of a map.
std::vector<double> sides_of(const DesignColumn& column) {
  const std::set<double> levels(column.x.begin(), column.x.end());
  std::vector<double> places = column.x;
  if (column.n_levels > 0 && levels.size() <= most_distinct) return places;
  constexpr double n_bins = 10;
  const double from = *levels.begin(), width = (*levels.rbegin() - from) / n_bins;
  for (double& place : places)
    place = from + (std::min(n_bins - 1, std::floor((place - from) / width)) + 0.5) * width;
  return places;
}

/// The mean of some points, by groups of those of the cell alone, so that few points have a wide interval.
Estimate mean_of_points(const std::vector<std::size_t>& points, const std::vector<DesignRow>& rows,
                        const Blocks& blocks, bool is_drawn) {
  constexpr std::size_t most_groups = 16;
  std::map<std::size_t, std::size_t> unit_here;
  for (const std::size_t i : points) unit_here.emplace(rows[i].unit, unit_here.size());
  const std::vector<double> nothing(2);
  GroupedSums sums{.groups = {is_drawn ? std::min(most_groups, unit_here.size()) : 1, nothing},
                   .without = {blocks.n_blocks > 2 ? blocks.n_blocks : 0, nothing}};
  const auto add = [](double y, std::vector<double>& to) {
    if (std::isnan(y)) return;
    to[0] += y;
    to[1] += 1;
  };
  for (const std::size_t i : points) {
    add(mean_of(blocks.at(i), skip_none), sums.groups[unit_here[rows[i].unit] % sums.groups.size()]);
    for (std::size_t k = 0; k < sums.without.size(); ++k) add(mean_of(blocks.at(i), k), sums.without[k]);
  }
  if (is_drawn && sums.groups.size() == 1) sums.without.clear();  // the choice of points cannot be told
  const Estimate mean =
      jackknife(sums, [](std::span<const double> s) { return std::vector<double>{s[0] / s[1]}; }).front();
  return on_scale(mean, blocks.scale, true, is_drawn ? 0 : blocks.n_binary);
}

}  // namespace

std::vector<Cell> map_outcome(const std::vector<DesignRow>& rows, const DesignColumn& x,
                              const DesignColumn& y, const Blocks& blocks, bool is_drawn) {
  const std::vector<double> across = sides_of(x), up = sides_of(y);
  std::map<std::pair<double, double>, std::vector<std::size_t>> cells;
  for (std::size_t i = 0; i < blocks.n_points; ++i) {
    std::vector<std::size_t>& points = cells[{across[i], up[i]}];
    if (!std::isnan(mean_of(blocks.at(i), skip_none))) points.push_back(i);
  }
  std::vector<Cell> found;
  for (const auto& [place, points] : cells) {
    Cell cell{.x = place.first, .y = place.second, .mean = {}, .n_points = points.size()};
    if (!points.empty()) cell.mean = mean_of_points(points, rows, blocks, is_drawn);
    found.push_back(cell);
  }
  return found;
}

}  // namespace hansa
