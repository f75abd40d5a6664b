#include "analysis/report/headline.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

#include <fmt/format.h>

#include "analysis/outcome_columns.hpp"
#include "analysis/report/page_numbers.hpp"
#include "support/numbers/quantile.hpp"
#include "support/text/numeral.hpp"

namespace hansa {
namespace {

/// "81 %", on one line.
std::string percent(double share) { return fmt::format("{:.0f}\u00a0%", 100 * share); }

std::string with_interval(double share, const std::array<double, 2>& interval) {
  return fmt::format("{} of realizations (95\u00a0% interval {:.0f} to {})", percent(share),
                     100 * interval[0], percent(interval[1]));
}

double adopted(const ConferenceSummary& one) { return mean_of(one.means, "adopted"); }

/// "0.060 (0.047 to 0.072 in 90 % of realizations)", to about a tenth of the range.
std::string with_range(std::vector<double> values) {
  std::erase_if(values, [](double value) { return std::isnan(value); });
  const double low = quantile(values, 0.05), middle = quantile(values, 0.5), high = quantile(values, 0.95);
  if (high == low) return fmt::format("{:.3g} in all realizations", middle);
  const int digits = digits_within(low, high);
  const auto text = [&](double value) { return fmt::format("{:.{}f}", value, digits); };
  return fmt::format("{} ({} to {} in 90\u00a0% of realizations)", text(middle), text(low), text(high));
}

std::string overall(const std::vector<ConferenceSummary>& conferences) {
  const auto n = std::ranges::count_if(conferences, [](const auto& one) { return adopted(one) > 0.5; });
  std::string text =
      fmt::format("{} of {} adopt a text in most realizations", n, counted(conferences.size(), "conference"));
  std::ptrdiff_t n_known = 0, n_same = 0;
  for (const ConferenceSummary& one : conferences) {
    if (!one.history || !one.history->differs) continue;
    ++n_known;
    n_same += *one.history->differs ? 0 : 1;
  }
  if (n_known > 0)
    text += fmt::format("; of {} whose outcome is known, {} end as in history", n_known, n_same);
  return text + ".";
}

std::string objectors_of(const ConferenceSummary& one, const ResultSet& result) {
  const Variable* named = result.find_variable("state_name");
  const std::vector<std::string> codes = names_along(result, "state");
  if (one.objectors.empty() || named == nullptr) return "";
  std::vector<std::string> names;
  for (std::size_t k = 0; k < std::min<std::size_t>(3, one.objectors.size()); ++k) {
    const auto row = std::ranges::find(codes, one.objectors[k]) - codes.begin();
    names.push_back(std::get<std::vector<std::string>>(named->values)[static_cast<std::size_t>(row)]);
  }
  return fmt::format("; where it fails, {} object most often", fmt::join(names, ", "));
}

/// The conference at which a text is least sure.
std::string most_contested(const std::vector<ConferenceSummary>& conferences, const ResultSet& result) {
  const auto least =
      std::ranges::min_element(conferences, {}, [](const ConferenceSummary& one) { return adopted(one); });
  const char* what = conferences.size() > 1 ? "The least sure is {} ({}): a text passes in {}{}."
                                            : "At {} ({}) a text passes in {}{}.";
  return fmt::format(fmt::runtime(what), least->name, least->year,
                     with_interval(adopted(*least), least->adopted_ci95), objectors_of(*least, result));
}

std::optional<std::string> deepest(const ResultSet& result, const Summary& summary) {
  const std::vector<OutcomeColumn> columns = conference_columns(result);
  const OutcomeColumn* depth = find_column(columns, "depth");
  std::optional<std::size_t> best;
  for (std::size_t c = 0; c < summary.conferences.size(); ++c) {
    if (adopted(summary.conferences[c]) <= 0.5) continue;
    if (!best ||
        mean_of(summary.conferences[c].means, "depth") > mean_of(summary.conferences[*best].means, "depth"))
      best = c;
  }
  if (!best || depth == nullptr) return std::nullopt;
  return fmt::format(
      "{} has {} depth {} on the scale of cooperation from 0 to 1.", summary.conferences[*best].name,
      summary.conferences.size() > 1 ? "the deepest of the texts that mostly pass, with" : "a text of",
      with_range(row_of(depth->values, *best, summary.conferences.size())));
}

std::vector<std::string> of_treaties(const Summary& summary) {
  std::vector<std::string> sentences;
  const auto n = static_cast<double>(summary.n_realizations);
  for (const TreatySummary& treaty : summary.treaties)
    sentences.push_back(fmt::format("The treaty {} is in force by {} in {}.", treaty.name,
                                    summary.years.back().year,
                                    with_interval(treaty.in_force, wilson_interval(treaty.in_force * n, n))));
  return sentences;
}

std::string of_networks(const ResultSet& result, const Summary& summary) {
  const std::vector<OutcomeColumn> columns = year_columns(result);
  const std::size_t n = summary.years.size();
  const auto at = [&](const char* metric, std::size_t year) {
    return with_range(row_of(find_column(columns, metric)->values, year, n));
  };
  return fmt::format("City networks number {} in {} and {} in {}, where their effective number is {}.",
                     at("networks", 0), summary.years.front().year, at("networks", n - 1),
                     summary.years.back().year, at("effective_number", n - 1));
}

}  // namespace

std::string question_of(const Scenario& scenario, const ResultSet& result, const Summary& summary) {
  const std::string when = fmt::format("{} to {}", scenario.years.from, scenario.years.to);
  const std::string histories =
      summary.n_realizations == 1 ? "one history" : fmt::format("{} histories", summary.n_realizations);
  if (summary.conferences.empty())
    return fmt::format("How do city networks grow, merge and end from {}, in {} that the model allows?", when,
                       histories);
  const std::vector<double> votes = numbers_of(result, "votes");
  const auto n_heads = std::ranges::count_if(votes, [](double vote) { return vote != 0; });
  const std::string where =
      summary.conferences.size() == 1
          ? summary.conferences.front().name
          : fmt::format("the {} conferences from {} to {}", summary.conferences.size(),
                        summary.conferences.front().name, summary.conferences.back().name);
  return fmt::format(
      "What do {} states agree on at {}, who stands against it, and what do cities get? Played from {} in {} "
      "that the model allows.",
      n_heads, where, when, histories);
}

std::vector<std::string> headline_of(const ResultSet& result, const Summary& summary) {
  std::vector<std::string> sentences;
  if (!summary.conferences.empty()) {
    if (summary.conferences.size() > 1) sentences.push_back(overall(summary.conferences));
    sentences.push_back(most_contested(summary.conferences, result));
    if (const auto text = deepest(result, summary)) sentences.push_back(*text);
    for (std::string& sentence : of_treaties(summary)) sentences.push_back(std::move(sentence));
  }
  sentences.push_back(of_networks(result, summary));
  return sentences;
}

}  // namespace hansa
