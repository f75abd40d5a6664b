#include "sim/phases/deliberation.hpp"

#include <algorithm>

namespace hansa {
namespace {

constexpr double largest_variance = 0.25;  // of positions in [0, 1]

void agree(const NetworkParams& params, std::size_t k, World& world, std::vector<double>& mean,
           std::vector<double>& square) {
  const Facts& facts = *world.facts;
  const std::size_t n_issues = facts.n_issues;
  std::fill(mean.begin(), mean.end(), 0.0);
  std::fill(square.begin(), square.end(), 0.0);
  double sum = 0;
  for (const CityId city : world.networks.members[k]) {
    const std::size_t c = index(city);
    const double weight =
        facts.city_capacity[c] * world.cities.resources[c] * std::max(world.cities.attention[c], 1e-6);
    const double* z = &world.cities.position[c * n_issues];
    sum += weight;
    for (std::size_t d = 0; d < n_issues; ++d) {
      mean[d] += weight * z[d];
      square[d] += weight * z[d] * z[d];
    }
  }
  double variance = 0;
  for (std::size_t d = 0; d < n_issues; ++d) {
    const double m = mean[d] / sum;
    variance += std::max(0.0, square[d] / sum - m * m);
    const double focus = world.networks.focus[k * (n_issues + 1) + d] * static_cast<double>(n_issues + 1);
    world.networks.message[k * n_issues + d] =
        std::clamp(m + params.message_spread * (focus - 1.0) * m * (1.0 - m), 0.0, 1.0);
  }
  world.networks.cohesion[k] = 1.0 - variance / (static_cast<double>(n_issues) * largest_variance);
}

double within_budget(double office, double spent) { return spent > 0 ? office / (office + spent) : 1.0; }
double hyperbolic(double /*office*/, double spent) { return 1.0 / (1.0 + spent); }
double linear(double /*office*/, double spent) { return std::max(0.0, 1.0 - spent); }

}  // namespace

double attention_left(const NetworkParams& params, double office, std::size_t m) {
  constexpr By<Attention, double (*)(double, double)> forms = {within_budget, hyperbolic, linear};
  return forms[params.attention](office, params.attention_cost * static_cast<double>(m));
}

void deliberate(const NetworkParams& params, World& world) {
  for (std::size_t c = 0; c < world.facts->n_cities; ++c) {
    const double office = world.facts->city_capacity[c] * world.cities.resources[c];
    world.cities.attention[c] = attention_left(params, office, world.cities.networks[c].size());
  }
  std::vector<double> mean(world.facts->n_issues), square(world.facts->n_issues);
  for (std::size_t k = 0; k < world.networks.size(); ++k) {
    if (world.networks.alive[k] && !world.networks.members[k].empty()) agree(params, k, world, mean, square);
  }
}

}  // namespace hansa
