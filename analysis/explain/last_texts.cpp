#include "analysis/explain/last_texts.hpp"

#include <algorithm>
#include <limits>

#include "analysis/explain/verdict.hpp"
#include "scenarios/parameters/scenario.hpp"
#include "sim/year.hpp"
#include "support/numbers/parallel.hpp"
#include "support/numbers/quantile.hpp"

namespace hansa {
namespace {

constexpr double no_level = -1;  // in place of a ceiling

/// One text in one realization: the verdicts of its objectors, and the ceilings of all who judge.
struct Taken {
  std::vector<char> judges, objects;  // (state)
  std::vector<std::size_t> agenda;
  std::vector<StateVerdict> objectors;        // in the order of states
  std::vector<std::vector<double>> ceilings;  // (agenda x state) NaN: does not judge
};

Taken take(const NegotiationParams& params, const OfferedText& offered, const World& world) {
  TextVerdict verdict = verdict_on(params, offered, world);
  const std::size_t n = verdict.states.size();
  Taken taken{.judges = std::vector<char>(n, 0),
              .objects = std::vector<char>(n, 0),
              .agenda = verdict.agenda,
              .ceilings = std::vector(verdict.agenda.size(),
                                      std::vector(n, std::numeric_limits<double>::quiet_NaN()))};
  for (std::size_t i = 0; i < n; ++i) {
    if (!verdict.states[i].judges) continue;
    taken.judges[i] = 1;
    const std::vector<Ceiling> ceilings = ceilings_of(i, offered, judged_text(offered), world);
    for (std::size_t k = 0; k < ceilings.size(); ++k) taken.ceilings[k][i] = ceilings[k].value_or(no_level);
    if (!verdict.states[i].objects) continue;
    taken.objects[i] = 1;
    taken.objectors.push_back(std::move(verdict.states[i]));
  }
  return taken;
}

/// (conference) of one realization.
std::vector<Taken> play_again(const Facts& facts, std::uint32_t realization) {
  const Scenario& scenario = *facts.scenario;
  std::vector<Taken> taken(facts.conferences.size());
  RunRecord record = make_record(facts);
  static_cast<void>(play_years(facts, Draws(scenario.seed, realization), scenario.years.to + 1, record,
                               [&](const Phase& phase, const Turn& turn) {
                                 if (phase.verb == "negotiate" && !turn.offered->empty())
                                   taken[turn.conference] =
                                       take(turn.scenario.negotiation, turn.offered->back(), turn.world);
                               }));
  return taken;
}

void add(const StateVerdict& verdict, const std::vector<std::size_t>& agenda, Objector& sum) {
  ++sum.n;
  sum.at_home += verdict.at_home ? 1.0 : 0.0;
  sum.gain += verdict.gain;
  sum.bearable += verdict.bearable;
  sum.payment += verdict.payment;
  for (std::size_t k = 0; k < agenda.size(); ++k)
    for (const GainPart& part : gain_parts) sum.parts[agenda[k]].*part.value += verdict.parts[k].*part.value;
}

void divide(Objector& sum) {
  const auto n = static_cast<double>(sum.n);
  for (double* const value : {&sum.at_home, &sum.gain, &sum.bearable, &sum.payment}) *value /= n;
  for (GainParts& issue : sum.parts)
    for (const GainPart& part : gain_parts) issue.*part.value /= n;
}

using Realizations = std::vector<std::vector<Taken>>;  // (realization x conference)

std::vector<Objector> objectors_at(const Realizations& all, std::size_t conference, std::size_t n_states,
                                   std::size_t n_issues) {
  std::vector<Objector> sums(n_states);
  for (const std::vector<Taken>& realization : all) {
    const Taken& taken = realization[conference];
    auto verdict = taken.objectors.begin();
    for (std::size_t i = 0; i < taken.objects.size(); ++i) {
      if (!taken.objects[i]) continue;
      sums[i].row = i;
      sums[i].parts.resize(n_issues);
      add(*verdict++, taken.agenda, sums[i]);
    }
  }
  std::erase_if(sums, [](const Objector& sum) { return sum.n == 0; });
  for (Objector& sum : sums) divide(sum);
  return sums;
}

/// The medians of the states that judge in all realizations with the issue on the agenda.
std::vector<StateCeiling> ceilings_at(const Realizations& all, std::size_t conference, std::size_t issue,
                                      std::size_t n_states) {
  std::vector<const std::vector<double>*> rows;  // (realization) by state
  for (const std::vector<Taken>& realization : all) {
    const Taken& taken = realization[conference];
    const auto found = std::ranges::find(taken.agenda, issue);
    if (found != taken.agenda.end())
      rows.push_back(&taken.ceilings[static_cast<std::size_t>(found - taken.agenda.begin())]);
  }
  std::vector<StateCeiling> medians;
  for (std::size_t i = 0; !rows.empty() && i < n_states; ++i) {
    std::vector<double> values;
    for (const auto* row : rows) values.push_back((*row)[i]);
    if (std::ranges::any_of(values, [](double value) { return value != value; })) continue;
    const auto n_none = static_cast<std::size_t>(std::ranges::count(values, no_level));  // below every level
    medians.push_back(
        {i, 2 * n_none >= rows.size() ? std::nullopt : Ceiling(quantile(std::move(values), 0.5))});
  }
  return medians;
}

}  // namespace

LastTexts read_last_texts(const Facts& facts, std::span<const std::uint32_t> realizations,
                          std::size_t n_threads) {
  Realizations all(realizations.size());
  for_each_index(realizations.size(), n_threads,
                 [&](std::size_t r) { all[r] = play_again(facts, realizations[r]); });
  LastTexts texts;
  for (std::size_t c = 0; c < facts.conferences.size(); ++c) {
    LastText& text = texts.conferences.emplace_back();
    text.objectors = objectors_at(all, c, facts.n_states, facts.n_issues);
    for (std::size_t issue = 0; issue < facts.n_issues; ++issue)
      text.ceilings.push_back(ceilings_at(all, c, issue, facts.n_states));
  }
  for (const std::vector<Taken>& realization : all) {
    auto& objects = texts.objects.emplace_back();
    for (const Taken& taken : realization) objects.push_back(taken.objects);
  }
  return texts;
}

}  // namespace hansa
