#include "analysis/summary_report.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>

#include <fmt/format.h>

#include "analysis/json_value.hpp"
#include "support/text/date.hpp"
#include "support/text/json_text.hpp"
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

  [[nodiscard]] std::size_t width() const { return std::max<std::size_t>(metric.size(), 5); }
};

constexpr std::array<ShownMean, 3> of_conferences = {{{"depth", 3}, {"participation", 2}, {"urban_role", 2}}};
constexpr std::array<ShownMean, 4> of_years = {
    {{"networks", 0}, {"effective_number", 1}, {"network_voice", 2}, {"memberships_per_city", 2}}};

/// What happened in a word: the form adopted, or how the conference ended; a ! where the result differs.
std::string history_cell(const std::optional<HistoryBeside>& history) {
  if (!history) return "";
  const ObservedConference& known = history->conference;
  return std::string(known.ending == Ending::Adopted ? name_of(known.form) : name_of(known.ending)) +
         (history->differs.value_or(false) ? "!" : "");
}

std::string without_trailing_blanks(const std::string& row) {
  return row.substr(0, row.find_last_not_of(' ') + 1);
}

void add_conferences(const Summary& summary, std::string& text) {
  if (summary.conferences.empty()) return;
  const bool has_history = std::any_of(summary.conferences.begin(), summary.conferences.end(),
                                       [](const ConferenceSummary& c) { return c.history.has_value(); });
  text += fmt::format("{:<10} {:>4} {:<17} {:<5}", "conference", "year", "adopted [95 %]", "form");
  for (const ShownMean& shown : of_conferences) text += fmt::format(" {:>{}}", shown.metric, shown.width());
  text += has_history ? "  history  objectors\n" : "  objectors\n";
  for (const ConferenceSummary& c : summary.conferences) {
    std::string row = fmt::format("{:<10} {:>4} {} [{:.2f}, {:.2f}] {:<5}", c.name, c.year,
                                  mean_cell(c.means, "adopted", 2), c.adopted_ci95[0], c.adopted_ci95[1],
                                  c.form.value_or("-"));
    for (const ShownMean& shown : of_conferences)
      row += fmt::format(" {:>{}}", mean_cell(c.means, shown.metric, shown.digits), shown.width());
    if (has_history) row += fmt::format("  {:<8}", history_cell(c.history));
    row += fmt::format("{}{}", has_history ? " " : "  ", fmt::join(c.objectors, " "));
    text += without_trailing_blanks(row) + "\n";
  }
  text +=
      "adopted: share of realizations; participation: share of states;\n"
      "depth: rise over the status quo, on the scale of cooperation from 0 to 1;\n"
      "  for size: in paris-2015 Kyoto has 0.017, Paris 0.060 (metrics.md)\n"
      "urban_role: .1 mention, .3 consultation, .6 implementation, .85 seat\n";
  if (has_history)
    text +=
        "history: the form adopted, or partial, failed, none (nothing of note was asked);\n"
        "  !: most realizations agree on something else\n";
}

void add_years(const Summary& summary, std::string& text) {
  constexpr std::size_t most_shown = 6;
  std::vector<const YearSummary*> years;
  const std::size_t n = summary.years.size();
  for (std::size_t k = 0; k < std::min(n, most_shown); ++k)
    years.push_back(&summary.years[n <= most_shown ? k : (n - 1) * k / (most_shown - 1)]);
  text += fmt::format("\n{:<22}", "year");
  for (const YearSummary* year : years) text += fmt::format("{:>8}", year->year);
  for (const ShownMean& shown : of_years) {
    text += fmt::format("\n  {:<20}", shown.metric);
    for (const YearSummary* year : years)
      text += fmt::format("{:>8}", mean_cell(year->means, shown.metric, shown.digits));
  }
  text += '\n';
}

void add_treaties(const Summary& summary, std::string& text) {
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
  text += fmt::format("\n{:<22}{:>9}  {}{}\n", "treaty", "in_force", "entered_force, median",
                      has_history ? fmt::format("  history, by {}", summary.years.back().year) : "");
  for (const TreatySummary& t : summary.treaties) {
    text += without_trailing_blanks(fmt::format(
                "  {:<20}{:>9.2f}  {:<21}  {}", t.name, t.in_force,
                t.entered_force_median ? month_of(*t.entered_force_median) : "-", history_of(t))) +
            "\n";
  }
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

std::string summary_text(const Summary& summary, std::string_view title) {
  std::string text = fmt::format("{} ({})\n\n", title, counted(summary.n_realizations, "realization"));
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

}  // namespace hansa
