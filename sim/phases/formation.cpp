#include "sim/phases/formation.hpp"

#include <algorithm>

#include "sim/networks/accreditation.hpp"
#include "sim/networks/birth.hpp"
#include "sim/networks/dials.hpp"
#include "sim/networks/ending.hpp"
#include "sim/networks/joining.hpp"
#include "sim/networks/succession.hpp"

namespace hansa {
namespace {

int n_living(const World& world) {
  return static_cast<int>(std::count(world.networks.alive.begin(), world.networks.alive.end(), 1));
}

/// A Poisson count, drawn in parts of at most 400, since a draw has a mean below 500.
int draw_births(double expected, const World& world) {
  constexpr double most = 400;
  int n_births = 0;
  for (std::uint64_t part = 0; expected > 0; ++part, expected -= most)
    n_births += world.draws.poisson(std::min(expected, most), Purpose::Births, world.year, part);
  return n_births;
}

}  // namespace

void found_initial_networks(const NetworkParams& params, World& world) {
  if (!params.enabled || world.facts->n_cities == 0) return;
  const int from = world.facts->first_year;
  found_known(params, from, true, world);
  accredit(params.accreditation, world);
  hand_over(world);
  std::fill(world.networks.soft_power.begin(), world.networks.soft_power.end(), 1.0);
  const int taken = n_living(world) + n_places_kept(world);
  found_generated(params, from - 1, std::max(0, world.facts->initial_networks - taken), world);
  age_generated(params.births, world);
}

void form_networks(const NetworkParams& params, const std::vector<int>& event_years, World& world) {
  world.networks.births = world.networks.deaths = world.networks.mergers = 0;
  if (!params.enabled || world.facts->n_cities == 0) return;
  const int n_births =
      draw_births(expected_births(params.births, event_years, n_living(world), world.year), world);
  const std::size_t n_before = world.networks.size();
  const int known = found_known(params, world.year, false, world);
  found_generated(params, world.year, std::max(0, n_births - known), world);
  world.networks.births = static_cast<int>(world.networks.size() - n_before);
  end_absent(world);
  hand_over(world);
  join_networks(params, world);
  leave_networks(params, world);
  merge(params, world);
  merge_domains(params, world);
  end_networks(params, world);
  accredit(params.accreditation, world);
  take_seats(world);
}

}  // namespace hansa
