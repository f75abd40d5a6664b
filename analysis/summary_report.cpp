#include "analysis/summary_report.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <map>

#include <fmt/format.h>

#include "analysis/json_value.hpp"
#include "support/text/date.hpp"
#include "support/text/json_text.hpp"
#include "support/text/marks.hpp"
#include "support/text/numeral.hpp"

namespace hansa {
namespace {

using Json = nlohmann::ordered_json;

/// The mean of an outcome, "-" where it applies in no realization.
std::string mean_cell(const OutcomeMeans& means, std::string_view metric, int digits) {
  const double mean = mean_of(means, metric);
  return std::isnan(mean) ? "-" : fmt::format("{:.{}f}", mean, digits);
}

/// A month, 0 to 11, and its year as "Nov 2016".
std::string month_text(int month, int year) {
  constexpr std::string_view months[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                         "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  return fmt::format("{} {}", months[month], year);
}

/// The month of a date such as 2016.85.
std::string month_of(double date) {
  const int year = static_cast<int>(date);
  return month_text(std::min(11, static_cast<int>((date - year) * 12.0)), year);
}

std::string month_of(Date date) {
  const std::chrono::year_month_day day(date);
  return month_text(static_cast<int>(static_cast<unsigned>(day.month())) - 1, static_cast<int>(day.year()));
}

/// An outcome in the table, under its own name.
struct ShownMean {
  std::string_view metric;
  int digits;
  int rank;  // of its column
};

constexpr std::array<ShownMean, 3> of_conferences = {
    {{"depth", 3, 0}, {"participation", 2, 4}, {"urban_role", 2, 3}}};
constexpr std::array<ShownMean, 4> of_years = {{{"networks", 0, 0},
                                                {"effective_number", 1, 0},
                                                {"network_voice", 2, 0},
                                                {"memberships_per_city", 2, 0}}};

/// What happened in a word: the form adopted, or how the conference ended; a ! where the result differs.
std::string history_cell(const std::optional<HistoryBeside>& history) {
  if (!history) return "";
  const ObservedConference& known = history->conference;
  return std::string(known.ending == Ending::Adopted ? name_of(known.form) : name_of(known.ending)) +
         (history->differs.value_or(false) ? "!" : "");
}

bool any_history(const Summary& summary) {
  return std::ranges::any_of(summary.conferences,
                             [](const ConferenceSummary& c) { return c.history.has_value(); });
}

std::vector<TableCell> conference_row(const ConferenceSummary& c, bool has_history) {
  const bool differs = c.history && c.history->differs.value_or(false);
  const double adopted = mean_of(c.means, "adopted");
  std::vector<TableCell> row = {{c.name, differs ? Tone::Strong : Tone::Plain},
                                std::to_string(c.year),
                                {fmt::format("{} [{:.2f}, {:.2f}]", mean_cell(c.means, "adopted", 2),
                                             c.adopted_ci95[0], c.adopted_ci95[1]),
                                 adopted < 0.5 ? Tone::Bad : Tone::Plain},
                                c.form.value_or("-")};
  for (const ShownMean& shown : of_conferences)
    row.emplace_back(mean_cell(c.means, shown.metric, shown.digits));
  if (has_history) row.emplace_back(history_cell(c.history), differs ? Tone::Notable : Tone::Plain);
  row.emplace_back(fmt::format("{}", fmt::join(c.objectors, " ")));
  return row;
}

TextTable conference_table(bool has_history) {
  TextTable table{.columns = {{.title = "conference"},
                              {.title = "year", .side = Side::Right, .rank = 2, .gap = 1},
                              {.title = "adopted [95 %]", .gap = 1},
                              {.title = "form", .gap = 1}}};
  for (const ShownMean& shown : of_conferences)
    table.columns.push_back(
        {.title = std::string(shown.metric), .side = Side::Right, .rank = shown.rank, .gap = 1});
  if (has_history) table.columns.push_back({.title = "history"});
  table.columns.push_back({.title = "objectors", .gap = has_history ? 1U : 2U, .least = 12});
  return table;
}

/// The conferences row by row.
Text all_conferences(const Summary& summary) {
  const bool has_history = any_history(summary);
  TextTable table = conference_table(has_history);
  for (const ConferenceSummary& c : summary.conferences) table.rows.push_back(conference_row(c, has_history));
  return table;
}

/// Whether a conference needs no row of its own: every realization adopts, nobody objects, and history agrees.
bool is_routine(const ConferenceSummary& c) {
  return mean_of(c.means, "adopted") == 1 && c.objectors.empty() && c.form &&
         !(c.history && c.history->differs.value_or(false));
}

/// One line for the conferences that adopt this form as a matter of routine.
Text routine_text(const Summary& summary, std::string_view form, const std::vector<std::size_t>& rows) {
  double least = 1, most = 0;
  std::vector<std::string> names;
  for (const ConferenceSummary& c : summary.conferences) names.push_back(c.name);
  const bool history_agrees = std::ranges::all_of(rows, [&](std::size_t row) {
    const auto& history = summary.conferences[row].history;
    return history && history->differs == false;
  });
  for (const std::size_t row : rows) {
    const double depth = mean_of(summary.conferences[row].means, "depth");
    least = std::min(least, depth);
    most = std::max(most, depth);
  }
  return routine_line(
      names, rows,
      fmt::format("every realization adopts a {} text, nobody objects{}; depth {:.3f} to {:.3f}", form,
                  history_agrees ? ", history agrees" : "", least, most));
}

/// Outcomes over the conferences as bars.
Text course_of(const Summary& summary) {
  constexpr std::size_t least_for_course = 4;
  if (summary.conferences.size() < least_for_course) return {};
  TextTable table{.columns = {{.title = ""}, {.title = ""}, {.title = "", .rank = 1}}};
  for (const std::string_view metric : {"adopted", "depth"}) {
    std::vector<double> values;
    for (const ConferenceSummary& c : summary.conferences) values.push_back(mean_of(c.means, metric));
    double least = 1, most = 0;
    for (const double value : values) {
      if (std::isnan(value)) continue;
      least = std::min(least, value);
      most = std::max(most, value);
    }
    if (least > most) continue;  // no conference has a value
    const int digits = metric == "depth" ? 3 : 2;
    table.rows.push_back({std::string(metric), bars(values),
                          fmt::format("{:.{}f} to {:.{}f}, {} to {}", least, digits, most, digits,
                                      summary.conferences.front().name, summary.conferences.back().name)});
  }
  return Text(std::move(table)) + "\n";
}

/// A row for each conference that is not routine, a line for three or more that are.
Text exceptions_first(const Summary& summary) {
  std::map<std::string_view, std::vector<std::size_t>> routine;  // by form
  for (std::size_t k = 0; k < summary.conferences.size(); ++k)
    if (is_routine(summary.conferences[k])) routine[*summary.conferences[k].form].push_back(k);
  std::erase_if(routine, [](const auto& one) { return one.second.size() < least_routine; });
  const bool has_history = any_history(summary);
  TextTable table = conference_table(has_history);
  for (const ConferenceSummary& c : summary.conferences)
    if (!is_routine(c) || !routine.contains(*c.form)) table.rows.push_back(conference_row(c, has_history));
  Text text = course_of(summary);
  if (!table.rows.empty()) text += std::move(table);
  for (const auto& [form, rows] : routine) text += routine_text(summary, form, rows);
  return text + "\n";
}

void add_conferences(const Summary& summary, Text& text) {
  if (summary.conferences.empty()) return;
  text += by_screen(exceptions_first(summary), all_conferences(summary));
  text +=
      "adopted: share of realizations; participation: share of states;\n"
      "depth: rise over the status quo, on the scale of cooperation from 0 to 1;\n"
      "  for size: in paris-2015 Kyoto has 0.017, Paris 0.060 (metrics.md)\n"
      "urban_role: .1 mention, .3 consultation, .6 implementation, .85 seat\n";
  if (any_history(summary))
    text +=
        "history: the form adopted, or partial, failed, none (nothing of note was asked);\n"
        "  !: most realizations agree on something else\n";
}

void add_years(const Summary& summary, Text& text) {
  constexpr std::size_t most_shown = 6;
  std::vector<const YearSummary*> years;
  const std::size_t n = summary.years.size();
  for (std::size_t k = 0; k < std::min(n, most_shown); ++k)
    years.push_back(&summary.years[n <= most_shown ? k : (n - 1) * k / (most_shown - 1)]);
  TextTable table{.columns = {{.title = "year"}}};
  for (std::size_t k = 0; k < years.size(); ++k)  // the first and the last stay longest
    table.columns.push_back({.title = std::to_string(years[k]->year),
                             .side = Side::Right,
                             .rank = static_cast<int>(k + 1 == years.size() ? 0 : k)});
  for (const ShownMean& shown : of_years) {
    std::vector<TableCell>& row = table.rows.emplace_back();
    row.emplace_back("  " + std::string(shown.metric));
    for (const YearSummary* year : years)
      row.emplace_back(mean_cell(year->means, shown.metric, shown.digits));
  }
  text += "\n";
  text += std::move(table);
}

void add_treaties(const Summary& summary, Text& text) {
  if (summary.treaties.empty()) return;
  const auto history_of = [&](const TreatySummary& t) -> std::string {
    const std::optional<HistoryBeside>& history = summary.conferences[t.conference].history;
    if (!history || !history->participation) return "";
    return fmt::format("{}, {:.2f} of states",
                       history->entered_force ? month_of(*history->entered_force) : "never",
                       *history->participation);
  };
  const bool has_history = std::any_of(summary.treaties.begin(), summary.treaties.end(),
                                       [&](const TreatySummary& t) { return !history_of(t).empty(); });
  TextTable table{.columns = {{.title = "treaty"},
                              {.title = "in_force", .side = Side::Right},
                              {.title = "entered_force, median"}}};
  if (has_history)
    table.columns.push_back({.title = fmt::format("history, by {}", summary.years.back().year)});
  for (const TreatySummary& t : summary.treaties) {
    table.rows.push_back({"  " + t.name, fmt::format("{:.2f}", t.in_force),
                          t.entered_force_median ? month_of(*t.entered_force_median) : "-"});
    if (has_history) table.rows.back().emplace_back(history_of(t));
  }
  text += "\n";
  text += std::move(table);
}

void add_means(const OutcomeMeans& means, Json& json) {
  for (const OutcomeMean& one : means) json[one.metric] = or_null(one.mean);
}

Json history_json(const std::optional<HistoryBeside>& history) {
  if (!history) return nullptr;
  const ObservedConference& known = history->conference;
  Json json = {{"id", known.id},
               {"instrument", known.instrument},
               {"outcome", name_of(known.ending)},
               {"form", name_of(known.form)},
               {"participation", or_null(history->participation)},
               {"entered_force", nullptr},
               {"differs", or_null(history->differs)}};
  if (history->entered_force) json["entered_force"] = to_text(*history->entered_force);
  return json;
}

}  // namespace

Text summary_text(const Summary& summary, std::string_view title) {
  Text text = fmt::format("{} ({})\n\n", title, counted(summary.n_realizations, "realization"));
  add_conferences(summary, text);
  add_years(summary, text);
  add_treaties(summary, text);
  constexpr std::size_t n_most = 10;
  return text + networks_text(summary.networks, summary.years.back().year, n_most);
}

std::string summary_json(const Summary& summary, const RunIdentity& identity) {
  Json json = {{"scenario_name", identity.scenario},
               {"scenario_sha256", identity.scenario_sha256},
               {"seed", identity.seed},
               {"realizations", summary.n_realizations},
               {"out", identity.out},
               {"wall_seconds", identity.wall_seconds},
               {"conferences", Json::array()},
               {"years", Json::array()},
               {"treaties", Json::array()}};
  for (const ConferenceSummary& c : summary.conferences) {
    Json conference = {
        {"name", c.name}, {"year", c.year}, {"adopted_ci95", c.adopted_ci95}, {"form", or_null(c.form)}};
    add_means(c.means, conference);
    conference["objectors"] = c.objectors;
    conference["history"] = history_json(c.history);
    json["conferences"].push_back(std::move(conference));
  }
  for (const YearSummary& y : summary.years) {
    Json year = {{"year", y.year}};
    add_means(y.means, year);
    json["years"].push_back(std::move(year));
  }
  for (const TreatySummary& t : summary.treaties) {
    json["treaties"].push_back({{"name", t.name},
                                {"in_force", t.in_force},
                                {"entered_force_median", or_null(t.entered_force_median)}});
  }
  if (!summary.networks.empty()) json["by_network"] = networks_json(summary.networks);
  return json_text(json);
}

std::string neighbours_joined(std::span<const std::string> names, std::span<const std::size_t> rows) {
  std::vector<std::string> joined;
  for (std::size_t k = 0, end = 0; k < rows.size(); k = end) {
    for (end = k + 1; end < rows.size() && rows[end] == rows[end - 1] + 1;) ++end;
    const std::string& first = names[rows[k]];
    joined.push_back(end - k == 1 ? first : first + (end - k == 2 ? ", " : " to ") + names[rows[end - 1]]);
  }
  return fmt::format("{}", fmt::join(joined, ", "));
}

Text routine_line(std::span<const std::string> names, std::span<const std::size_t> rows,
                  std::string_view what) {
  return paragraph(fmt::format("{} of {} as usual: {}: {} (--all: a row each)", rows.size(), names.size(),
                               neighbours_joined(names, rows), what));
}

}  // namespace hansa
