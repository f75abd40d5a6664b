#include "sim/record/run_record.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "scenarios/parameters/scenario.hpp"
#include "sim/phases/feedback.hpp"
#include "sim/record/network_statistics.hpp"
#include "support/numbers/expect.hpp"

namespace hansa {
namespace {

constexpr std::size_t count_columns() {
  std::size_t n = 0;
  RunRecord::columns([&n](auto, const ColumnInfo&) { ++n; });
  return n;
}

// every member is a column
static_assert(sizeof(RunRecord) == count_columns() * sizeof(std::vector<double>),
              "a member of RunRecord is not declared in RunRecord::columns()");

bool is_treaty(const ConferenceFacts& conference) { return !conference.params->treaty.name.empty(); }

double mean_by_power(const World& world, const std::vector<double>& column) {
  double sum = 0;
  for (std::size_t i = 0; i < column.size(); ++i) sum += world.now().power[i] * column[i];
  return sum;
}

double mean_autonomy(const World& world) {
  const std::vector<double>& autonomy = world.cities.autonomy;
  const double sum = std::accumulate(autonomy.begin(), autonomy.end(), 0.0);
  return autonomy.empty() ? missing_value<double>() : sum / static_cast<double>(autonomy.size());
}

template <class Values> std::int32_t sum_of(const Values& values) {
  return std::accumulate(values.begin(), values.end(), std::int32_t{0});
}

/// Copies values by state or issue to the row of a conference or year in a column.
template <class Values, class T> void put_row(const Values& values, std::size_t row, std::vector<T>& column) {
  HANSA_EXPECT((row + 1) * values.size() <= column.size());
  std::copy(values.begin(), values.end(), column.begin() + static_cast<std::ptrdiff_t>(row * values.size()));
}

/// Pressure on delegations by channel, power-weighted mean.
std::array<double, n_channels> pressure_by_channel(const World& world) {
  std::array<double, n_channels> pressure{};
  for (std::size_t k = 0; k < n_channels; ++k) {
    for (std::size_t i = 0; i < world.facts->n_states; ++i)
      pressure[k] += world.now().power[i] * world.pressure.by_channel[i * n_channels + k];
  }
  return pressure;
}

void keep_text(std::size_t row, const Outcome& outcome, const Facts& facts, RunRecord& record) {
  record.form[row] = static_cast<std::uint8_t>(1 + static_cast<int>(outcome.form));
  record.hardness[row] = outcome.terms.hardness;
  record.depth[row] = outcome.depth;
  record.exempted[row] = outcome.exempted;
  record.paid[row] = outcome.paid;
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

void keep_agreement(const Agreement& agreement, const Facts& facts, RunRecord& record) {
  const auto n_heads = static_cast<double>(std::count(facts.head.begin(), facts.head.end(), 1));
  double n_joined = 0;
  for (std::size_t i = 0; i < facts.n_states; ++i)
    n_joined += facts.head[i] && agreement.joined[i] != Agreement::never ? 1.0 : 0.0;
  record.participation[agreement.conference] = n_joined / n_heads;

  const auto conference = facts.conferences.begin() + static_cast<std::ptrdiff_t>(agreement.conference);
  if (!is_treaty(*conference)) return;
  if (std::isfinite(agreement.entered_force))
    record.entered_force[agreement.conference] = agreement.entered_force;
  const auto treaty =
      static_cast<std::size_t>(std::count_if(facts.conferences.begin(), conference, is_treaty));
  for (std::size_t i = 0; i < facts.n_states; ++i) {
    if (agreement.joined[i] != Agreement::never)
      record.ratified[treaty * facts.n_states + i] = (agreement.joined[i] + 1) / 12.0;
    if (!facts.head[i]) continue;
    record.joining_own[treaty * facts.n_states + i] = agreement.own_gain[i];
    record.joining_others[treaty * facts.n_states + i] = agreement.others_gain[i];
  }
}

}  // namespace

std::size_t length_of(Axis axis, const Facts& facts) {
  switch (axis) {
    case Axis::Conference:
      return facts.conferences.size();
    case Axis::Treaty:
      return static_cast<std::size_t>(
          std::count_if(facts.conferences.begin(), facts.conferences.end(), is_treaty));
    case Axis::Year:
      return facts.years.size();
    case Axis::Channel:
      return n_channels;
    case Axis::Issue:
      return facts.n_issues;
    case Axis::State:
      return facts.n_states;
    case Axis::Network:
      return facts.networks.size();
    case Axis::City:
      return facts.n_cities;
    case Axis::Size:
      return n_sizes;
    case Axis::Degree:
      return n_degrees;
  }
  HANSA_EXPECT(false);
  return 0;
}

std::size_t n_values(const Axes& axes, const Facts& facts) {
  std::size_t n = 1;
  for (const Axis axis : axes) n *= length_of(axis, facts);
  return n;
}

RunRecord make_record(const Facts& facts) { return make_blank<RunRecord>(facts); }

void keep_conference(std::size_t row, const Outcome& outcome, const World& world, RunRecord& record) {
  record.adopted[row] = outcome.adopted;
  record.rounds[row] = outcome.rounds;
  record.n_objectors[row] = sum_of(outcome.objects);
  record.objectors_greatest[row] = sum_of(outcome.could_object);
  record.voice[row] = world.voice.strength();
  record.conference_access[row] = world.voice.access;
  record.accredited[row] = count_accredited(world, world.facts->conferences[row].params->forum);
  put_row(pressure_by_channel(world), row, record.pressure);
  put_row(world.voice.city_access, row, record.city_access);
  put_row(outcome.objects, row, record.objects);
  put_row(outcome.gain, row, record.gain);
  put_row(outcome.at_home, row, record.at_home);
  if (outcome.adopted) keep_text(row, outcome, *world.facts, record);
}

void keep_year(const World& world, RunRecord& record) {
  const auto y = static_cast<std::size_t>(world.year - world.facts->scenario->years.from);
  HANSA_EXPECT(y < record.networks.size());
  const NetworkStatistics statistics = count_networks(world);
  const Voice& voice = world.voice;
  const bool heard = voice.concentration > 0;

  record.networks[y] = statistics.n_networks;
  record.known_networks[y] = statistics.n_known_networks;
  record.births[y] = world.networks.births;
  record.deaths[y] = world.networks.deaths;
  record.mergers[y] = world.networks.mergers;
  record.memberships[y] = statistics.n_memberships;
  record.known_memberships[y] = statistics.n_known_memberships;
  record.member_cities[y] = statistics.n_member_cities;
  record.effective_number[y] = heard ? 1.0 / voice.concentration : 0.0;
  record.concentration[y] = voice.concentration;
  record.overlap[y] = statistics.overlap;
  record.entropy_number[y] = heard ? entropy_number(world.networks.share) : 0.0;
  record.pair_overlap[y] = mean_jaccard(world);
  record.network_voice[y] = voice.strength();
  record.coherence[y] = voice.coherence;
  record.correlation[y] = voice.correlation;
  record.coverage[y] = voice.coverage;
  record.attention_left[y] = voice.attention_left;
  record.soft_power[y] = statistics.mean_soft_power;
  record.access[y] = voice.access;
  record.top_access[y] = statistics.top_access;
  record.declarations[y] = sum_of(world.networks.declarations);
  record.preemptions[y] = sum_of(world.states.preemptions);
  record.autonomy[y] = mean_autonomy(world);
  record.compliance[y] = mean_by_power(world, world.states.compliance);
  record.shortfall[y] = world.shortfall;
  record.delivery[y] = mean_by_power(world, world.states.delivery);
  record.city_action[y] = mean_by_power(world, world.states.city_action);
  put_row(world.status_quo, y, record.status_quo);
  put_row(world.states.position, y, record.position);
  put_row(world.states.compliance, y, record.state_compliance);
  put_row(world.states.city_action, y, record.state_city_action);
  put_row(world.states.home_pressure, y, record.home_pressure);
  put_row(world.states.preemptions, y, record.state_preemptions);
  put_row(world.states.hard_power, y, record.state_hard_power);
  put_row(world.states.soft_power, y, record.state_soft_power);
}

void keep_agreements(const World& world, RunRecord& record) {
  for (const Agreement& agreement : world.agreements) keep_agreement(agreement, *world.facts, record);
}

}  // namespace hansa
