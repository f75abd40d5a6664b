#include "sim/record/run_record.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "scenarios/scenario.hpp"
#include "sim/phases/feedback.hpp"
#include "sim/record/network_statistics.hpp"

namespace hansa {
namespace {

constexpr double missing = std::numeric_limits<double>::quiet_NaN();

double mean_by_power(const World& world, const std::vector<double>& column) {
  double sum = 0;
  for (std::size_t i = 0; i < column.size(); ++i) sum += world.now().power[i] * column[i];
  return sum;
}

}  // namespace

RunRecord make_record(const Facts& facts) {
  const std::size_t n = facts.conferences.size();
  RunRecord record;
  record.adopted.assign(n, 0);
  record.form.assign(n, 0);
  record.hardness.assign(n, missing);
  record.depth.assign(n, missing);
  record.participation.assign(n, missing);
  record.urban_role.assign(n, missing);
  record.urban_level.assign(n, 0);
  record.rounds.assign(n, 0);
  record.n_objectors.assign(n, 0);
  record.voice.assign(n, 0.0);
  record.conference_access.assign(n, 0.0);
  record.entered_force.assign(n, missing);
  record.text.assign(n * facts.n_issues, missing);
  record.effective.assign(n * facts.n_issues, missing);
  record.pressure.assign(n * n_channels, 0.0);
  record.objects.assign(n * facts.n_states, 0);
  record.city_access.assign(n * facts.n_states, 0.0);
  return record;
}

void keep_conference(std::size_t row, const Outcome& outcome, const World& world, RunRecord& record) {
  const Facts& facts = *world.facts;
  record.adopted[row] = outcome.adopted;
  record.rounds[row] = outcome.rounds;
  record.voice[row] = world.voice.strength();
  record.conference_access[row] = world.voice.access;
  std::copy(world.voice.access_of.begin(), world.voice.access_of.end(),
            &record.city_access[row * facts.n_states]);
  std::copy(outcome.objects.begin(), outcome.objects.end(), &record.objects[row * facts.n_states]);
  record.n_objectors[row] = std::accumulate(outcome.objects.begin(), outcome.objects.end(), 0);
  for (std::size_t k = 0; k < n_channels; ++k) {
    for (std::size_t i = 0; i < facts.n_states; ++i) {
      record.pressure[row * n_channels + k] +=
          world.now().power[i] * world.pressure.by_channel[i * n_channels + k];
    }
  }
  if (!outcome.adopted) return;
  record.form[row] = static_cast<std::uint8_t>(1 + static_cast<int>(outcome.form));
  record.hardness[row] = outcome.terms.hardness;
  record.depth[row] = outcome.depth;
  for (std::size_t k = 0; k < outcome.terms.n_issues(); ++k) {
    const std::size_t d = outcome.terms.agenda[k];
    const double q = outcome.terms.status_quo[k];
    record.text[row * facts.n_issues + d] = q + outcome.lift[k];
    record.effective[row * facts.n_issues + d] = q + outcome.effective[k];
    if (d != facts.urban_role) continue;
    record.urban_role[row] = q + outcome.lift[k];
    record.urban_level[row] =
        static_cast<std::uint8_t>(1 + urban_level(facts.scenario->feedback, q + outcome.lift[k]));
  }
}

void keep_year(const World& world, RunRecord& record) {
  const Facts& facts = *world.facts;
  const NetworkStatistics statistics = count_networks(world);
  record.networks.push_back(statistics.n_networks);
  record.known_networks.push_back(statistics.n_known_networks);
  record.known_memberships.push_back(statistics.n_known_memberships);
  record.births.push_back(world.networks.births);
  record.deaths.push_back(world.networks.deaths);
  record.mergers.push_back(world.networks.mergers);
  record.memberships.push_back(statistics.n_memberships);
  record.member_cities.push_back(statistics.n_member_cities);
  record.preemptions.push_back(
      std::accumulate(world.states.preempted.begin(), world.states.preempted.end(), 0));
  record.declarations.push_back(
      std::accumulate(world.networks.declarations.begin(), world.networks.declarations.end(), 0));
  record.effective_number.push_back(world.voice.concentration > 0 ? 1.0 / world.voice.concentration : 0.0);
  record.concentration.push_back(world.voice.concentration);
  record.overlap.push_back(statistics.overlap);
  record.yearly_voice.push_back(world.voice.strength());
  record.coherence.push_back(world.voice.coherence);
  record.correlation.push_back(world.voice.correlation);
  record.coverage.push_back(world.voice.coverage);
  record.overhead.push_back(world.voice.attention_left);
  record.soft_power.push_back(statistics.mean_soft_power);
  record.access.push_back(world.voice.access);
  record.top_access.push_back(statistics.top_access);
  record.entropy_number.push_back(world.voice.concentration > 0 ? entropy_number(world.networks.share) : 0.0);
  record.pair_overlap.push_back(mean_jaccard(world));
  record.shortfall.push_back(world.shortfall);
  record.compliance.push_back(mean_by_power(world, world.states.compliance));
  record.delivery.push_back(mean_by_power(world, world.states.delivery));
  record.city_action.push_back(mean_by_power(world, world.states.city_action));
  double autonomy = 0;
  for (std::size_t c = 0; c < facts.n_cities; ++c) autonomy += world.cities.autonomy[c];
  record.autonomy.push_back(facts.n_cities > 0 ? autonomy / static_cast<double>(facts.n_cities) : missing);
  record.status_quo.insert(record.status_quo.end(), world.status_quo.begin(), world.status_quo.end());
  const auto append = [](std::vector<double>& kept, const std::vector<double>& column) {
    kept.insert(kept.end(), column.begin(), column.end());
  };
  append(record.state_compliance, world.states.compliance);
  append(record.state_action, world.states.city_action);
  append(record.home_pressure, world.states.home_pressure);
  append(record.hard_power, world.states.hard_power);
  append(record.state_soft_power, world.states.soft_power);
  record.state_preemptions.insert(record.state_preemptions.end(), world.states.preempted.begin(),
                                  world.states.preempted.end());
  append(record.position, world.states.position);
}

void keep_agreements(const World& world, RunRecord& record) {
  const Facts& facts = *world.facts;
  for (const ConferenceFacts& conference : facts.conferences) {
    if (!conference.params->treaty.name.empty())
      record.joined.insert(record.joined.end(), facts.n_states, missing);
  }
  const double n_heads = static_cast<double>(std::count(facts.head.begin(), facts.head.end(), 1));
  for (const Agreement& agreement : world.agreements) {
    double joined = 0;
    std::size_t treaty = 0;
    for (std::size_t row = 0; row < agreement.conference; ++row)
      treaty += facts.conferences[row].params->treaty.name.empty() ? 0U : 1U;
    const bool is_treaty = !facts.conferences[agreement.conference].params->treaty.name.empty();
    for (std::size_t i = 0; i < facts.n_states; ++i) {
      if (agreement.joined[i] == Agreement::never) continue;
      joined += facts.head[i] ? 1.0 : 0.0;
      if (is_treaty) record.joined[treaty * facts.n_states + i] = (agreement.joined[i] + 1) / 12.0;
    }
    record.participation[agreement.conference] = joined / n_heads;
    if (is_treaty && std::isfinite(agreement.in_force))
      record.entered_force[agreement.conference] = agreement.in_force;
  }
}

}  // namespace hansa
