#include "sim/record/network_record.hpp"

#include <algorithm>
#include <bit>
#include <cmath>

#include "scenarios/parameters/scenario.hpp"
#include "sim/record/network_pressure.hpp"
#include "support/numbers/expect.hpp"

namespace hansa {
namespace {

constexpr std::size_t count_columns() {
  std::size_t n = 0;
  NetworkRecord::columns([&n](auto, const ColumnInfo&) { ++n; });
  return n;
}

// every member is a column
static_assert(sizeof(NetworkRecord) == count_columns() * sizeof(std::vector<double>),
              "a member of NetworkRecord is not declared in NetworkRecord::columns()");

/// The root mean square over the agenda of the difference between a network's message and that of all.
double distance_of(const World& world, std::size_t k, const std::vector<std::size_t>& agenda) {
  double sum = 0;
  for (const std::size_t d : agenda) {
    const double gap = world.networks.message[k * world.facts->n_issues + d] - world.voice.message[d];
    sum += gap * gap;
  }
  return agenda.empty() ? missing_value<double>() : std::sqrt(sum / static_cast<double>(agenda.size()));
}

void keep_classes(const World& world, std::size_t year, NetworkRecord& record) {
  const NetworkStore& networks = world.networks;
  for (std::size_t k = 0; k < networks.size(); ++k) {
    if (networks.known[k] < 0 && !networks.members[k].empty())
      ++record.generated_by_size[year * n_sizes + size_class(networks.members[k].size())];
  }
  for (const std::vector<NetworkId>& held : world.cities.networks) {
    const auto n_generated = static_cast<std::size_t>(std::count_if(
        held.begin(), held.end(), [&](NetworkId network) { return networks.known[index(network)] < 0; }));
    ++record.cities_by_degree[year * n_degrees + degree_class(held.size())];
    ++record.cities_by_generated[year * n_degrees + degree_class(n_generated)];
  }
}

}  // namespace

NetworkRecord make_network_record(const Facts& facts) {
  auto record = make_blank<NetworkRecord>(facts);
  std::fill(record.network_state_pressure.begin(), record.network_state_pressure.end(), 0.0);
  return record;
}

int known_row(const World& world, std::size_t k) {
  return world.networks.alive[k] && !world.networks.members[k].empty() ? world.networks.known[k] : -1;
}

std::size_t size_class(std::size_t n_members) {
  HANSA_EXPECT(n_members > 0);
  return std::min<std::size_t>(n_sizes, static_cast<std::size_t>(std::bit_width(n_members))) - 1;
}

std::size_t degree_class(std::size_t n_networks) { return std::min(n_networks, n_degrees - 1); }

void keep_networks(const World& world, NetworkRecord& record) {
  const Facts& facts = *world.facts;
  const NetworkStore& networks = world.networks;
  const std::size_t n_years = facts.years.size(), n_issues = facts.n_issues;
  const auto y = static_cast<std::size_t>(world.year - facts.first_year);
  HANSA_EXPECT(y < n_years);
  for (std::size_t k = 0; k < networks.size(); ++k) {
    const int known = known_row(world, k);
    if (known < 0) continue;
    const std::size_t at = static_cast<std::size_t>(known) * n_years + y;
    record.network_members[at] = static_cast<std::int32_t>(networks.members[k].size());
    record.network_share[at] = networks.share[k];
    record.network_soft_power[at] = networks.soft_power[k];
    record.network_rung[at] = static_cast<std::uint8_t>(1 + index(networks.rung(k)));
    std::copy_n(&networks.message[k * n_issues], n_issues, &record.network_message[at * n_issues]);
  }
  keep_classes(world, y, record);
  for (std::size_t c = 0; c < facts.n_cities; ++c) {
    record.city_networks[c * n_years + y] = static_cast<double>(world.cities.networks[c].size());
    record.city_attention[c * n_years + y] = world.cities.attention[c];
    record.city_door[c * n_years + y] = world.voice.city_door[c];
  }
}

void keep_networks_at(std::size_t conference, const World& world, const std::vector<char>& declared,
                      NetworkRecord& record) {
  const Facts& facts = *world.facts;
  const std::size_t n_conferences = facts.conferences.size(), n_states = facts.n_states;
  const PressureParts parts(world, facts.conferences[conference], declared);
  for (std::size_t k = 0; k < world.networks.size(); ++k) {
    const int known = known_row(world, k);
    if (known < 0) continue;
    const std::size_t at = static_cast<std::size_t>(known) * n_conferences + conference;
    record.network_distance[at] = distance_of(world, k, facts.conferences[conference].agenda);
    record.network_declared[at] = declared[k] ? 1 : 0;
    const std::vector<double> pressure = parts.of(k);
    std::copy(pressure.begin(), pressure.end(), &record.network_state_pressure[at * n_channels * n_states]);
    record.network_pressure[at] = 0;
    for (std::size_t j = 0; j < pressure.size(); ++j)
      record.network_pressure[at] += world.now().power[j % n_states] * pressure[j];
  }
}

}  // namespace hansa
