#include "sim/networks/accreditation.hpp"

#include <algorithm>

#include "support/numbers/reals.hpp"

namespace hansa {
namespace {

/// Whether its reach or its subjects make a network fit for forums on the scenario's issues.
bool fits(const World& world, std::size_t k) {
  const std::size_t n_issues = world.facts->n_issues;
  const double elsewhere = world.networks.focus[k * (n_issues + 1) + n_issues];
  const int known = world.networks.known[k];
  return elsewhere <= 0.5 || (known >= 0 && world.facts->networks[static_cast<std::size_t>(known)].worldwide);
}

/// The year from which a forum may accredit a network.
int earliest(const AccreditationParams& params, const World& world, std::size_t k, Forum forum) {
  return std::max(world.networks.founded[k] + params.age, forum_rows[forum].opened);
}

/// The rung on which the procedure of a forum puts a network by the end of the year, if it is on none as high.
Access by_procedure(const AccreditationParams& params, const World& world, std::size_t k, Forum forum) {
  const ForumRow& row = forum_rows[forum];
  const int from = earliest(params, world, k, forum);
  const bool in = world.networks.rung(k, forum) >= row.entry;
  if (in || world.year < from || !fits(world, k)) return Access::None;
  const std::uint64_t pair = entity_key(world.networks.key[k], entity_key(row.name));
  const double wait = -real_log(world.draws.uniform(Purpose::Accreditation, 0, pair));
  return params.hazard * (world.year - from + 1) > wait ? row.entry : Access::None;
}

/// The rung that a network has in a forum by the end of the year, its predecessors' aside.
Access granted(const AccreditationParams& params, const World& world, std::size_t k, Forum forum) {
  if (const int known = world.networks.known[k]; known >= 0) {
    for (const auto& row : world.facts->networks[static_cast<std::size_t>(known)].accreditations)
      if (row.forum == forum)
        return world.year >= row.since.value_or(earliest(params, world, k, forum)) ? row.rung : Access::None;
  }
  return by_procedure(params, world, k, forum);
}

}  // namespace

void accredit(const AccreditationParams& params, World& world) {
  NetworkStore& networks = world.networks;
  for (std::size_t k = 0; k < networks.size(); ++k) {
    if (!networks.alive[k]) continue;
    for (const Forum forum : each<Forum>) {
      Access& rung = networks.rungs[k * n_forums + index(forum)];
      rung = std::max(rung, granted(params, world, k, forum));
    }
  }
}

}  // namespace hansa
