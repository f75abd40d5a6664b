#include "sim/record/network_pressure.hpp"

#include <numeric>

#include "sim/networks/dials.hpp"
#include "support/numbers/expect.hpp"

namespace hansa {
namespace {

/// The shares of values in their sum; all 0 if they sum to 0.
std::vector<double> shares_of(std::vector<double> values) {
  const double sum = std::accumulate(values.begin(), values.end(), 0.0);
  for (double& value : values) value = sum > 0 ? value / sum : 0.0;
  return values;
}

/// The mean nearness of its members' best doors, by their part in its reach.
double mean_door(const World& world, const ConferenceFacts& conference, std::size_t k) {
  const Facts& facts = *world.facts;
  double reach = 0, near = 0;
  for (const CityId city : world.networks.members[k]) {
    const std::size_t c = index(city);
    if (!conference.present[index(facts.city_state[c])]) continue;
    const double part = facts.city_capacity[c] * world.cities.resources[c] /
                        static_cast<double>(world.cities.networks[c].size());
    reach += part;
    near += part * world.voice.city_door[c];
  }
  return reach > 0 ? near / reach : 0.0;
}

}  // namespace

PressureParts::PressureParts(const World& world, const ConferenceFacts& conference,
                             const std::vector<char>& declared)
    : world_(world), home_(world.facts->n_states, 0.0) {
  const NetworkStore& networks = world.networks;
  HANSA_EXPECT(declared.size() == networks.size());
  for (std::size_t k = 0; k < networks.size(); ++k) {
    if (networks.alive[k]) add_home(k, home_);
    access_.push_back(networks.share[k] > 0 ? networks.share[k] * mean_door(world, conference, k) : 0.0);
    speaking_.push_back(access_[k] * part_in(world, k, Channel::Conference));
    body_.push_back(networks.coordinated[k] ? networks.share[k] * part_in(world, k, Channel::Coordination)
                                            : 0.0);
    summit_.push_back(declared[k] ? networks.share[k] * part_in(world, k, Channel::Summit) : 0.0);
    emulation_.push_back(declared[k] ? networks.share[k] * part_in(world, k, Channel::Emulation) : 0.0);
  }
  for (std::vector<double>* parts : {&speaking_, &body_, &summit_, &emulation_})
    *parts = shares_of(std::move(*parts));
}

void PressureParts::add_home(std::size_t k, std::vector<double>& by_state) const {
  const Facts& facts = *world_.facts;
  const double part = part_in(world_, k, Channel::Home);
  for (const CityId city : world_.networks.members[k]) {
    const std::size_t c = index(city);
    by_state[index(facts.city_state[c])] += facts.city_share[c] * world_.cities.autonomy[c] *
                                            world_.cities.attention[c] * world_.networks.cohesion[k] /
                                            static_cast<double>(world_.cities.networks[c].size()) * part;
  }
}

std::vector<double> PressureParts::of(std::size_t k) const {
  const std::size_t n_states = world_.facts->n_states;
  std::vector<double> parts(n_channels * n_states, 0.0), home(n_states, 0.0);
  add_home(k, home);
  for (std::size_t i = 0; i < n_states; ++i) {
    const double* whole = &world_.pressure.by_channel[i * n_channels];
    const auto part = [&](Channel channel, double share) {
      parts[index(channel) * n_states + i] = share * whole[index(channel)];
      return parts[index(channel) * n_states + i];
    };
    const double at_home = part(Channel::Home, home_[i] > 0 ? home[i] / home_[i] : 0.0);
    const double there = part(Channel::Conference, speaking_[k]);
    part(Channel::Coordination, body_[k]);
    part(Channel::Summit, summit_[k]);
    part(Channel::Emulation, emulation_[k]);
    const double answered = whole[index(Channel::Home)] + whole[index(Channel::Conference)];
    part(Channel::Counter, answered > 0 ? (at_home + there) / answered : 0.0);
  }
  return parts;
}

}  // namespace hansa
