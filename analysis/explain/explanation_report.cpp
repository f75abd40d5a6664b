#include "analysis/explain/explanation_report.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include <fmt/format.h>

#include "analysis/comparison/comparison_report.hpp"
#include "scenarios/parameters/scenario.hpp"
#include "support/text/numeral.hpp"
#include "support/text/text_rows.hpp"

namespace hansa {
namespace {

using States = std::vector<const StateReading*>;

std::string share(double value, const std::array<double, 2>& ci95) {
  return fmt::format("{:.2f} [{:.2f}, {:.2f}]", value, ci95[0], ci95[1]);
}

/// Gains are small: in thousandths.
std::string thousandths(double gain) {
  const double rounded = std::round(10000 * gain) / 10;
  return fmt::format("{:.1f}", rounded == 0 ? 0.0 : rounded);
}

/// The rounds to show: the opening, the first, some between, the last.
std::vector<std::size_t> rounds_shown(std::size_t n_rounds) {
  constexpr std::size_t most = 7;
  std::vector<std::size_t> shown;
  for (std::size_t k = 0; k < std::min(n_rounds, most); ++k)
    shown.push_back(n_rounds <= most ? k : (k * (n_rounds - 1) + (most - 1) / 2) / (most - 1));
  return shown;
}

std::string content_text(const FormExplanation& text) {
  const std::vector<std::size_t> rounds = rounds_shown(text.content.size());
  TextRows rows = {{"  content by round", "status quo"}};
  for (const std::size_t round : rounds)
    rows.front().push_back(round == 0 ? "opening" : fmt::format("{:>5}", round));
  for (std::size_t k = 0; k < text.issues.size(); ++k) {
    rows.push_back({"  " + text.issues[k], fmt::format("{:.3f}", text.status_quo[k])});
    for (const std::size_t round : rounds)
      rows.back().push_back(fmt::format("{:.3f}", text.content[round][k]));
  }
  return align(rows, Numbers::Right);
}

/// Parts that are not nothing for all of these states.
std::vector<GainPart> parts_of(const States& states) {
  std::vector<GainPart> parts;
  for (const GainPart& part : gain_parts) {
    if (std::ranges::any_of(states, [&](const StateReading* s) { return s->all_issues().*part.value != 0; }))
      parts.push_back(part);
  }
  return parts;
}

double sum_of(const GainParts& parts) {
  double sum = 0;
  for (const GainPart& part : gain_parts) sum += parts.*part.value;
  return sum;
}

/// The issue that weighs most against the text.
const std::string& worst_issue(const StateReading& state, const FormExplanation& text) {
  const auto worst = std::ranges::min_element(state.parts, {}, sum_of);
  return text.issues[static_cast<std::size_t>(worst - state.parts.begin())];
}

std::string states_text(const States& states, const FormExplanation& text, const Facts& facts) {
  const std::vector<GainPart> parts = parts_of(states);
  const bool pays = std::ranges::any_of(states, [](const StateReading* s) { return s->payment != 0; });
  const bool at_home = std::ranges::any_of(states, [](const StateReading* s) { return s->at_home > 0; });
  TextRows rows = {{"  state", "", "objects", "gain", "90 %", "bears"}};
  for (const GainPart& part : parts) rows.front().push_back(std::string(part.name));
  if (pays) rows.front().push_back("paid");
  rows.front().push_back("worst on");
  if (at_home) rows.front().push_back("at home");
  for (const StateReading* state : states) {
    const GainParts all = state->all_issues();
    std::vector<std::string> row = {
        "  " + facts.iso3[state->row],
        facts.state_name[state->row],
        fmt::format("{:.2f}", state->objects),
        thousandths(state->gain),
        fmt::format("[{}, {}]", thousandths(state->gain_90[0]), thousandths(state->gain_90[1])),
        thousandths(-state->bearable)};
    for (const GainPart& part : parts) row.push_back(thousandths(all.*part.value));
    if (pays) row.push_back(thousandths(state->payment));
    row.push_back(worst_issue(*state, text));
    if (at_home) row.push_back(fmt::format("{:.2f}", state->at_home));
    rows.push_back(std::move(row));
  }
  return align(rows, Numbers::Right);
}

std::string objectors_text(const FormExplanation& text, const Facts& facts, double least_share) {
  States named;
  for (const StateReading& state : text.failed.states)
    if (state.objects >= least_share && state.objects > 0) named.push_back(&state);
  return fmt::format("\n  Where it fails ({}), {:.1f} states object, these in at least {:.2f}:\n",
                     counted(text.failed.n, "realization"), text.n_objectors, least_share) +
         states_text(named, text, facts);
}

std::string nearest_text(const FormExplanation& text, const Facts& facts, std::size_t n_nearest) {
  States nearest;
  for (std::size_t k = 0; k < std::min(n_nearest, text.passed.states.size()); ++k)
    nearest.push_back(&text.passed.states[k]);
  return fmt::format("\n  Where it passes ({}), the nearest to objecting:\n",
                     counted(text.passed.n, "realization")) +
         states_text(nearest, text, facts);
}

std::string form_text(const FormExplanation& text, const Facts& facts, const ExplanationView& view) {
  const double adopted = static_cast<double>(text.n_adopted) / static_cast<double>(text.n_offered);
  std::string lines =
      fmt::format("\n{} text: adopted in {} of {}, {:.1f} rounds\n", name_of(text.form),
                  share(adopted, text.adopted_ci95), counted(text.n_offered, "realization"), text.rounds);
  lines += content_text(text);
  if (text.failed.n > 0) lines += objectors_text(text, facts, view.least_share);
  if (text.passed.n > 0) lines += nearest_text(text, facts, view.n_nearest);
  return lines;
}

std::string value_of(const LeverValue& value, const Lever& lever) {
  if (!value) return "none";
  return lever.whole ? fmt::format("{:.0f}", *value) : fmt::format("{:.3g}", *value);
}

/// The interval of the median, the smaller value first; one bound may lie beyond those of the lever.
std::string interval_of(const LeastChange& change) {
  auto [lo, hi] = change.ci95;
  if (lo && hi && *lo > *hi) std::swap(lo, hi);
  return fmt::format(" [{}, {}]", value_of(lo, *change.lever), value_of(hi, *change.lever));
}

std::string changes_text(const Explanation& explanation, const Facts& facts) {
  const bool to_pass = explanation.aim == Aim::Pass;
  if (explanation.changes.empty()) return "";
  const std::size_t n = explanation.changes.front().turned_at.size();
  std::string lines = fmt::format("\nThe least change that makes the {} text {}, in the {} in which it {}:\n",
                                  name_of(explanation.turned), name_of(explanation.aim),
                                  counted(n, "realization"), to_pass ? "fails" : "passes");
  TextRows rows = {{"  change", "now", "median [95 %]", "bound", "turns"}};
  for (const LeastChange& change : explanation.changes) {
    const Lever& lever = *change.lever;
    std::string median = "none within bounds in most";
    if (change.turned == 0) median = "none within bounds";
    if (change.median) median = value_of(change.median, lever) + interval_of(change);
    rows.push_back({"  " + std::string(lever.label), change.now, median, fmt::format("{:g}", change.range.to),
                    share(change.turned, change.turned_ci95)});
  }
  lines += align(rows, Numbers::Right);
  if (!to_pass) return lines;
  if (!explanation.absence)
    return lines + "No set of up to sixty states was found without which it passes.\n";
  std::vector<std::string> codes;
  for (const std::size_t row : explanation.absence->states) codes.push_back(facts.iso3[row]);
  std::ranges::sort(codes);
  return lines + fill_rows(fmt::format("It also passes, in {}, without {}; none of these {} can come back.",
                                       share(explanation.absence->passes, explanation.absence->passes_ci95),
                                       fmt::join(codes, " "), codes.size()));
}

/// What happened at the conference, and whether most realizations end otherwise.
std::string in_fact(const Explanation& explanation) {
  if (!explanation.past) return "";
  const ObservedConference& past = *explanation.past;
  std::string ended = past.ending == Ending::Adopted
                          ? fmt::format("a {} text was adopted", name_of(past.form))
                      : past.ending == Ending::None ? "nothing of note was asked"
                      : past.ending == Ending::Partial
                          ? fmt::format("part of the {} text that was asked was adopted", name_of(past.form))
                          : fmt::format("the {} text that was asked failed", name_of(past.form));
  if (!past.instrument.empty()) ended += " (" + past.instrument + ")";
  return fill_rows(
      fmt::format("In fact: {}{}.", ended,
                  explanation.differs.value_or(false) ? "; most realizations end otherwise" : ""));
}

/// What happens to the text first on offer, at whose objection, and what weighs most against it.
std::string in_words(const Explanation& explanation, const Facts& facts) {
  const FormExplanation& text = explanation.forms.front();
  const bool passes = explanation.aim == Aim::Fail;
  const std::size_t n = passes ? text.n_adopted : text.n_offered - text.n_adopted;
  const std::string fate = fmt::format("In words: the {} text {} in {} of {} realizations",
                                       name_of(text.form), passes ? "passes" : "fails", n, text.n_offered);
  if (passes) return fill_rows(fate + ".");
  std::vector<std::string> most;
  GainParts against;
  double n_objections = 0;
  for (const StateReading& state : text.failed.states) {
    if (state.objects >= 0.5) most.push_back(facts.state_name[state.row]);
    n_objections += state.objects;
    const GainParts all = state.all_issues();
    for (const GainPart& part : gain_parts) against.*part.value += state.objects * (all.*part.value);
  }
  if (n_objections == 0) return fill_rows(fate + ", though nobody objects.");
  const auto worst =
      std::ranges::min_element(gain_parts, {}, [&](const GainPart& part) { return against.*part.value; });
  const std::string who = most.empty()
                              ? "no state objects in half of these"
                              : fmt::format("in half of these or more object {}", fmt::join(most, ", "));
  return fill_rows(fmt::format("{}; {}. An objector loses {} thousandths in the mean; {} costs it most, {}.",
                               fate, who, thousandths(-sum_of(against) / n_objections), worst->name,
                               thousandths(-(against.*worst->value) / n_objections)));
}

}  // namespace

std::string explanation_text(const Explanation& explanation, const Facts& facts,
                             const ExplanationView& view) {
  const Scenario& scenario = *facts.scenario;
  std::string text = fmt::format("{}, {} ({}, {})\n", explanation.conference, explanation.year, scenario.name,
                                 counted(explanation.n_realizations, "realization"));
  text += in_words(explanation, facts) + in_fact(explanation);
  for (const FormExplanation& form : explanation.forms) text += form_text(form, facts, view);
  text += changes_text(explanation, facts);
  return text +
         "\ncontent: 0 to 1, means. gain: of a state's worst veto player over no agreement, in thousandths; "
         "the\n"
         "columns after bears add up to it: its own effort, the cost to its sovereignty, what its own effort "
         "and\n"
         "the others' are worth to it. bears: the gain below which it objects. A change holds in that year "
         "alone:\n"
         "history up to it stays, and so do all draws.\n";
}

}  // namespace hansa
