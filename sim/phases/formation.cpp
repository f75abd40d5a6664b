#include "sim/phases/formation.hpp"

#include <algorithm>
#include <limits>

#include "sim/networks/birth.hpp"
#include "sim/networks/ending.hpp"
#include "sim/networks/joining.hpp"

namespace hansa {

void found_initial_networks(const NetworkParams& params, World& world) {
  if (!params.enabled || world.facts->n_cities == 0) return;
  const int from = world.facts->first_year;
  const int known = found_known(params, from, true, world.facts->initial_networks, world);
  found_generated(params, from - 1, std::max(0, world.facts->initial_networks - known), world);
}

void form_networks(const NetworkParams& params, const std::vector<int>& event_years, World& world) {
  world.networks.births = world.networks.deaths = world.networks.mergers = 0;
  if (!params.enabled || world.facts->n_cities == 0) return;
  const int n_births = world.draws.poisson(expected_births(params.births, event_years, world.year),
                                           Purpose::Births, world.year, 0);
  const int known = found_known(params, world.year, false, std::numeric_limits<int>::max(), world);
  found_generated(params, world.year, std::max(0, n_births - known), world);
  world.networks.births = std::max(n_births, known);
  invite(params, world);
  leave_networks(params, world);
  merge(params, world);
  end_networks(params, world);
}

}  // namespace hansa
