#include "sim/phases/voice.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

#include "sim/networks/dials.hpp"
#include "support/numbers/reals.hpp"

namespace hansa {
namespace {

/// The rung of a network at a conference.
Access rung_of(const Alliance& alliance, const Hearing& hearing, const World& world, std::size_t k) {
  const bool in_body = world.networks.coordinated[k] && alliance.coordinating;
  const Access own =
      seat_of(world, k).value_or(std::min(world.networks.rung(k, hearing.forum), hearing.admitted));
  return std::max(own, in_body ? hearing.coordinating_body : Access::None);
}

/// The city capacity engaged, and the same weighted by attention.
struct Engaged {
  double capacity = 0, attentive = 0;
};

/// (city) What it has of the networks' reach, and its best door.
struct Doors {
  std::vector<double> heard;  // its part in the reach of its networks
  std::vector<double> door;   // nearness of the best of them

  explicit Doors(std::size_t n_cities) : heard(n_cities, 0.0), door(n_cities, 0.0) {}
  void add(std::size_t city, double reach, double near) {
    heard[city] += reach;
    door[city] = std::max(door[city], near);
  }
  /// (state) Writes its cities' part of the access, as a share of the total reach.
  void sum(const Facts& facts, double total, std::vector<double>& by_state) const {
    std::fill(by_state.begin(), by_state.end(), 0.0);
    for (std::size_t c = 0; c < facts.n_cities; ++c)
      by_state[index(facts.city_state[c])] += heard[c] * door[c];
    for (double& access : by_state) access = total > 0 ? access / total : 0.0;
  }
};

double sum_of(const std::vector<double>& values) {
  return std::accumulate(values.begin(), values.end(), 0.0);
}

/// Whether a network speaks with more or less than its own weight.
bool speech_differs(const World& world) {
  for (std::size_t k = 0; k < world.networks.size(); ++k)
    if (part_in(world, k, Channel::Conference) != 1.0) return true;
  return false;
}

/// Writes networks.share, voice.city_access, voice.city_door and voice.speaking.
Engaged share_reach(const Alliance& alliance, const Hearing& hearing, World& world) {
  const Facts& facts = *world.facts;
  const double invited = hearing.admitted >= Access::Invited ? alliance.nearness[Access::Invited] : 0.0;
  std::vector<double> part_of(facts.n_cities, 0.0);  // (city) its capacity, split over its memberships
  const bool some_differ = speech_differs(world);
  Doors all(facts.n_cities), speaking(some_differ ? facts.n_cities : 0);
  for (std::size_t c = 0; c < facts.n_cities; ++c) {
    if (!hearing.present[index(facts.city_state[c])] || world.cities.networks[c].empty()) continue;
    part_of[c] = facts.city_capacity[c] * world.cities.resources[c] /
                 static_cast<double>(world.cities.networks[c].size());
  }
  Engaged engaged;
  double total = 0;
  for (std::size_t k = 0; k < world.networks.size(); ++k) {
    const double power = world.networks.soft_power[k], weight = 0.5 * (1.0 + power / (1.0 + power));
    const double near = alliance.nearness[rung_of(alliance, hearing, world, k)];
    const double speaks = part_in(world, k, Channel::Conference);
    double reach = 0;
    for (const CityId city : world.networks.members[k]) {
      const std::size_t c = index(city);
      const std::size_t i = index(facts.city_state[c]);
      if (!hearing.present[i]) continue;
      const double part = part_of[c];
      reach += part;
      const double nearest =
          world.now().openness[i] >= alliance.invites_from ? std::max(near, invited) : near;
      all.add(c, weight * part, nearest);
      if (some_differ && speaks > 0) speaking.add(c, speaks * (weight * part), nearest);
      engaged.attentive += part * world.cities.attention[c];
    }
    engaged.capacity += reach;
    world.networks.share[k] = world.networks.alive[k] ? reach * weight : 0.0;
    total += world.networks.share[k];
  }
  all.sum(facts, total, world.voice.city_access);
  std::vector<double> by_state = world.voice.city_access;
  if (some_differ) speaking.sum(facts, total, by_state);
  world.voice.speaking = sum_of(by_state);
  world.voice.city_door = std::move(all.door);
  for (double& share : world.networks.share) share = total > 0 ? share / total : 0.0;
  return engaged;
}

/// The share-weighted mean message of the networks in the coordinating body (on every issue).
std::vector<double> pooled_message(const World& world) {
  const std::size_t n_issues = world.facts->n_issues;
  std::vector<double> pool(n_issues, 0.0);
  double sum = 0;
  for (std::size_t k = 0; k < world.networks.size(); ++k) {
    if (!world.networks.coordinated[k] || world.networks.share[k] <= 0) continue;
    sum += world.networks.share[k];
    for (std::size_t d = 0; d < n_issues; ++d)
      pool[d] += world.networks.share[k] * world.networks.message[k * n_issues + d];
  }
  for (double& value : pool) value = sum > 0 ? value / sum : 0.0;
  return pool;
}

/// Mean resultant length of messages, the coordinated ones moved towards the pool by `pooling`. Writes the
/// mean message.
double resultant(const World& world, std::span<const std::size_t> agenda, const std::vector<double>& pool,
                 double pooling, std::vector<double>& mean_message) {
  const std::size_t n_issues = world.facts->n_issues, width = n_issues + 1;
  std::vector<double> sum(agenda.size() + 1, 0.0), direction(agenda.size() + 1);
  std::fill(mean_message.begin(), mean_message.end(), 0.0);
  for (std::size_t k = 0; k < world.networks.size(); ++k) {
    const double share = world.networks.share[k];
    if (share <= 0) continue;
    const double pooled = world.networks.coordinated[k]
                              ? std::min(1.0, pooling * part_in(world, k, Channel::Coordination))
                              : 0.0;
    const double* focus = &world.networks.focus[k * width];
    const double* own = &world.networks.message[k * n_issues];
    double off_agenda = 1.0, length = 0;
    for (std::size_t j = 0; j < agenda.size(); ++j) {
      const std::size_t d = agenda[j];
      const double message = own[d] + pooled * (pool[d] - own[d]);
      direction[j] = std::sqrt(focus[d]) * (message - world.status_quo[d]);
      off_agenda -= focus[d];
    }
    direction[agenda.size()] = std::sqrt(std::max(0.0, off_agenda));
    for (const double part : direction) length += part * part;
    for (std::size_t d = 0; d < n_issues; ++d)
      mean_message[d] += share * (own[d] + pooled * (pool[d] - own[d]));
    if (length <= 0) continue;
    for (std::size_t j = 0; j < sum.size(); ++j) sum[j] += share * direction[j] / std::sqrt(length);
  }
  double squares = 0;
  for (const double part : sum) squares += part * part;
  return std::sqrt(squares);
}

}  // namespace

void measure_voice(const VoiceParams& params, const Alliance& alliance, const Hearing& hearing,
                   World& world) {
  const Facts& facts = *world.facts;
  Voice& voice = world.voice;
  voice = Voice{.city_access = std::move(voice.city_access),
                .city_door = std::move(voice.city_door),
                .message = std::move(voice.message)};
  std::fill(voice.city_access.begin(), voice.city_access.end(), 0.0);
  std::fill(voice.message.begin(), voice.message.end(), 0.0);
  const Engaged engaged = share_reach(alliance, hearing, world);
  if (engaged.capacity <= 0) return;

  const double share = std::min(1.0, alliance.reach * engaged.capacity / static_cast<double>(facts.n_cities));
  voice.coverage = (1.0 - real_exp(-params.saturation * share)) / (1.0 - real_exp(-params.saturation));
  voice.attention_left = engaged.attentive / engaged.capacity;
  for (std::size_t k = 0; k < world.networks.size(); ++k) {
    const double p = world.networks.share[k];
    voice.concentration += p * p;
    voice.drafting += rung_of(alliance, hearing, world, k) == Access::Drafting ? p : 0.0;
  }
  voice.access = sum_of(voice.city_access);
  const std::vector<double> pool = pooled_message(world);
  voice.uncoordinated = resultant(world, hearing.agenda, pool, 0.0, voice.message);
  voice.coherence =
      resultant(world, hearing.agenda, pool, alliance.coordinating ? alliance.pooling : 0.0, voice.message);
  const double hhi = voice.concentration;
  voice.correlation = hhi < 1.0 ? (voice.coherence * voice.coherence - hhi) / (1.0 - hhi) : 1.0;
}

}  // namespace hansa
