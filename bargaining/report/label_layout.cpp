#include "bargaining/report/label_layout.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numeric>

namespace hansa {

// Pool adjacent violators: less the gaps before them, places must not decrease.
std::vector<double> place_labels(const std::vector<double>& wishes, double gap, double least, double most) {
  const std::size_t n = wishes.size();
  std::vector<std::size_t> order(n);
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return wishes[a] < wishes[b]; });
  struct Pool {
    double sum;
    std::size_t n;
    [[nodiscard]] double mean() const { return sum / static_cast<double>(n); }
  };
  std::vector<Pool> pools;
  for (std::size_t k = 0; k < n; ++k) {
    pools.push_back({wishes[order[k]] - gap * static_cast<double>(k), 1});
    while (pools.size() > 1 && pools[pools.size() - 2].mean() >= pools.back().mean()) {
      pools[pools.size() - 2].sum += pools.back().sum;
      pools[pools.size() - 2].n += pools.back().n;
      pools.pop_back();
    }
  }
  const double last = std::max(least, most - gap * static_cast<double>(n > 0 ? n - 1 : 0));
  std::vector<double> places(n);
  std::size_t k = 0;
  for (const Pool& pool : pools)
    for (const std::size_t end = k + pool.n; k < end; ++k)
      places[order[k]] = std::clamp(pool.mean(), least, last) + gap * static_cast<double>(k);
  return places;
}

std::vector<double> round_ticks(double least, double most, int n) {
  const double rough = (most - least) / n;
  if (!(rough > 0)) return {least};
  const double power = std::pow(10.0, std::floor(std::log10(rough)));
  double step = 10.0 * power;
  for (const double factor : {5.0, 2.0, 1.0})
    if (factor * power >= rough * (1 - 1e-9)) step = factor * power;
  std::vector<double> ticks;
  const double first = std::ceil(least / step - 1e-9);
  for (double k = first; k * step <= most + 1e-9 * step; ++k) ticks.push_back(k * step + 0.0);
  return ticks;
}

}  // namespace hansa
