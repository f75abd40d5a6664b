#include "analysis/clustered_mean.hpp"

#include <algorithm>
#include <cmath>

#include "agents/draws.hpp"
#include "agents/expect.hpp"

namespace hansa {
namespace {

constexpr std::uint32_t n_samples = 2000;

struct Cluster {
  double sum = 0;
  std::size_t n = 0;
};

}  // namespace

BootstrappedMean clustered_mean(std::span<const double> values, std::span<const std::size_t> cluster,
                                std::uint64_t seed) {
  HANSA_EXPECT(values.size() == cluster.size());
  std::vector<Cluster> clusters;
  Cluster all;
  for (std::size_t k = 0; k < values.size(); ++k) {
    if (std::isnan(values[k])) continue;
    if (cluster[k] >= clusters.size()) clusters.resize(cluster[k] + 1);
    for (Cluster* one : {&clusters[cluster[k]], &all}) {
      one->sum += values[k];
      one->n += 1;
    }
  }
  std::erase_if(clusters, [](const Cluster& one) { return one.n == 0; });
  if (clusters.empty()) return {};
  std::vector<double> means;
  for (std::uint32_t sample = 0; sample < n_samples; ++sample) {
    const Draws draws(seed, sample);
    Cluster drawn;
    for (std::size_t k = 0; k < clusters.size(); ++k) {
      const double u = draws.uniform(Purpose::Resampling, 0, k);
      const Cluster& one = clusters[static_cast<std::size_t>(static_cast<double>(clusters.size()) * u)];
      drawn.sum += one.sum;
      drawn.n += one.n;
    }
    means.push_back(drawn.sum / static_cast<double>(drawn.n));
  }
  std::sort(means.begin(), means.end());
  constexpr std::size_t tail = n_samples / 40;  // 2.5 %
  return {all.sum / static_cast<double>(all.n), means[tail], means[n_samples - 1 - tail], all.n};
}

}  // namespace hansa
