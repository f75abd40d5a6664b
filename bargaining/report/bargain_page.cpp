#include "bargaining/report/bargain_page.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "analysis/report/page_template.hpp"
#include "analysis/report/page_text.hpp"
#include "bargaining/report/bargain_report.hpp"
#include "hansa_version.hpp"
#include "support/files/sha256.hpp"
#include "support/numbers/expect.hpp"
#include "support/text/numeral.hpp"

namespace hansa {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t most_issues_told = 4;

/// A position to about a hundredth of the scale.
std::string on_scale(const BargainIssue& issue, double value) {
  const double width = issue.most - issue.least;
  const int digits = width > 0 ? std::clamp(2 - static_cast<int>(std::floor(std::log10(width))), 0, 6) : 2;
  return fmt::format("{:.{}f}", value + 0.0, digits);
}

std::string tell_issue(const BargainTable& table, std::size_t d,
                       const std::vector<BargainOutcome>& outcomes) {
  const BargainIssue& issue = table.issues[d];
  const auto by_outcome = [d](const BargainOutcome& a, const BargainOutcome& b) {
    return a.outcome[d] < b.outcome[d];
  };
  const auto [low, high] = std::ranges::minmax_element(outcomes, by_outcome);
  std::string text = outcomes.size() == 1
                         ? fmt::format("{}: {} expects {}", issue.name, name_of(low->solver),
                                       on_scale(issue, low->outcome[d]))
                         : fmt::format("{}: the solvers expect {} ({}) to {} ({})", issue.name,
                                       on_scale(issue, low->outcome[d]), name_of(low->solver),
                                       on_scale(issue, high->outcome[d]), name_of(high->solver));
  text += fmt::format(", on a scale from {:g} to {:g}", issue.least, issue.most);
  if (!issue.decided) return text + ".";
  const auto nearest = std::ranges::min_element(
      outcomes, {}, [&](const BargainOutcome& found) { return std::abs(found.outcome[d] - *issue.decided); });
  return text + fmt::format("; decided: {}, to which {} is nearest.", on_scale(issue, *issue.decided),
                            name_of(nearest->solver));
}

/// The saliences of the actors, by issue.
Json saliences(const BargainTable& table) {
  Json rows = Json::array();
  for (std::size_t k = 0; k < table.n_actors(); ++k) {
    Json row = Json::array();
    for (std::size_t d = 0; d < table.n_issues(); ++d)
      row.push_back(table.salience[k * table.n_issues() + d]);
    rows.push_back(std::move(row));
  }
  return rows;
}

}  // namespace

std::vector<std::string> headline_of(const BargainTable& table, const std::vector<BargainOutcome>& outcomes) {
  std::vector<std::string> sentences;
  if (outcomes.empty()) return sentences;
  for (std::size_t d = 0; d < std::min(table.n_issues(), most_issues_told); ++d)
    sentences.push_back(tell_issue(table, d, outcomes));
  if (table.n_issues() > most_issues_told)
    sentences.push_back(fmt::format("Figures below have all {} issues.", table.n_issues()));
  sentences.emplace_back(
      "A table is one set of numbers, and no solver draws: how far they are apart is the uncertainty that "
      "shows.");
  return sentences;
}

std::string bargain_page(const BargainStory& story, const BargainTable& table,
                         const std::vector<BargainOutcome>& outcomes,
                         const std::optional<WhoDecides>& decides) {
  HANSA_EXPECT(!page_template.empty());
  Json bargain = Json::parse(bargain_json(table, outcomes, decides));
  bargain["saliences"] = saliences(table);
  bargain["positions"] = Json::array();
  for (std::size_t k = 0; k < table.n_actors(); ++k)
    bargain["positions"].push_back(std::vector<double>(
        table.position.begin() + static_cast<std::ptrdiff_t>(k * table.n_issues()),
        table.position.begin() + static_cast<std::ptrdiff_t>((k + 1) * table.n_issues())));
  bargain["changed"] = story.changed;
  bargain["command"] = story.command;
  bargain["csv"] = story.csv;
  const Json data = {
      {"run",
       {{"name", story.name}, {"version", version}, {"commit", commit}, {"sha256", sha256_hex(story.csv)}}},
      {"bargain", std::move(bargain)}};
  return fill_page(
      page_template,
      {.title = story.name,
       .question = fmt::format(
           "What would {} decide on {}, by their positions, saliences and power?",
           counted(table.n_actors(), "actor"),
           table.n_issues() == 1 ? table.issues.front().name : counted(table.n_issues(), "issue")),
       .headline = headline_of(table, outcomes)},
      data);
}

}  // namespace hansa
