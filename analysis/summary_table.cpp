#include "analysis/summary_table.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "scenarios/counted.hpp"

namespace hansa {
namespace {

std::string or_dash(const std::optional<double>& value, int digits) {
  return value ? fmt::format("{:.{}f}", *value, digits) : "-";
}

/// A date such as 2016.85 as "Nov 2016".
std::string month_of(double date) {
  constexpr std::string_view months[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                         "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  const int year = static_cast<int>(date);
  const int month = std::min(11, static_cast<int>((date - year) * 12.0));
  return fmt::format("{} {}", months[month], year);
}

void add_conferences(const Summary& summary, std::string& text) {
  if (summary.conferences.empty()) return;
  text += fmt::format("{:<10} {:>4}  {:>7} {:<13} {:<6} {:>6} {:>6} {:>6} {:>6}  {}\n", "conference", "year",
                      "adopted", "[95 %]", "form", "depth", "joined", "cities", "rounds", "main objectors");
  for (const ConferenceSummary& c : summary.conferences) {
    const std::string interval = fmt::format("[{:.2f}, {:.2f}]", c.adopted_ci95[0], c.adopted_ci95[1]);
    text += fmt::format("{:<10} {:>4}  {:>7.2f} {:<13} {:<6} {:>6} {:>6} {:>6} {:>6.1f}  {}\n", c.name,
                        c.year, c.adopted, interval, c.form.value_or("-"), or_dash(c.depth, 3),
                        or_dash(c.participation, 2), or_dash(c.urban_role, 2), c.rounds,
                        fmt::join(c.objectors, " "));
    while (text[text.size() - 2] == ' ') text.erase(text.size() - 2, 1);  // where nobody objects
  }
  text +=
      "adopted: share of realizations; depth: effective, over the status quo; joined: share of states;\n"
      "cities: what the text gives them (.1 mention, .3 consultation, .6 implementation, .85 seat)\n";
}

void add_networks(const Summary& summary, std::string& text) {
  constexpr std::size_t most_shown = 6;
  text += fmt::format("\n{:<10}", "networks");
  std::vector<const NetworkSummary*> shown;
  const std::size_t n = summary.networks.size();
  for (std::size_t k = 0; k < std::min(n, most_shown); ++k) {
    shown.push_back(&summary.networks[n <= most_shown ? k : (n - 1) * k / (most_shown - 1)]);
  }
  const auto row = [&](std::string_view name, auto value, int digits) {
    text += fmt::format("\n{:<22}", name);
    for (const NetworkSummary* year : shown) text += fmt::format("{:>8.{}f}", value(*year), digits);
  };
  text += std::string(12, ' ');
  for (const NetworkSummary* year : shown) text += fmt::format("{:>8}", year->year);
  row(
      "  in existence", [](const NetworkSummary& s) { return s.count; }, 0);
  row(
      "  effective number", [](const NetworkSummary& s) { return s.effective; }, 1);
  row(
      "  voice (0 to 1)", [](const NetworkSummary& s) { return s.voice; }, 2);
  row(
      "  memberships a city", [](const NetworkSummary& s) { return s.memberships_per_city; }, 2);
  text += '\n';
}

void add_treaties(const Summary& summary, std::string& text) {
  if (summary.treaties.empty()) return;
  text += fmt::format("\n{:<22}{:>9}  {}\n", "treaty", "in force", "median date");
  for (const TreatySummary& t : summary.treaties) {
    text += fmt::format("  {:<20}{:>9.2f}  {}\n", t.name, t.in_force_share,
                        t.in_force_date_median ? month_of(*t.in_force_date_median) : "-");
  }
}

}  // namespace

std::string summary_table(const Summary& summary, std::string_view title) {
  std::string text = fmt::format("{} ({})\n\n", title, counted(summary.n_realizations, "realization"));
  add_conferences(summary, text);
  add_networks(summary, text);
  add_treaties(summary, text);
  return text;
}

}  // namespace hansa
