#include "analysis/explain/explanation_report.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include <fmt/format.h>

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

Text content_text(const FormExplanation& text) {
  const std::vector<std::size_t> rounds = rounds_shown(text.content.size());
  TextRows rows = {{"  content by round", "status quo"}};
  for (const std::size_t round : rounds)
    rows.front().push_back(round == 0 ? "opening" : fmt::format("{:>5}", round));
  for (std::size_t k = 0; k < text.issues.size(); ++k) {
    rows.push_back({"  " + text.issues[k], fmt::format("{:.3f}", text.status_quo[k])});
    for (const std::size_t round : rounds)
      rows.back().push_back(fmt::format("{:.3f}", text.content[round][k]));
  }
  // where there is no room the rounds between go, every other one first
  std::vector<int> ranks = {0, 0};
  for (std::size_t k = 0; k < rounds.size(); ++k)
    ranks.push_back(k == 0 || k + 1 == rounds.size() ? 0 : k % 2 == 1 ? 2 : 1);
  return align(rows, Numbers::Right, ranks);
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

bool any_pays(const States& states) {
  return std::ranges::any_of(states, [](const StateReading* s) { return s->payment != 0; });
}

bool any_at_home(const States& states) {
  return std::ranges::any_of(states, [](const StateReading* s) { return s->at_home > 0; });
}

/// The states in half of the realizations or more stand out. The interval is left out where it has one value.
Text states_text(const States& states, const FormExplanation& text, const Facts& facts, std::size_t n) {
  const bool has_interval = n > 1;
  const std::vector<GainPart> parts = parts_of(states);
  const bool pays = any_pays(states), at_home = any_at_home(states);
  TextRows rows = {{"  state", "", "objects", "gain"}};
  if (has_interval) rows.front().emplace_back("90 %");
  rows.front().emplace_back("bears");
  for (const GainPart& part : parts) rows.front().push_back(std::string(part.name));
  if (pays) rows.front().push_back("paid");
  rows.front().push_back("worst on");
  if (at_home) rows.front().push_back("at home");
  std::vector<int> ranks = {0, 3, 0, 0};
  if (has_interval) ranks.push_back(4);
  ranks.push_back(2);
  ranks.insert(ranks.end(), parts.size() + (pays ? 1 : 0), 1);
  ranks.insert(ranks.end(), {0, 5});
  for (const StateReading* state : states) {
    const GainParts all = state->all_issues();
    std::vector<std::string> row = {"  " + facts.iso3[state->row], facts.state_name[state->row],
                                    fmt::format("{:.2f}", state->objects), thousandths(state->gain)};
    if (has_interval)
      row.push_back(fmt::format("[{}, {}]", thousandths(state->gain_90[0]), thousandths(state->gain_90[1])));
    row.push_back(thousandths(-state->bearable));
    for (const GainPart& part : parts) row.push_back(thousandths(all.*part.value));
    if (pays) row.push_back(thousandths(state->payment));
    row.push_back(worst_issue(*state, text));
    if (at_home) row.push_back(fmt::format("{:.2f}", state->at_home));
    rows.push_back(std::move(row));
  }
  TextTable table = table_of(rows, Numbers::Right, ranks);
  for (std::size_t k = 0; k < states.size(); ++k)
    if (states[k]->objects >= 0.5)
      for (const std::size_t column : {0U, 1U, 2U}) table.rows[k][column].tone = Tone::Strong;
  return table;
}

States objectors(const FormExplanation& text, const ExplanationView& view) {
  States named;
  for (const StateReading& state : text.failed.states)
    if (state.objects >= view.least_share && state.objects > 0) named.push_back(&state);
  return named;
}

/// Of a text that passes: all that object often enough, and the nearest to it.
States nearest(const FormExplanation& text, const ExplanationView& view) {
  States named;
  for (const StateReading& state : text.passed.states)
    if (named.size() < view.n_nearest || (state.objects >= view.least_share && state.objects > 0))
      named.push_back(&state);
  return named;
}

/// "15.3 states object", or of a single realization "1 state objects".
std::string objections_text(const Readings& readings) {
  const std::size_t n = readings.n_objections;
  if (readings.n == 1) return fmt::format("{} object{}", counted(n, "state"), n == 1 ? "s" : "");
  return fmt::format("{:.1f} states object on average",
                     static_cast<double>(n) / static_cast<double>(readings.n));
}

Text objectors_text(const FormExplanation& text, const Facts& facts, const ExplanationView& view) {
  return fmt::format("\n  Where it fails ({}), {}, these in at least {:.2f}:\n",
                     counted(text.failed.n, "realization"), objections_text(text.failed), view.least_share) +
         states_text(objectors(text, view), text, facts, text.failed.n);
}

Text nearest_text(const FormExplanation& text, const Facts& facts, const ExplanationView& view) {
  const std::string who = text.passed.n_objections > 0
                              ? objections_text(text.passed) + ", outvoted; these and the nearest to it"
                              : "nobody objects; the nearest to it";
  return fmt::format("\n  Where it passes ({}), {}:\n", counted(text.passed.n, "realization"), who) +
         states_text(nearest(text, view), text, facts, text.passed.n);
}

Text form_text(const FormExplanation& text, const Facts& facts, const ExplanationView& view) {
  const double adopted = static_cast<double>(text.n_adopted) / static_cast<double>(text.n_offered);
  Text lines =
      fmt::format("\n{} text: ", name_of(text.form)) +
      toned("adopted in " + share(adopted, text.adopted_ci95), adopted < 0.5 ? Tone::Bad : Tone::Plain) +
      fmt::format(" of {}, {:.1f} rounds\n", counted(text.n_offered, "realization"), text.rounds);
  lines += content_text(text);
  if (text.failed.n > 0) lines += objectors_text(text, facts, view);
  if (text.passed.n > 0) lines += nearest_text(text, facts, view);
  return lines;
}

std::string value_of(const LeverValue& value, const Lever& lever) {
  if (!value) return "none";
  return lever.whole ? fmt::format("{:.0f}", *value) : fmt::format("{:.3g}", *value);
}

/// The interval of the median, the smaller value first; one bound may lie beyond those of the lever.
std::string interval_of(const LeastChange& change) {
  auto [lo, hi] = change.ci95;
  if (change.range.to < change.range.from) std::swap(lo, hi);
  return fmt::format(" [{}, {}]", value_of(lo, *change.lever), value_of(hi, *change.lever));
}

Text changes_text(const Explanation& explanation, const Facts& facts) {
  const bool to_pass = explanation.aim == Aim::Pass;
  if (explanation.changes.empty()) return "";
  const std::size_t n = explanation.changes.front().turned_at.size();
  Text lines = fmt::format("\nThe least change that makes the {} text {}, in the {} in which it {}:\n",
                           name_of(explanation.turned), name_of(explanation.aim), counted(n, "realization"),
                           to_pass ? "fails" : "passes");
  constexpr std::size_t n_for_interval = 6;  // fewer have none at 95 %
  TextRows rows = {{"  change", "now",
                    n == 1               ? "turns it at"
                    : n < n_for_interval ? "median [range]"
                                         : "median [95 %]",
                    "bound", "turns"}};
  for (const LeastChange& change : explanation.changes) {
    const Lever& lever = *change.lever;
    std::string median = "none within bounds in most";
    if (change.turned == 0) median = "none within bounds";
    if (change.median) median = value_of(change.median, lever) + (n > 1 ? interval_of(change) : "");
    rows.push_back({"  " + std::string(lever.label), change.now, median, fmt::format("{:g}", change.range.to),
                    share(change.turned, change.turned_ci95)});
  }
  TextTable table = table_of(rows, Numbers::Right, {0, 1, 0, 2, 0});
  for (std::size_t k = 0; k < explanation.changes.size(); ++k) {  // what turns most stands out
    const LeastChange& change = explanation.changes[k];
    const Tone tone = change.turned == 0 ? Tone::Quiet : change.median ? Tone::Strong : Tone::Plain;
    for (const std::size_t column : {2U, 4U}) table.rows[k][column].tone = tone;
  }
  lines += std::move(table);
  if (!to_pass) return lines;
  if (!explanation.absence)
    return lines + "No set of up to sixty states was found without which it passes.\n";
  std::vector<std::string> codes;
  for (const std::size_t row : explanation.absence->states) codes.push_back(facts.iso3[row]);
  std::ranges::sort(codes);
  return lines + paragraph(fmt::format("It also passes, in {}, without {}; none of these {} can come back.",
                                       share(explanation.absence->passes, explanation.absence->passes_ci95),
                                       fmt::join(codes, " "), codes.size()));
}

/// What happened at the conference, and whether most realizations end otherwise.
Text in_fact(const Explanation& explanation) {
  if (!explanation.past) return "";
  const ObservedConference& past = *explanation.past;
  std::string ended = past.ending == Ending::Adopted
                          ? fmt::format("a {} text was adopted", name_of(past.form))
                      : past.ending == Ending::None ? "nothing of note was asked"
                      : past.ending == Ending::Partial
                          ? fmt::format("part of the {} text that was asked was adopted", name_of(past.form))
                          : fmt::format("the {} text that was asked failed", name_of(past.form));
  if (!past.instrument.empty()) ended += " (" + past.instrument + ")";
  const bool is_offered = std::ranges::any_of(
      explanation.forms, [&](const FormExplanation& text) { return text.form == past.form; });
  if (past.ending != Ending::None && !is_offered)
    ended += fmt::format("; here none of that form is on offer");
  return paragraph(
      fmt::format("In fact: {}{}.", ended,
                  explanation.differs.value_or(false) ? "; most realizations end otherwise" : ""));
}

/// What happens to the text first on offer, at whose objection, and what weighs most against it.
Text in_words(const Explanation& explanation, const Facts& facts) {
  const FormExplanation& text = explanation.forms.front();
  const bool passes = explanation.aim == Aim::Fail;
  const Readings& readings = passes ? text.passed : text.failed;
  const std::string fate =
      fmt::format("In words: the {} text {} in {} of {} realizations", name_of(text.form),
                  passes ? "passes" : "fails", readings.n, text.n_offered);
  if (readings.n_objections == 0) return paragraph(fate + (passes ? "." : ", though nobody objects."));
  std::vector<std::string> most;
  for (const StateReading& state : readings.states)
    if (state.objects >= 0.5) most.push_back(facts.state_name[state.row]);
  const std::string who = most.empty()
                              ? "no state objects in half of these"
                              : fmt::format("in half of these or more {} object{}{}", fmt::join(most, ", "),
                                            most.size() == 1 ? "s" : "", passes ? ", outvoted" : "");
  const auto worst = std::ranges::min_element(
      gain_parts, {}, [&](const GainPart& part) { return readings.objector.*part.value; });
  return paragraph(
      fmt::format("{}; {}. Where a state objects it loses {} thousandths in the mean; {} costs "
                  "it most, {}.",
                  fate, who, thousandths(-sum_of(readings.objector)), worst->name,
                  thousandths(-(readings.objector.*worst->value))));
}

/// What the columns are, as far as they are shown.
Text legend(const Explanation& explanation, const ExplanationView& view) {
  States shown;
  for (const FormExplanation& text : explanation.forms) {
    for (const States& states : {objectors(text, view), nearest(text, view)})
      shown.insert(shown.end(), states.begin(), states.end());
  }
  std::vector<std::string> parts;
  for (const GainPart& part : parts_of(shown)) parts.push_back(fmt::format("{} ({})", part.name, part.about));
  if (any_pays(shown)) parts.push_back("paid (side payments)");
  const bool has_interval = std::ranges::any_of(
      explanation.forms, [](const FormExplanation& text) { return text.failed.n > 1 || text.passed.n > 1; });
  return paragraph(fmt::format(
      "content: 0 to 1, means. gain: of a state's worst veto player over no agreement, in thousandths, the "
      "sum of "
      "{}{}. bears: the gain below which it objects. worst on: the issue that costs it "
      "most{}. A change holds in that year alone: history up to it stays, and so do all draws.",
      fmt::join(parts, ", "), has_interval ? "; 90 %: of realizations" : "",
      any_at_home(shown) ? "; at home: share of realizations in which that player is not the executive"
                         : ""));
}

}  // namespace

Text explanation_text(const Explanation& explanation, const Facts& facts, const ExplanationView& view) {
  const Scenario& scenario = *facts.scenario;
  Text text = fmt::format("{}, {} ({}, {})\n", explanation.conference, explanation.year, scenario.name,
                          counted(explanation.n_realizations, "realization"));
  text += in_words(explanation, facts) + in_fact(explanation);
  for (const FormExplanation& form : explanation.forms) text += form_text(form, facts, view);
  text += changes_text(explanation, facts);
  return text + "\n" + legend(explanation, view);
}

}  // namespace hansa
