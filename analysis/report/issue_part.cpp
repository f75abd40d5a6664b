#include <algorithm>
#include <cmath>
#include <limits>

#include "analysis/outcome_columns.hpp"
#include "analysis/report/page_numbers.hpp"
#include "analysis/report/page_parts.hpp"

namespace hansa {
namespace {

using Json = nlohmann::ordered_json;

/// The positions on an issue of states that vote, in one year; (year x state x issue) row-major.
std::vector<double> positions_at(const std::vector<double>& positions, const std::vector<double>& votes,
                                 std::size_t year, std::size_t issue, std::size_t n_issues) {
  std::vector<double> list;
  for (std::size_t s = 0; s < votes.size(); ++s)
    if (votes[s] != 0) list.push_back(positions[(year * votes.size() + s) * n_issues + issue]);
  return list;
}

}  // namespace

Json issue_part(const ResultSet& result) {
  const std::vector<std::string> issues = names_along(result, "issue");
  const std::vector<double> text = numbers_of(result, "text"), positions = numbers_of(result, "position"),
                            status_quo = numbers_of(result, "status_quo"),
                            votes = numbers_of(result, "votes"),
                            meets = numbers_of(result, "conference_year");
  if (text.empty() || positions.empty()) return nullptr;
  const std::vector<int> years = years_of(result);
  const std::size_t n = issues.size(), n_conferences = meets.size(), n_years = years.size();
  Json conferences = Json::array();
  for (std::size_t c = 0; c < n_conferences; ++c) {
    const auto year = static_cast<std::size_t>(static_cast<int>(meets[c]) - years.front());
    Json list = Json::array();
    for (std::size_t i = 0; i < n; ++i) {
      std::vector<double> before;
      if (year > 0) before = row_of(status_quo, (year - 1) * n + i, n_years * n);
      list.push_back({{"text", quantiles_of(row_of(text, c * n + i, n_conferences * n))},
                      {"before", quantiles_of(std::move(before))},
                      {"positions", quantiles_of(positions_at(positions, votes, year, i, n))}});
    }
    conferences.push_back(std::move(list));
  }
  Json states = Json::array();  // issue x conference x state, in hundredths
  for (std::size_t i = 0; i < n; ++i) {
    Json rows = Json::array();
    for (const double meeting : meets) {
      const auto year = static_cast<std::size_t>(static_cast<int>(meeting) - years.front());
      std::vector<int> hundredths;
      for (const double position : positions_at(positions, votes, year, i, n))
        hundredths.push_back(static_cast<int>(std::lround(100 * position)));
      rows.push_back(std::move(hundredths));
    }
    states.push_back(std::move(rows));
  }
  return {{"names", issues}, {"conferences", std::move(conferences)}, {"states", std::move(states)}};
}

}  // namespace hansa
