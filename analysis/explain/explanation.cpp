#include "analysis/explain/explanation.hpp"

#include <algorithm>
#include <numeric>

#include <fmt/format.h>

#include "analysis/summary.hpp"
#include "scenarios/parameters/scenario.hpp"
#include "support/input/problem.hpp"
#include "support/input/suggest.hpp"
#include "support/numbers/quantile.hpp"

namespace hansa {
namespace {

using Verdicts = std::vector<const TextVerdict*>;

void add_share(const GainParts& parts, double share, GainParts& sum) {
  for (const GainPart& part : gain_parts) sum.*part.value += share * (parts.*part.value);
}

StateReading read_state(std::size_t i, const Verdicts& verdicts) {
  const double share = 1.0 / static_cast<double>(verdicts.size());
  StateReading reading{.row = i};
  reading.parts.resize(verdicts.front()->agenda.size());
  std::vector<double> gains;
  double n_objects = 0;
  for (const TextVerdict* verdict : verdicts) {
    const StateVerdict& state = verdict->states[i];
    n_objects += state.objects ? 1.0 : 0.0;
    reading.at_home += state.at_home ? share : 0.0;
    reading.gain += share * state.gain;
    reading.bearable += share * state.bearable;
    reading.payment += share * state.payment;
    for (std::size_t k = 0; k < reading.parts.size(); ++k) add_share(state.parts[k], share, reading.parts[k]);
    gains.push_back(state.gain);
  }
  reading.objects = n_objects * share;
  reading.margin = reading.gain + reading.bearable;
  reading.objects_ci95 = wilson_interval(n_objects, static_cast<double>(verdicts.size()));
  reading.gain_90 = {quantile(gains, 0.05), quantile(gains, 0.95)};
  return reading;
}

void read_objections(const Verdicts& verdicts, Readings& readings) {
  GainParts sum;
  for (const TextVerdict* verdict : verdicts) {
    for (const StateVerdict& state : verdict->states) {
      if (!state.objects) continue;
      ++readings.n_objections;
      for (const GainParts& issue : state.parts) add_share(issue, 1.0, sum);
    }
  }
  if (readings.n_objections > 0)
    add_share(sum, 1.0 / static_cast<double>(readings.n_objections), readings.objector);
}

Readings read(const Verdicts& verdicts) {
  Readings readings{.n = verdicts.size()};
  if (verdicts.empty()) return readings;
  for (std::size_t i = 0; i < verdicts.front()->states.size(); ++i) {
    if (std::ranges::all_of(verdicts, [i](const TextVerdict* verdict) { return verdict->states[i].judges; }))
      readings.states.push_back(read_state(i, verdicts));
  }
  std::ranges::stable_sort(readings.states, [](const StateReading& a, const StateReading& b) {
    return a.objects != b.objects ? a.objects > b.objects : a.margin < b.margin;
  });
  read_objections(verdicts, readings);
  return readings;
}

/// Means of the content by round, up to the longest negotiation.
std::vector<std::vector<double>> mean_content(const Verdicts& verdicts) {
  std::size_t n_rounds = 0;
  for (const TextVerdict* verdict : verdicts) n_rounds = std::max(n_rounds, verdict->content.size());
  std::vector<std::vector<double>> mean(n_rounds, std::vector<double>(verdicts.front()->agenda.size(), 0.0));
  for (std::size_t round = 0; round < n_rounds; ++round) {
    for (const TextVerdict* verdict : verdicts) {
      const std::vector<double>& content = verdict->content[std::min(round, verdict->content.size() - 1)];
      for (std::size_t k = 0; k < content.size(); ++k)
        mean[round][k] += content[k] / static_cast<double>(verdicts.size());
    }
  }
  return mean;
}

FormExplanation explain_form(Form form, const Verdicts& offered, const Facts& facts) {
  Verdicts failed, passed;
  for (const TextVerdict* verdict : offered) (verdict->adopted ? passed : failed).push_back(verdict);
  const auto n = static_cast<double>(offered.size());
  FormExplanation explanation{.form = form,
                              .n_offered = offered.size(),
                              .n_adopted = passed.size(),
                              .adopted_ci95 = wilson_interval(static_cast<double>(passed.size()), n),
                              .status_quo = std::vector<double>(offered.front()->agenda.size(), 0.0),
                              .content = mean_content(offered),
                              .failed = read(failed),
                              .passed = read(passed)};
  for (const std::size_t d : offered.front()->agenda) explanation.issues.push_back(facts.issue_name[d]);
  for (const TextVerdict* verdict : offered) {
    explanation.rounds += static_cast<double>(verdict->content.size() - 1) / n;
    for (std::size_t k = 0; k < explanation.status_quo.size(); ++k)
      explanation.status_quo[k] += verdict->status_quo[k] / n;
  }
  for (const TextVerdict* verdict : failed)
    explanation.n_objectors += static_cast<double>(verdict->n_objectors) / static_cast<double>(failed.size());
  return explanation;
}

/// Whether most realizations end otherwise than the conference did.
std::optional<bool> compare_with(const PastConference& past, const Explanation& explanation) {
  std::size_t n_adopted = 0;
  for (const FormExplanation& text : explanation.forms) n_adopted += text.n_adopted;
  const auto most = std::ranges::max_element(explanation.forms, {}, &FormExplanation::n_adopted);
  return differs_from(past, static_cast<double>(n_adopted) / static_cast<double>(explanation.n_realizations),
                      most->n_adopted > 0 ? std::optional(std::string(name_of(most->form))) : std::nullopt);
}

}  // namespace

GainParts StateReading::all_issues() const {
  GainParts sum;
  for (const GainParts& issue : parts) add_share(issue, 1.0, sum);
  return sum;
}

std::optional<std::size_t> find_conference(const Facts& facts, const std::optional<std::string>& name,
                                           std::string& reason) {
  std::vector<std::string_view> known;
  for (const ConferenceFacts& conference : facts.conferences) known.push_back(conference.params->name);
  const std::string& scenario = facts.scenario->name;
  const auto found = name ? std::find(known.begin(), known.end(), *name) : known.begin();
  if (known.empty())
    reason = scenario + " has none, so there is nothing to explain";
  else if (!name && known.size() > 1)
    reason = fmt::format("{} has {}; name one: {}", scenario, known.size(), fmt::join(known, " "));
  else if (found == known.end())
    reason = fmt::format("{} has none called {}{}", scenario, in_quotes(*name), suggest(*name, known));
  else
    return static_cast<std::size_t>(found - known.begin());
  return std::nullopt;
}

std::optional<Explanation> explain(const ConferenceRuns& runs, const PastConference* past) {
  const Facts& facts = runs.facts();
  const ConferenceParams& conference = *facts.conferences[runs.conference()].params;
  const std::vector<std::vector<TextVerdict>> verdicts = runs.verdicts();
  Explanation explanation{
      .conference = conference.name, .year = conference.year, .n_realizations = runs.size()};
  for (std::size_t k = 0; k < conference.forms.size(); ++k) {
    Verdicts offered;
    for (const std::vector<TextVerdict>& texts : verdicts)
      if (k < texts.size()) offered.push_back(&texts[k]);
    if (!offered.empty()) explanation.forms.push_back(explain_form(conference.forms[k], offered, facts));
  }
  if (past != nullptr) {
    explanation.past = past->conference;
    explanation.differs = compare_with(*past, explanation);
  }
  const FormExplanation& first = explanation.forms.front();
  explanation.turned = first.form;
  explanation.aim = 2 * first.n_adopted < first.n_offered ? Aim::Pass : Aim::Fail;
  std::vector<std::size_t> to_turn;
  for (std::size_t r = 0; r < verdicts.size(); ++r)
    if (verdicts[r].front().adopted == (explanation.aim == Aim::Fail)) to_turn.push_back(r);
  explanation.changes = least_changes(runs, first.form, explanation.aim, to_turn);
  if (explanation.aim == Aim::Pass) explanation.absence = least_absence(runs, first.form);
  if (runs.stopped()) return std::nullopt;
  return explanation;
}

}  // namespace hansa
