#include "sim/networks/birth.hpp"

#include <algorithm>
#include <limits>

namespace hansa {
namespace {

/// The share `focus` goes to the main issue; the other issues and "all else" split the rest evenly.
std::vector<double> focus_on(std::size_t main, std::size_t n_issues, double focus) {
  std::vector<double> result(n_issues + 1, (1.0 - focus) / static_cast<double>(n_issues));
  result[main] = focus;
  return result;
}

void add_network(const NetworkParams& params, std::uint64_t key, int known, int founded, std::size_t issue,
                 bool coordinated, World& world) {
  NetworkStore& networks = world.networks;
  const std::size_t n_issues = world.facts->n_issues;
  const std::vector<double> focus = focus_on(issue, n_issues, params.focus);
  networks.alive.push_back(1);
  networks.key.push_back(key);
  networks.known.push_back(known);
  networks.successor.push_back(-1);
  networks.founded.push_back(founded);
  networks.focus.insert(networks.focus.end(), focus.begin(), focus.end());
  networks.coordinated.push_back(coordinated);
  networks.members.emplace_back();
  networks.message.resize(networks.message.size() + n_issues, std::numeric_limits<double>::quiet_NaN());
  networks.cohesion.push_back(1.0);
  networks.share.push_back(0.0);
  networks.declarations.push_back(0);
  networks.soft_power.push_back(1.0);
  networks.rungs.resize(networks.rungs.size() + n_forums, Access::None);
}

bool coordinates(const NetworkParams& params, std::uint64_t key, const Draws& draws) {
  return draws.uniform(Purpose::Coordination, 0, key) < params.coordination;
}

}  // namespace

double expected_births(const BirthParams& params, const std::vector<int>& event_years, int n_networks,
                       int year) {
  const auto held = [&](int y) {
    return std::find(event_years.begin(), event_years.end(), y) != event_years.end();
  };
  const double event = held(year) ? 1.0 : held(year - 1) || held(year + 1) ? 0.5 : 0.0;
  return params.growth * n_networks + params.event * event;
}

int found_known(const NetworkParams& params, int year, bool earlier, World& world) {
  const Facts& facts = *world.facts;
  int n_due = 0;
  for (std::size_t k = 0; k < facts.networks.size(); ++k) {
    const KnownNetwork& network = facts.networks[k];
    const bool due = earlier ? network.founded < year : network.founded == year;
    if (!due) continue;
    ++n_due;
    if (network.absent_from <= year) continue;
    const bool coordinated = params.coordination > 0 && (network.domain == Domain::General ||
                                                         coordinates(params, network.key, world.draws));
    add_network(params, network.key, static_cast<int>(k), network.founded, network.issue, coordinated, world);
  }
  return n_due;
}

void found_generated(const NetworkParams& params, int year, int n, World& world) {
  const std::size_t n_focuses = world.facts->n_issues + 1;
  for (int j = 0; j < n; ++j) {
    const std::uint64_t key = entity_key(static_cast<std::uint64_t>(year), static_cast<std::uint64_t>(j));
    const double u = world.draws.uniform(Purpose::FocusIssue, year, key);
    const auto issue = static_cast<std::size_t>(u * static_cast<double>(n_focuses));
    add_network(params, key, -1, year, issue, coordinates(params, key, world.draws), world);
  }
}

}  // namespace hansa
