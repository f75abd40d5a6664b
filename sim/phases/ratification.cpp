#include "sim/phases/ratification.hpp"

#include <algorithm>
#include <cmath>

#include "scenarios/parameters/conference_params.hpp"
#include "sim/negotiation/conference.hpp"
#include "support/numbers/reals.hpp"

namespace hansa {
namespace {

constexpr std::size_t eu = 8;
static_assert(bloc_names[eu] == "eu");

/// What joining is worth to a state, as a logit.
double worth(const RatificationParams& params, const JoiningGain& gain) {
  return params.own_payoff * gain.own + params.others_payoff * gain.others;
}

/// The gain from joining of the veto player of a state to whom it is worth least.
JoiningGain pivotal_gain(const RatificationParams& params, const World& world, const Agreement& agreement,
                         std::size_t i) {
  const std::size_t n_issues = world.facts->n_issues;
  JoiningGain least;
  for (std::size_t v = world.vetoes.first[i]; v < world.vetoes.first[i + 1]; ++v) {
    const auto position = std::span(world.vetoes.position).subspan(v * n_issues, n_issues);
    const JoiningGain gain =
        joining_gain(agreement.terms, actor_at(world, agreement.terms, i, position), agreement.lift);
    if (v == world.vetoes.first[i] || worth(params, gain) < worth(params, least)) least = gain;
  }
  return least;
}

/// Whether the legislature consents: the one whose vote decides gains by joining. Only hard law needs consent, and
/// only where the rule is known.
bool consents(const RatificationParams& params, const World& world, const Agreement& agreement,
              std::size_t i) {
  const Facts& facts = *world.facts;
  if (agreement.form != Form::Hard || facts.treaty_majority[i] <= 0) return true;
  const auto pivot = std::span(world.states.pivot).subspan(i * facts.n_issues, facts.n_issues);
  const Actor actor = actor_at(world, agreement.terms, i, pivot);
  return worth(params, joining_gain(agreement.terms, actor, agreement.lift)) >= 0;
}

/// Whether the treaty needs the emissions of a state: others that have joined or gain by joining lack them. (state)
std::vector<char> find_needed(const RatificationParams& params, const World& world,
                              const Agreement& agreement, std::span<const JoiningGain> gains) {
  const ConferenceFacts& conference = world.facts->conferences[agreement.conference];
  std::vector<char> needed(gains.size(), 0);
  if (std::isfinite(agreement.entered_force)) return needed;
  const auto counts_on = [&](std::size_t i) {
    return agreement.joined[i] != Agreement::never || worth(params, gains[i]) >= 0;
  };
  const double least = conference.params->treaty.min_emissions;
  double expected = 0;
  for (std::size_t i = 0; i < gains.size(); ++i) expected += counts_on(i) ? conference.emissions[i] : 0.0;
  for (std::size_t i = 0; i < gains.size(); ++i) {
    const double others = expected - (counts_on(i) ? conference.emissions[i] : 0.0);
    needed[i] = others < least && others + conference.emissions[i] >= least ? 1 : 0;
  }
  return needed;
}

/// The part of the yearly logit that is constant within a year.
double leaning(const RatificationParams& params, double home_weight, const World& world,
               const Agreement& agreement, std::size_t i) {
  const Facts& facts = *world.facts;
  const YearFacts& now = world.now();
  const ConferenceFacts& conference = facts.conferences[agreement.conference];
  const double home = world.pressure.influence * home_weight * world.states.home_pressure[i];
  return params.constant + params.habit * conference.habit[i] + params.democracy * now.democracy_score[i] +
         params.population * now.population_score[i] + (facts.blocs[i][eu] ? params.eu : 0.0) +
         params.home_pressure * home +
         params.spread * world.draws.normal(Purpose::Ratification, agreement.year, conference.key);
}

struct Parties {
  int n = 0;
  double emissions = 0;
  std::vector<int> in_region;
};

Parties count(const World& world, const Agreement& agreement, int month) {
  const Facts& facts = *world.facts;
  Parties parties{.in_region = std::vector<int>(facts.n_states, 0)};
  for (std::size_t i = 0; i < facts.n_states; ++i) {
    if (!facts.head[i] || agreement.joined[i] > month) continue;
    ++parties.n;
    ++parties.in_region[static_cast<std::size_t>(facts.region[i])];
    parties.emissions += facts.conferences[agreement.conference].emissions[i];
  }
  return parties;
}

/// The states that could be parties.
Parties count_heads(const Facts& facts) {
  Parties heads{.in_region = std::vector<int>(facts.n_states, 0)};
  for (std::size_t i = 0; i < facts.n_states; ++i) {
    if (!facts.head[i]) continue;
    ++heads.n;
    ++heads.in_region[static_cast<std::size_t>(facts.region[i])];
  }
  return heads;
}

void let_eu_join(const Facts& facts, Agreement& agreement, int month) {
  std::size_t joined = 0, members = 0;
  for (std::size_t i = 0; i < facts.n_states; ++i) {
    if (!facts.head[i] || !facts.blocs[i][eu]) continue;
    ++members;
    joined += agreement.joined[i] <= month ? 1U : 0U;
  }
  for (std::size_t i = 0; i < facts.n_states; ++i) {
    const bool is_eu = facts.party[i] && !facts.head[i];
    if (is_eu && !agreement.barred[i] && agreement.joined[i] == Agreement::never && 2 * joined > members)
      agreement.joined[i] = month;
  }
}

void leave_or_return(std::span<const WithdrawalParams> withdrawals, const World& world,
                     Agreement& agreement) {
  const Facts& facts = *world.facts;
  for (const WithdrawalParams& withdrawal : withdrawals) {
    const bool leaves = withdrawal.year == world.year, returns = withdrawal.returns == world.year;
    if ((!leaves && !returns) ||
        withdrawal.treaty != facts.conferences[agreement.conference].params->treaty.name)
      continue;
    const auto i = static_cast<std::size_t>(
        std::find(facts.iso3.begin(), facts.iso3.end(), withdrawal.state) - facts.iso3.begin());
    agreement.joined[i] = leaves ? Agreement::never : world.year * 12;
    agreement.barred[i] = leaves ? 1 : 0;
  }
}

/// An upper bound of 1 - (1 - yearly)^(1/12), since -log(1 - p) <= p / (1 - p), with room for rounding. Most
/// draws exceed it, which saves computing the power.
double monthly_at_most(double yearly) { return yearly / (12.0 * (1.0 - yearly)) + 1e-12; }

}  // namespace

void ratify(const RatificationParams& params, double home_weight,
            std::span<const WithdrawalParams> withdrawals, World& world) {
  const Facts& facts = *world.facts;
  const Parties heads = count_heads(facts);
  for (Agreement& agreement : world.agreements) {
    const ConferenceFacts& conference = facts.conferences[agreement.conference];
    const TreatyParams& treaty = conference.params->treaty;
    if (treaty.name.empty()) continue;
    leave_or_return(withdrawals, world, agreement);
    const int opening = agreement.year * 12 + 11 + treaty.opens_after;
    std::vector<double> base(facts.n_states, 0.0);
    std::vector<char> may(facts.n_states, 0);
    std::vector<JoiningGain> gains(facts.n_states);
    for (std::size_t i = 0; i < facts.n_states; ++i) gains[i] = pivotal_gain(params, world, agreement, i);
    if (world.year == agreement.year) {
      for (std::size_t i = 0; i < facts.n_states; ++i) {
        agreement.own_gain[i] = gains[i].own;
        agreement.others_gain[i] = gains[i].others;
      }
    }
    const std::vector<char> needed = find_needed(params, world, agreement, gains);
    for (std::size_t i = 0; i < facts.n_states; ++i) {
      may[i] = facts.head[i] && !agreement.barred[i] && agreement.joined[i] == Agreement::never &&
               consents(params, world, agreement, i);
      if (!may[i]) continue;
      base[i] = leaning(params, home_weight, world, agreement, i) +
                (needed[i] ? params.own_payoff * gains[i].given(1) : worth(params, gains[i]));
    }
    for (int month = std::max(opening, world.year * 12); month < (world.year + 1) * 12; ++month) {
      const Parties before = count(world, agreement, month - 1);
      const double fading =
          params.time_log * real_log(1.0 + month - opening) + params.time * (month - opening) / 12.0;
      for (std::size_t i = 0; i < facts.n_states; ++i) {
        if (!may[i] || agreement.joined[i] != Agreement::never) continue;
        const auto region = static_cast<std::size_t>(facts.region[i]);
        const double yearly =
            logistic(base[i] + params.parties * before.n / heads.n +
                     params.region * before.in_region[region] / heads.in_region[region] + fading);
        const std::uint64_t pair = entity_key(facts.state_key[i], conference.key);
        const double u = world.draws.uniform(Purpose::Ratification, month, pair);
        if (u >= monthly_at_most(yearly)) continue;
        if (u < 1.0 - real_pow(1.0 - yearly, 1.0 / 12.0)) agreement.joined[i] = month;
      }
      let_eu_join(facts, agreement, month);
      if (std::isfinite(agreement.entered_force)) continue;
      const Parties after = count(world, agreement, month);
      if (after.n >= treaty.min_parties && after.emissions >= treaty.min_emissions) {
        agreement.entered_force = (month + 1) / 12.0 + treaty.delay / 365.25;
      }
    }
  }
}

}  // namespace hansa
