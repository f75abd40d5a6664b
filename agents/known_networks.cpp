#include "agents/known_networks.hpp"

#include <algorithm>
#include <cmath>

#include "agents/covariates.hpp"
#include "agents/network_dials.hpp"
#include "scenarios/parameters/scenario.hpp"
#include "support/numbers/reals.hpp"

namespace hansa {
namespace {

/// The issues under which a domain falls (assumption); empty: none.
struct Subjects {
  std::string_view first, second = "";
};

Subjects subjects_of(Domain domain) {
  switch (domain) {
    case Domain::Climate:
    case Domain::Energy:
    case Domain::Transport:
      return {"mitigation"};
    case Domain::Environment:
    case Domain::Resilience:
    case Domain::Health:
    case Domain::Food:
      return {"adaptation"};
    case Domain::Development:
      return {"finance"};
    case Domain::Economy:
      return {"trade"};
    case Domain::Migration:
    case Domain::HumanRights:
      return {"migration", "refugees"};
    case Domain::Digital:
    case Domain::Democracy:
      return {"transparency"};
    case Domain::Metropolitan:
      return {"urban_development", "urban_role"};
    case Domain::General:
    case Domain::Twinning:
      return {"urban_role"};
    case Domain::Culture:
    case Domain::Education:
    case Domain::Peace:
    case Domain::Security:
    case Domain::Social:
      return {""};
  }
  return {""};
}

/// The row of a domain's issue: one of its name, else one of its subjects; the number of issues if there is none.
std::size_t issue_of(Domain domain, const std::vector<std::string>& issues) {
  const Subjects subjects = subjects_of(domain);
  for (const std::string_view issue : {name_of(domain), subjects.first, subjects.second}) {
    const auto row = std::find(issues.begin(), issues.end(), issue);
    if (row != issues.end()) return static_cast<std::size_t>(row - issues.begin());
  }
  return issues.size();
}

}  // namespace

double members_among_cities(double members) {
  constexpr double factor = 2.09, elasticity = 0.612;
  return factor * real_pow(members, elasticity);
}

void build_known_networks(const Scenario& scenario, const Tables& tables, Facts& facts) {
  for (const NetworkRow& row : tables.networks) {
    if (!scenario.networks.real) break;
    std::optional<double> size;
    if (row.members) size = members_among_cities(*row.members);
    KnownNetwork network{.id = row.id,
                         .name = row.name,
                         .key = entity_key(row.id),
                         .founded = row.founded,
                         .ended = row.merged_year.value_or(9999),
                         .issue = issue_of(row.domain, scenario.issues),
                         .domain = row.domain,
                         .worldwide = row.scope == Scope::Global,
                         .roll = row.roll,
                         .accreditations = {},
                         .size = size,
                         .counted = row.members_year,
                         .members = {}};
    for (const AccreditationRow& known : tables.accreditations) {
      if (known.network == row.id)
        network.accreditations.push_back({.forum = known.forum, .since = known.since, .rung = known.rung});
    }
    for (const MembershipRow& member : tables.memberships) {
      if (member.network != row.id || facts.n_cities == 0) continue;
      const auto city = std::lower_bound(facts.city_id.begin(), facts.city_id.end(), member.city_id);
      network.members.push_back({.city = static_cast<CityId>(city - facts.city_id.begin()),
                                 .since = member.year,
                                 .observed = member.observed});
    }
    facts.networks.push_back(std::move(network));
  }
  for (std::size_t k = 0; k < facts.networks.size(); ++k) {
    const auto into = std::find_if(
        facts.networks.begin(), facts.networks.end(),
        [&](const KnownNetwork& network) { return network.id == tables.networks[k].merged_into; });
    if (into != facts.networks.end())
      facts.networks[k].successor = static_cast<int>(into - facts.networks.begin());
  }
  apply_dials(scenario.networks.named, scenario.years.from, facts.networks);
  Series counts;
  for (const CountRow& row : tables.counts) counts.points.emplace_back(row.year, row.count);
  const double counted = at_year(counts, scenario.years.from);
  facts.initial_networks = scenario.networks.initial >= 0
                               ? scenario.networks.initial
                               : static_cast<int>(std::lround(std::isnan(counted) ? 0.0 : counted));
}

}  // namespace hansa
