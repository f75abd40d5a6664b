#include "support/numbers/lorenz.hpp"

#include <algorithm>

namespace hansa {

Lorenz lorenz_of(std::vector<Holders> groups) {
  std::erase_if(groups, [](const Holders& group) { return group.n <= 0; });
  std::ranges::stable_sort(groups,
                           [](const Holders& a, const Holders& b) { return a.held * b.n < b.held * a.n; });
  double n = 0, held = 0;
  for (const Holders& group : groups) {
    n += group.n;
    held += group.held;
  }
  Lorenz curve;
  if (held <= 0) return curve;
  double holders = 0, share = 0, twice_area = 0;
  curve.points.push_back({0, 0});
  for (std::size_t k = 0; k < groups.size(); ++k) {
    const double before = share;
    holders += groups[k].n / n;
    share += groups[k].held / held;
    twice_area += groups[k].n / n * (before + share);
    const bool goes_on =
        k + 1 < groups.size() && groups[k].held * groups[k + 1].n == groups[k + 1].held * groups[k].n;
    if (!goes_on) curve.points.push_back({holders, share});
  }
  curve.points.back() = {1, 1};
  curve.gini = 1.0 - twice_area;
  return curve;
}

Lorenz thinned(Lorenz curve, std::size_t n) {
  if (curve.points.size() <= n + 2) return curve;
  std::vector<std::array<double, 2>> kept = {curve.points.front()};
  for (std::size_t k = 1; k + 1 < curve.points.size(); ++k) {
    const double step = 1.0 / static_cast<double>(n + 1);
    // along both axes, so that a steep end keeps its form
    if (curve.points[k][0] - kept.back()[0] + curve.points[k][1] - kept.back()[1] >= 2 * step)
      kept.push_back(curve.points[k]);
  }
  kept.push_back(curve.points.back());
  curve.points = std::move(kept);
  return curve;
}

}  // namespace hansa
