#include "analysis/explain/explanation_tables.hpp"

#include <array>

#include "support/text/csv_text.hpp"

namespace hansa {
namespace {

using Cells = std::vector<std::string>;

std::string cell(std::size_t n) { return std::to_string(n); }
std::string cell(const LeverValue& value) { return value ? csv_cell(*value) : ""; }

/// Calls visit(form, fate, reading) for every state in every fate that a text met.
template <class Visit> void for_each_reading(const Explanation& explanation, const Visit& visit) {
  for (const FormExplanation& text : explanation.forms) {
    for (const StateReading& state : text.failed.states) visit(text, "failed", state);
    for (const StateReading& state : text.passed.states) visit(text, "passed", state);
  }
}

std::string texts_table(const Explanation& explanation) {
  std::string csv = csv_line({"form", "round", "issue", "status_quo", "content"});
  for (const FormExplanation& text : explanation.forms) {
    for (std::size_t round = 0; round < text.content.size(); ++round)
      for (std::size_t k = 0; k < text.issues.size(); ++k)
        csv += csv_line({csv_cell(name_of(text.form)), cell(round), csv_cell(text.issues[k]),
                         csv_cell(text.status_quo[k]), csv_cell(text.content[round][k])});
  }
  return csv;
}

std::string states_table(const Explanation& explanation, const Facts& facts) {
  std::string csv =
      csv_line({"form", "fate", "realizations", "state", "name", "objects", "objects_lo", "objects_hi",
                "gain", "gain_q05", "gain_q95", "bearable_loss", "margin", "at_home", "payment"});
  for_each_reading(
      explanation, [&](const FormExplanation& text, std::string_view fate, const StateReading& s) {
        csv += csv_line({csv_cell(name_of(text.form)), csv_cell(fate),
                         cell(fate == "failed" ? text.failed.n : text.passed.n), csv_cell(facts.iso3[s.row]),
                         csv_cell(facts.state_name[s.row]), csv_cell(s.objects), csv_cell(s.objects_ci95[0]),
                         csv_cell(s.objects_ci95[1]), csv_cell(s.gain), csv_cell(s.gain_90[0]),
                         csv_cell(s.gain_90[1]), csv_cell(s.bearable), csv_cell(s.margin),
                         csv_cell(s.at_home), csv_cell(s.payment)});
      });
  return csv;
}

std::string gains_table(const Explanation& explanation, const Facts& facts) {
  std::string csv = csv_line({"form", "fate", "state", "issue", "part", "gain"});
  for_each_reading(explanation, [&](const FormExplanation& text, std::string_view fate,
                                    const StateReading& s) {
    for (std::size_t k = 0; k < text.issues.size(); ++k)
      for (const GainPart& part : gain_parts)
        csv += csv_line({csv_cell(name_of(text.form)), csv_cell(fate), csv_cell(facts.iso3[s.row]),
                         csv_cell(text.issues[k]), csv_cell(part.name), csv_cell(s.parts[k].*part.value)});
    csv += csv_line({csv_cell(name_of(text.form)), csv_cell(fate), csv_cell(facts.iso3[s.row]), "all",
                     "payment", csv_cell(s.payment)});
  });
  return csv;
}

std::string changes_table(const Explanation& explanation) {
  std::string csv = csv_line({"form", "aim", "change", "now", "from", "to", "realizations", "median",
                              "median_near", "median_far", "turned", "turned_lo", "turned_hi"});
  for (const LeastChange& change : explanation.changes) {
    csv += csv_line({csv_cell(name_of(explanation.turned)), csv_cell(name_of(explanation.aim)),
                     csv_cell(change.lever->name), csv_cell(change.now), csv_cell(change.range.from),
                     csv_cell(change.range.to), cell(change.turned_at.size()), cell(change.median),
                     cell(change.ci95[0]), cell(change.ci95[1]), csv_cell(change.turned),
                     csv_cell(change.turned_ci95[0]), csv_cell(change.turned_ci95[1])});
  }
  return csv;
}

}  // namespace

std::vector<std::pair<std::string, std::string>> explanation_tables(const Explanation& explanation,
                                                                    const Facts& facts) {
  return {{"texts.csv", texts_table(explanation)},
          {"states.csv", states_table(explanation, facts)},
          {"gains.csv", gains_table(explanation, facts)},
          {"changes.csv", changes_table(explanation)}};
}

}  // namespace hansa
