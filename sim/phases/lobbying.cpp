#include "sim/phases/lobbying.hpp"

#include <algorithm>
#include <cmath>

#include "scenarios/parameters/conference_params.hpp"
#include "scenarios/parameters/network_params.hpp"
#include "sim/networks/dials.hpp"
#include "support/numbers/reals.hpp"

namespace hansa {
namespace {

/// How far a message is in a player's win-set, 0 where it is worth no more than no agreement.      [0..1]
double gate_of(const Terms& terms, const Actor& actor, std::span<const double> message) {
  std::vector<double> asked(terms.n_issues()), own(terms.n_issues());
  for (std::size_t k = 0; k < terms.n_issues(); ++k) {
    const std::size_t d = terms.agenda[k];
    asked[k] = std::max(0.0, std::max(message[d], actor.position[d]) - terms.status_quo[k]);
    own[k] = std::max(0.0, actor.position[d] - terms.status_quo[k]);
  }
  const double gain_asked = gain_of(terms, actor, asked);
  const double gain_own = gain_of(terms, actor, own);
  return gain_asked > 0 && gain_own > 0 ? std::min(1.0, gain_asked / gain_own) : 0.0;
}

void move_towards(const Terms& terms, std::span<const double> message, double step,
                  std::span<double> position) {
  for (const std::size_t d : terms.agenda) position[d] += step * std::max(0.0, message[d] - position[d]);
}

/// Moves one player back towards the status quo.
void move_back(const Terms& terms, double step, std::span<double> position) {
  for (std::size_t k = 0; k < terms.n_issues(); ++k) {
    double& at = position[terms.agenda[k]];
    at -= step * std::max(0.0, at - terms.status_quo[k]);
  }
}

/// The states of a side agreement move each other, each within its own win-set.
void agree_beforehand(const LobbyingParams& params, const ConferenceFacts& conference, const Terms& terms,
                      World& world) {
  const std::size_t n_issues = world.facts->n_issues;
  std::vector<double> most(n_issues, 0.0);
  for (const std::size_t i : conference.side) {
    for (std::size_t d = 0; d < n_issues; ++d)
      most[d] = std::max(most[d], world.states.mandate[i * n_issues + d]);
  }
  for (const std::size_t i : conference.side) {
    if (world.states.paralysed[i]) continue;
    for (std::size_t v = world.vetoes.first[i]; v < world.vetoes.first[i + 1]; ++v) {
      const std::span<double> position = std::span(world.vetoes.lobbied).subspan(v * n_issues, n_issues);
      const std::vector<double> before(position.begin(), position.end());
      const double gate = gate_of(terms, actor_at(world, terms, i, before), most);
      move_towards(terms, most, params.side_pull * gate, position);
    }
    std::copy_n(&world.vetoes.lobbied[world.vetoes.first[i] * n_issues], n_issues,
                &world.states.mandate[i * n_issues]);
  }
}

/// A state's delegation at a conference, under pressure from cities.
struct Delegation {
  const LobbyingParams& params;
  const AllyParams& allies;
  const ConferenceFacts& conference;
  const World& world;
  std::size_t state;

  [[nodiscard]] double pressure_by(Channel channel) const {
    const Voice& voice = world.voice;
    const double weight = params.channels[channel], reach = voice.coverage * voice.attention_left;
    const bool open = world.now().openness[state] >= params.closed_below;
    switch (channel) {
      case Channel::Home:
        return weight * world.states.home_pressure[state];
      case Channel::Conference:
        return open ? weight * reach * voice.uncoordinated * voice.speaking : 0.0;
      case Channel::Coordination:  // weighted in the voice, by how far messages are pooled
        return open ? reach * (voice.coherence - voice.uncoordinated) * voice.access : 0.0;
      case Channel::Summit:
        return weight * (voice.strength() * voice.proclaimed);
      case Channel::Emulation:
        return conference.club[state] ? weight * (voice.strength() * voice.emulated) : 0.0;
      case Channel::Counter:
        return -weight * unanswered() * world.now().capture[state] * felt();
    }
    return 0.0;
  }

 private:
  /// The share of incumbents' response that allied firms do not offset.
  [[nodiscard]] double unanswered() const { return std::max(0.0, 1.0 - allies.firms); }
  /// The pressure by cities that incumbents respond to.
  [[nodiscard]] double felt() const {
    const double pressure = pressure_by(Channel::Home) + pressure_by(Channel::Conference);
    return std::max(0.0, pressure - params.counter_cost);
  }
};

}  // namespace

void press_at_home(const LobbyingParams& params, const AllyParams& allies, World& world) {
  const Facts& facts = *world.facts;
  world.pressure.influence = 1.0 - real_exp(-params.strength);
  std::fill(world.networks.declarations.begin(), world.networks.declarations.end(), 0);
  std::fill(world.states.home_pressure.begin(), world.states.home_pressure.end(), 0.0);
  for (std::size_t k = 0; k < world.networks.size(); ++k) {
    if (!world.networks.alive[k]) continue;
    const double part = part_in(world, k, Channel::Home);
    for (const CityId city : world.networks.members[k]) {
      const std::size_t c = index(city);
      const double memberships = static_cast<double>(world.cities.networks[c].size());
      world.states.home_pressure[index(facts.city_state[c])] +=
          facts.city_share[c] * world.cities.autonomy[c] * world.cities.attention[c] *
          world.networks.cohesion[k] / memberships * part;
    }
  }
  for (std::size_t i = 0; i < facts.n_states; ++i)
    world.states.home_pressure[i] *= 1.0 + allies.regions + allies.civil_society * world.now().democracy[i];
}

void declare(const LobbyingParams& params, const ConferenceFacts& conference, World& world) {
  const double chance = params.declaration_rate * conference.params->summit;
  for (std::size_t k = 0; k < world.networks.size(); ++k) {
    if (!world.networks.alive[k] || world.networks.share[k] <= 0) continue;
    const std::uint64_t pair = entity_key(world.networks.key[k], conference.key);
    if (world.draws.uniform(Purpose::Declaration, world.year, pair) >= chance) continue;
    ++world.networks.declarations[k];
    world.voice.declared += world.networks.share[k];
    world.voice.proclaimed += world.networks.share[k] * part_in(world, k, Channel::Summit);
    world.voice.emulated += world.networks.share[k] * part_in(world, k, Channel::Emulation);
  }
}

void gather_pressure(const LobbyingParams& params, const AllyParams& allies,
                     const ConferenceFacts& conference, World& world) {
  std::vector<double>& by_channel = world.pressure.by_channel;
  std::fill(by_channel.begin(), by_channel.end(), 0.0);
  for (std::size_t i = 0; i < world.facts->n_states; ++i) {
    if (!conference.present[i]) continue;
    const Delegation delegation{params, allies, conference, world, i};
    for (const Channel k : each<Channel>) by_channel[i * n_channels + index(k)] = delegation.pressure_by(k);
  }
}

void lobby(const LobbyingParams& params, const ConferenceFacts& conference, const Terms& terms,
           World& world) {
  const Facts& facts = *world.facts;
  const std::size_t n_issues = facts.n_issues;
  VetoStore& vetoes = world.vetoes;
  vetoes.lobbied = vetoes.position;
  const bool first = world.states.mandate.empty();
  if (first) world.states.mandate = world.states.position;
  for (std::size_t i = 0; i < facts.n_states; ++i) {
    if (!conference.present[i] || world.states.paralysed[i]) continue;
    double pressure = 0;
    for (std::size_t k = 0; k < n_channels; ++k) pressure += world.pressure.by_channel[i * n_channels + k];
    const double step = 1.0 - real_exp(-params.strength * std::abs(pressure));
    for (std::size_t v = vetoes.first[i]; v < vetoes.first[i + 1]; ++v) {
      const Actor actor =
          actor_at(world, terms, i, std::span(vetoes.position).subspan(v * n_issues, n_issues));
      const std::span<double> position = std::span(vetoes.lobbied).subspan(v * n_issues, n_issues);
      if (step > 0 && pressure > 0) {
        const double gate = params.gate * gate_of(terms, actor, world.voice.message) + (1.0 - params.gate);
        move_towards(terms, world.voice.message, step * gate, position);
      } else if (step > 0) {
        move_back(terms, step, position);
      }
    }
    std::copy_n(&vetoes.lobbied[vetoes.first[i] * n_issues], n_issues, &world.states.mandate[i * n_issues]);
  }
  agree_beforehand(params, conference, terms, world);
}

}  // namespace hansa
