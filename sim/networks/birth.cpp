#include "sim/networks/birth.hpp"

#include <algorithm>
#include <limits>

#include "support/numbers/reals.hpp"

namespace hansa {
namespace {

/// The share `focus` goes to the main issue; the other issues and "all else" split the rest evenly.
std::vector<double> focus_on(std::size_t main, std::size_t n_issues, double focus) {
  std::vector<double> result(n_issues + 1, (1.0 - focus) / static_cast<double>(n_issues));
  result[main] = focus;
  return result;
}

/// Members that a network will have, where no count says so.
double draw_size(const NetworkParams& params, std::uint64_t key, const Draws& draws) {
  return params.size * real_exp(params.size_sd * draws.normal(Purpose::Size, 0, key));
}

/// A base as those of known networks are; -1: none has one.
int draw_base(const Facts& facts, std::uint64_t key, const Draws& draws) {
  const auto n = static_cast<double>(facts.base_of_networks.size());
  if (n == 0) return -1;
  return facts.base_of_networks[static_cast<std::size_t>(draws.uniform(Purpose::Base, 0, key) * n)];
}

struct Founding {
  std::uint64_t key;
  int known;
  int year;
  int base;
  double size;
  std::size_t issue;
  bool coordinated;
};

void add_network(const NetworkParams& params, const Founding& founding, World& world) {
  NetworkStore& networks = world.networks;
  const std::size_t n_issues = world.facts->n_issues;
  const std::vector<double> focus = focus_on(founding.issue, n_issues, params.focus);
  networks.alive.push_back(1);
  networks.key.push_back(founding.key);
  networks.known.push_back(founding.known);
  networks.successor.push_back(-1);
  networks.founded.push_back(founding.year);
  networks.base.push_back(founding.base);
  networks.target.push_back(params.functions.communicate * founding.size);
  networks.focus.insert(networks.focus.end(), focus.begin(), focus.end());
  networks.coordinated.push_back(founding.coordinated);
  networks.members.emplace_back();
  networks.line.emplace_back();
  networks.served.push_back(0);
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
    add_network(params,
                {.key = network.key,
                 .known = static_cast<int>(k),
                 .year = network.founded,
                 .base = network.base,
                 .size = network.size ? *network.size : draw_size(params, network.key, world.draws),
                 .issue = network.issue,
                 .coordinated = coordinated},
                world);
  }
  return n_due;
}

void found_generated(const NetworkParams& params, int year, int n, World& world) {
  const std::size_t n_focuses = world.facts->n_issues + 1;
  for (int j = 0; j < n; ++j) {
    const std::uint64_t key = entity_key(static_cast<std::uint64_t>(year), static_cast<std::uint64_t>(j));
    const double u = world.draws.uniform(Purpose::FocusIssue, year, key);
    add_network(params,
                {.key = key,
                 .known = -1,
                 .year = year,
                 .base = draw_base(*world.facts, key, world.draws),
                 .size = draw_size(params, key, world.draws),
                 .issue = static_cast<std::size_t>(u * static_cast<double>(n_focuses)),
                 .coordinated = coordinates(params, key, world.draws)},
                world);
  }
}

void age_generated(const BirthParams& params, World& world) {
  constexpr double oldest = 100;
  for (std::size_t k = 0; k < world.networks.size(); ++k) {
    if (world.networks.known[k] >= 0) continue;
    const double u = world.draws.uniform(Purpose::Age, 0, world.networks.key[k]);
    const double age = params.growth > 0 ? std::min(-real_log(u) / params.growth, oldest) : oldest;
    world.networks.founded[k] -= static_cast<std::int32_t>(age);
  }
}

}  // namespace hansa
