#include <cmath>

#include <nlohmann/json.hpp>

#include "analysis/report/page_numbers.hpp"
#include "sweeps/page/sweep_parts.hpp"

namespace hansa {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t most_curves = 6;                            // of an outcome in a contrast
constexpr std::size_t most_paired = 4;                            // of an outcome
constexpr std::size_t most_cells = 10'000, cells_of_a_map = 100;  // a cell takes some 33 bytes of the page

/// How many parameters are shown in pairs: fewer where there are many outcomes and contrasts.
std::size_t n_paired(const SweepFindings& found) {
  const std::size_t n_blocks = found.runs.names.size() * contrasts_of(found.plan.sweep).size();
  std::size_t n = most_paired;
  while (n > 2 && n_blocks * n * (n - 1) / 2 * cells_of_a_map > most_cells) --n;
  return n;
}

}  // namespace

Json mean_part(const SweepFindings& found) {
  Json list = Json::array();
  const std::vector<Contrast> contrasts = contrasts_of(found.plan.sweep);
  for (std::size_t o = 0; o < found.runs.names.size(); ++o) {
    for (std::size_t k = 0; k < contrasts.size(); ++k) {
      const std::optional<Blocks> blocks = blocks_of(found, o, contrasts[k]);
      if (!blocks) continue;
      list.push_back({{"outcome", o},
                      {"contrast", k},
                      {"mean", estimate_part(mean_over_design(found, *blocks))},
                      {"empty", blocks->n_empty}});
    }
  }
  return list;
}

Json curve_part(const SweepFindings& found) {
  const Sweep& sweep = found.plan.sweep;
  const bool is_drawn = sweep.design != Design::Grid;
  const std::vector<Contrast> contrasts = contrasts_of(sweep);
  Json list = Json::array();
  for (std::size_t o = 0; o < found.runs.names.size(); ++o) {
    const std::vector<std::size_t> shown = parameters_that_matter(found, o, most_curves);
    for (std::size_t k = 0; k < contrasts.size(); ++k) {
      const std::optional<Blocks> blocks = blocks_of(found, o, contrasts[k]);
      if (!blocks) continue;
      for (const std::size_t j : shown) {
        const DesignColumn& column = found.columns[j];
        const Curve curve = estimate_curve(found.rows, column, *blocks, is_drawn);
        Json y = Json::array(), low = Json::array(), high = Json::array();
        for (const Estimate& estimate : curve.y) {
          y.push_back(rounded(estimate.value));
          low.push_back(rounded(estimate.ci95.lo));
          high.push_back(rounded(estimate.ci95.hi));
        }
        Json json = {{"outcome", o},
                     {"contrast", k},
                     {"parameter", j},
                     {"x", rounded(curve.x)},
                     {"y", y},
                     {"low", low},
                     {"high", high},
                     {"smooth", curve.is_smooth},
                     {"half_window", rounded(curve.half_window)}};
        if (sweep.parameters[j].number && !contrasts[k].minus) {
          if (found.runs.names[o].column == "adopted") json["half"] = place_part(curve.half, curve);
          json["peak"] = has_peak(curve) ? place_part(curve.peak, curve) : Json(nullptr);
        }
        list.push_back(std::move(json));
      }
    }
  }
  return list;
}

Json map_part(const SweepFindings& found) {
  const bool is_drawn = found.plan.sweep.design != Design::Grid;
  const std::vector<Contrast> contrasts = contrasts_of(found.plan.sweep);
  Json list = Json::array();
  for (std::size_t o = 0; o < found.runs.names.size(); ++o) {
    const std::vector<std::size_t> shown = parameters_that_matter(found, o, n_paired(found));
    for (std::size_t k = 0; k < contrasts.size(); ++k) {
      const std::optional<Blocks> blocks = blocks_of(found, o, contrasts[k]);
      for (std::size_t a = 0; blocks && a < shown.size(); ++a) {
        for (std::size_t b = a + 1; b < shown.size(); ++b) {
          Json cells = Json::array();
          for (const Cell& cell :
               map_outcome(found.rows, found.columns[shown[a]], found.columns[shown[b]], *blocks, is_drawn))
            cells.push_back({rounded(cell.x), rounded(cell.y), cell.n_points, rounded(cell.mean.value),
                             rounded(cell.mean.ci95.lo), rounded(cell.mean.ci95.hi)});
          list.push_back({{"outcome", o},
                          {"contrast", k},
                          {"x", shown[a]},
                          {"y", shown[b]},
                          {"cells", std::move(cells)}});
        }
      }
    }
  }
  return list;
}

}  // namespace hansa
