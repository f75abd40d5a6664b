#include "analysis/naming.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

namespace hansa {

double scale_of(std::string_view metric, double mean_in_full) {
  constexpr std::array<std::string_view, 4> shares = {"adopted", "in_force", "participation",
                                                      "participation_unconditional"};
  return std::find(shares.begin(), shares.end(), metric) != shares.end() ? 1.0 : std::abs(mean_in_full);
}

std::vector<double> holm(std::span<const double> p) {
  std::vector<std::size_t> order(p.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::erase_if(order, [&](std::size_t k) { return std::isnan(p[k]); });
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return p[a] < p[b]; });
  std::vector<double> adjusted(p.begin(), p.end());
  double least = 0;
  for (std::size_t k = 0; k < order.size(); ++k) {
    least = std::max(least, std::min(1.0, static_cast<double>(order.size() - k) * p[order[k]]));
    adjusted[order[k]] = least;
  }
  return adjusted;
}

void name_differences(std::span<const Candidate> candidates, double smallest) {
  constexpr double chance = 0.05;
  std::vector<double> p;
  for (const Candidate& one : candidates) p.push_back(one.difference->p);
  const std::vector<double> adjusted = holm(p);
  for (std::size_t k = 0; k < candidates.size(); ++k) {
    PairedDifference& difference = *candidates[k].difference;
    difference.p_adjusted = adjusted[k];
    difference.named = adjusted[k] <= chance && difference.mean != 0 &&
                       std::abs(difference.mean) >= smallest * candidates[k].scale;
  }
}

}  // namespace hansa
