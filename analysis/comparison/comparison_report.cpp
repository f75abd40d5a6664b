#include "analysis/comparison/comparison_report.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <vector>

#include <fmt/format.h>

#include "analysis/comparison/in_words.hpp"
#include "analysis/comparison/split.hpp"
#include "analysis/json_value.hpp"
#include "analysis/summary_report.hpp"
#include "support/text/marks.hpp"
#include "support/text/numeral.hpp"

namespace hansa {
namespace {

using Json = nlohmann::ordered_json;

/// An outcome as the tables show it, under its own name.
struct Shown {
  std::string_view metric;
  int digits;            // of the difference
  int mean_digits = -1;  // of the mean in full beside it; negative: not shown

  [[nodiscard]] bool has_mean() const { return mean_digits >= 0; }
  [[nodiscard]] std::size_t mean_width() const { return static_cast<std::size_t>(mean_digits) + 2; }
  [[nodiscard]] std::size_t difference_width() const { return 2 * static_cast<std::size_t>(digits) + 8; }
};

constexpr std::array<Shown, 4> of_conferences = {
    {{"adopted", 3, 2}, {"depth", 4, 3}, {"urban_role", 4, 2}, {"participation", 3}}};

constexpr std::array<Shown, 11> of_years = {{{"networks", 1},
                                             {"memberships", 0},
                                             {"effective_number", 1},
                                             {"network_voice", 4},
                                             {"access", 4},
                                             {"soft_power", 4},
                                             {"preemptions", 2},
                                             {"autonomy", 4},
                                             {"delivery", 4},
                                             {"city_action", 4},
                                             {"status_quo", 4}}};

bool differs(const OutcomeDifference* outcome) {
  return outcome != nullptr && outcome->difference.flipped > 0;
}

/// Whether the difference is visible at this number of digits.
bool is_visible(const OutcomeDifference* outcome, int digits) {
  const double least = 0.5 * std::pow(10.0, -digits);
  return differs(outcome) &&
         (std::abs(outcome->difference.mean) >= least || half_width(outcome->difference) >= least);
}

std::string mean_cell(double value, int digits) {
  return std::isnan(value) ? "-" : fmt::format("{:.{}f}", value, digits);
}

/// A mean and a difference as one cell, both to the right, with the tone of a named difference.
TableCell outcome_cell(const OutcomeDifference& one, const Shown& shown) {
  std::string text;
  if (shown.has_mean())
    text = fmt::format("{:>{}} ", mean_cell(one.full, shown.mean_digits), shown.mean_width());
  text += fmt::format("{:>{}}", difference_cell(one.difference, shown.digits), shown.difference_width());
  return {text, tone_of(one.difference)};
}

std::vector<TableCell> conference_row(std::string name, std::string year,
                                      const OutcomeDifferences& outcomes) {
  std::vector<TableCell> row = {std::move(name), std::move(year)};
  for (const Shown& shown : of_conferences)
    if (const OutcomeDifference* one = find_outcome(outcomes, shown.metric); one != nullptr)
      row.push_back(outcome_cell(*one, shown));
  return row;
}

/// The outcome whose differences are named most often; the first of several.
std::string_view most_named(const std::vector<const OutcomeDifferences*>& rows) {
  std::string_view most = of_conferences.front().metric;
  std::ptrdiff_t n_most = 0;
  for (const Shown& shown : of_conferences) {
    const auto n = std::ranges::count_if(rows, [&](const OutcomeDifferences* row) {
      const OutcomeDifference* one = find_outcome(*row, shown.metric);
      return one != nullptr && one->difference.named;
    });
    if (n > n_most) most = shown.metric;
    n_most = std::max(n_most, n);
  }
  return most;
}

/// The intervals of the differences of one outcome, on one scale, as a column for terminals.
void add_drawing(const std::vector<const OutcomeDifferences*>& rows, TextTable& table) {
  const std::string_view metric = most_named(rows);
  double reach = 0;
  for (const OutcomeDifferences* row : rows)
    if (const OutcomeDifference* one = find_outcome(*row, metric);
        differs(one) && !std::isnan(one->difference.lo))
      reach = std::max({reach, std::abs(one->difference.lo), std::abs(one->difference.hi)});
  if (!(reach > 0)) return;
  table.columns.push_back(
      {.title = fmt::format("{0}, -{1:.2g} to {1:.2g}", metric, reach), .rank = 9, .for_terminal = true});
  for (std::size_t k = 0; k < rows.size(); ++k) {
    table.rows[k].resize(table.columns.size() - 1);
    const OutcomeDifference* one = find_outcome(*rows[k], metric);
    if (!differs(one)) continue;
    const PairedDifference& difference = one->difference;
    table.rows[k].push_back(
        drawn_interval(difference.lo, difference.mean, difference.hi, {.from = -reach, .to = reach}));
    table.rows[k].back().tone = tone_of(difference);
  }
}

bool any_differs(const ConferenceComparison& conference) {
  return std::ranges::any_of(of_conferences, [&](const Shown& shown) {
    return differs(find_outcome(conference.outcomes, shown.metric));
  });
}

/// Whether a conference needs no row of its own: its differences are too small to be named, or may be chance.
bool is_routine(const ConferenceComparison& conference) {
  return std::ranges::none_of(of_conferences, [&](const Shown& shown) {
    const OutcomeDifference* one = find_outcome(conference.outcomes, shown.metric);
    return one != nullptr && one->difference.named;
  });
}

/// A row for each of these conferences, and their mean.
Text conference_table(const Comparison& comparison, const std::vector<const ConferenceComparison*>& shown) {
  TextTable table{
      .columns = {{.title = "conference"}, {.title = "year", .side = Side::Right, .rank = 1, .gap = 1}}};
  for (std::size_t k = 0; k < of_conferences.size(); ++k)
    if (find_outcome(comparison.mean_conference, of_conferences[k].metric) != nullptr)
      table.columns.push_back(
          {.title = std::string(of_conferences[k].metric), .rank = static_cast<int>(k == 0 ? 0 : k + 1)});
  std::vector<const OutcomeDifferences*> rows;
  for (const ConferenceComparison* conference : shown) {
    table.rows.push_back(
        conference_row(conference->name, std::to_string(conference->year), conference->outcomes));
    rows.push_back(&conference->outcomes);
  }
  if (comparison.conferences.size() > 1) {
    table.rows.push_back(conference_row("mean", "", comparison.mean_conference));
    rows.push_back(&comparison.mean_conference);
  }
  add_drawing(rows, table);
  return table;
}

/// Rows for the conferences with a named difference, a line for three or more without.
Text exceptions_first(const Comparison& comparison,
                      const std::vector<const ConferenceComparison*>& differing) {
  std::vector<std::string> names;
  std::vector<std::size_t> routine;
  for (std::size_t k = 0; k < comparison.conferences.size(); ++k) {
    names.push_back(comparison.conferences[k].name);
    if (any_differs(comparison.conferences[k]) && is_routine(comparison.conferences[k])) routine.push_back(k);
  }
  if (routine.size() < least_routine) return conference_table(comparison, differing);
  std::vector<const ConferenceComparison*> noteworthy;
  std::ranges::remove_copy_if(differing, std::back_inserter(noteworthy),
                              [](const ConferenceComparison* one) { return is_routine(*one); });
  return conference_table(comparison, noteworthy) +
         routine_line(names, routine, "differences that may be chance, or are too small to name");
}

void add_conferences(const Comparison& comparison, Text& text) {
  if (comparison.conferences.empty()) return;
  text += "\n";
  std::vector<std::string> names;
  std::vector<std::size_t> same;
  std::vector<const ConferenceComparison*> differing;
  for (std::size_t k = 0; k < comparison.conferences.size(); ++k) {
    const ConferenceComparison& conference = comparison.conferences[k];
    names.push_back(conference.name);
    if (any_differs(conference))
      differing.push_back(&conference);
    else
      same.push_back(k);
  }
  if (!differing.empty()) {
    text += by_screen(exceptions_first(comparison, differing), conference_table(comparison, differing));
    text += paragraph(
        "the mean in full, then the difference +- half its 95 % interval; same: in every pair; adopted: "
        "share of pairs; the others: over the pairs with a text in both arms, participation by its "
        "difference alone");
  }
  if (same.empty()) return;
  std::vector<std::string_view> metrics;
  for (const Shown& shown : of_conferences) metrics.push_back(shown.metric);
  const std::string what = fmt::format("no pair differs in {} at ", fmt::join(metrics, ", "));
  std::vector<std::string> each;
  for (const std::size_t k : same) each.push_back(names[k]);
  text += by_screen(paragraph(what + neighbours_joined(names, same)),
                    paragraph(what + fmt::format("{}", fmt::join(each, " "))));
}

void add_years(const Comparison& comparison, Text& text) {
  constexpr auto right = Side::Right;
  TextTable table{.columns = {{.title = fmt::format("in {} | mean of years", comparison.last_year)},
                              {.title = "full", .side = right, .rank = 2},
                              {.title = "other", .side = right, .rank = 3},
                              {.title = "difference", .side = right},
                              {.title = "full", .side = right, .rank = 4},
                              {.title = "other", .side = right, .rank = 5},
                              {.title = "difference", .side = right, .rank = 1}}};
  for (const Shown& shown : of_years) {
    const OutcomeDifference* last = find_outcome(comparison.at_last_year, shown.metric);
    const OutcomeDifference* mean = find_outcome(comparison.mean_year, shown.metric);
    if (!is_visible(last, shown.digits) && !is_visible(mean, shown.digits)) continue;
    std::vector<TableCell>& row = table.rows.emplace_back();
    row.emplace_back("  " + std::string(shown.metric));
    for (const OutcomeDifference* one : {last, mean}) {
      row.emplace_back(mean_cell(one->full, shown.digits));
      row.emplace_back(mean_cell(one->other, shown.digits));
      row.emplace_back(difference_cell(one->difference, shown.digits), tone_of(one->difference));
    }
  }
  if (!table.rows.empty()) text += Text("\n") + std::move(table);
}

Text first_difference_line(const Comparison& comparison) {
  const FirstDifference& first = comparison.first_difference;
  if (first.n_pairs == 0) return "The arms never differ: nothing recorded differs in any pair.\n";
  constexpr std::size_t most_named = 4;
  std::vector<std::string> named(
      first.variables.begin(),
      first.variables.begin() + static_cast<std::ptrdiff_t>(std::min(first.variables.size(), most_named)));
  if (first.variables.size() > most_named)
    named.push_back(fmt::format("{} more", first.variables.size() - most_named));
  return paragraph(fmt::format(
      "The arms differ in {} of {} pairs: from {} on, in the median pair from {:.0f} on; first in {}.",
      first.n_pairs, comparison.n_pairs, *first.earliest, std::floor(*first.median), fmt::join(named, ", ")));
}

/// One entry per metric, with its conference and year.
void add_outcomes(const OutcomeDifferences& outcomes, const Json& place, Json& list) {
  for (const OutcomeDifference& outcome : outcomes) {
    Json entry = {{"metric", outcome.metric}};
    entry.update(place);
    entry.update(difference_json(outcome.difference));
    entry["full"] = or_null(outcome.full);
    entry["other"] = or_null(outcome.other);
    list.push_back(std::move(entry));
  }
}

}  // namespace

std::string difference_cell(const PairedDifference& difference, int digits) {
  if (difference.n == 0) return "-";
  if (difference.flipped == 0) return "same";
  if (std::isnan(difference.lo)) return fmt::format("{:+.{}f}", difference.mean, digits);
  return fmt::format("{:+.{}f}+-{:.{}f}{}", difference.mean, digits, half_width(difference), digits,
                     difference.named ? "*" : " ");
}

Json difference_json(const PairedDifference& difference) {
  return {{"mean", or_null(difference.mean)},
          {"ci95", {or_null(difference.lo), or_null(difference.hi)}},
          {"p", or_null(difference.p)},
          {"p_adjusted", or_null(difference.p_adjusted)},
          {"named", difference.named},
          {"flipped", or_null(difference.flipped)},
          {"n", difference.n}};
}

Text naming_text(double smallest, std::size_t n_conferences) {
  const std::string adjusted =
      n_conferences > 1
          ? fmt::format(", at conferences after adjusting p for the {} of them (Holm)", n_conferences)
          : "";
  return paragraph(
      fmt::format("*: beyond chance at 5 %{}, and a difference of at least {} (--smallest): of all pairs or "
                  "states, else of the mean in full",
                  adjusted, smallest));
}

Tone tone_of(const PairedDifference& difference) {
  return difference.named ? Tone::Strong : difference.flipped == 0 ? Tone::Quiet : Tone::Plain;
}

Text comparison_text(const Comparison& comparison, std::string_view title, std::string_view other) {
  Text text = fmt::format("{}: full -> {} ({})\nDifferences are {} minus full.\n", title, other,
                          counted(comparison.n_pairs, "pair"), other);
  text += overlap_text(comparison.overlap, other);
  add_conferences(comparison, text);
  text += split_text(comparison);
  add_years(comparison, text);
  if (comparison.first_difference.n_pairs > 0)
    text += naming_text(comparison.smallest, comparison.conferences.size());
  text += network_differences_text(comparison.networks, comparison.last_year);
  return text + "\n" + first_difference_line(comparison) + in_words(comparison, other);
}

Json comparison_json(const Comparison& comparison) {
  Json json = {{"overlap", overlap_json(comparison.overlap)},
               {"smallest", comparison.smallest},
               {"differences", Json::array()},
               {"mean_conference", Json::array()},
               {"yearly", Json::array()}};
  for (const ConferenceComparison& c : comparison.conferences)
    add_outcomes(c.outcomes, {{"conference", c.name}, {"year", c.year}}, json["differences"]);
  add_outcomes(comparison.mean_conference, Json::object(), json["mean_conference"]);
  add_outcomes(comparison.at_last_year, {{"year", comparison.last_year}}, json["yearly"]);
  add_outcomes(comparison.mean_year, {{"year", "mean"}}, json["yearly"]);
  if (comparison.split) json["split"] = split_json(*comparison.split);
  if (!comparison.networks.empty()) json["leave_one_out"] = network_differences_json(comparison.networks);
  json["first_difference_year"] = {{"earliest", or_null(comparison.first_difference.earliest)},
                                   {"median", or_null(comparison.first_difference.median)},
                                   {"pairs", comparison.first_difference.n_pairs},
                                   {"variables", comparison.first_difference.variables}};
  return json;
}

}  // namespace hansa
