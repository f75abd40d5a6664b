#include <cmath>

#include "analysis/json_value.hpp"
#include "analysis/outcome_columns.hpp"
#include "analysis/report/page_numbers.hpp"
#include "analysis/report/page_parts.hpp"

namespace hansa {
namespace {

using Json = nlohmann::ordered_json;

/// The rows of states that vote, and their codes.
struct Heads {
  std::vector<std::size_t> rows;
  std::vector<std::string> codes;

  explicit Heads(const ResultSet& result) {
    const std::vector<double> votes = numbers_of(result, "votes");
    const std::vector<std::string> all = names_along(result, "state");
    for (std::size_t s = 0; s < votes.size(); ++s) {
      if (votes[s] == 0) continue;
      rows.push_back(s);
      codes.push_back(all[s]);
    }
  }
};

/// The share of heads that have joined a treaty before `date`, in each realization that adopts it.
std::vector<double> shares_joined(const std::vector<double>& ratified, const std::vector<double>& adopted,
                                  const Heads& heads, std::size_t treaty, std::size_t n_treaties,
                                  std::size_t n_states, double date) {
  std::vector<double> shares;
  for (std::size_t r = 0; r < adopted.size(); ++r) {
    if (adopted[r] == 0) continue;
    double joined = 0;
    for (const std::size_t s : heads.rows)
      joined += ratified[(r * n_treaties + treaty) * n_states + s] < date ? 1 : 0;
    shares.push_back(joined / static_cast<double>(heads.rows.size()));
  }
  return shares;
}

}  // namespace

Json treaty_part(const ResultSet& result, const Summary& summary, const Past& past) {
  const std::vector<double> ratified = numbers_of(result, "ratified");
  if (ratified.empty() || summary.treaties.empty()) return nullptr;
  const std::vector<double> adopted = numbers_of(result, "adopted");
  const Heads heads(result);
  const std::size_t n_states = size_along(result, "state"), n_conferences = summary.conferences.size();
  const auto n_realizations = static_cast<double>(summary.n_realizations);
  Json list = Json::array();
  for (std::size_t t = 0; t < summary.treaties.size(); ++t) {
    const TreatySummary& treaty = summary.treaties[t];
    const ConferenceSummary& conference = summary.conferences[treaty.conference];
    const PastConference* known = past.find(conference.name, conference.year);
    const std::vector<double> adopts = row_of(adopted, treaty.conference, n_conferences);
    Json years = Json::array(), quantiles = Json::array(), observed = Json::array();
    for (const int year : years_of(result)) {
      if (year < conference.year) continue;
      years.push_back(year);
      quantiles.push_back(quantiles_of(
          shares_joined(ratified, adopts, heads, t, summary.treaties.size(), n_states, year + 1)));
      const auto then = known == nullptr ? std::nullopt : known->participation(heads.codes, year);
      observed.push_back(then ? rounded(*then) : Json(nullptr));
    }
    const std::array<double, 2> interval = wilson_interval(treaty.in_force * n_realizations, n_realizations);
    list.push_back({{"name", treaty.name},
                    {"conference", treaty.conference},
                    {"in_force", rounded(treaty.in_force)},
                    {"interval", rounded({interval[0], interval[1]})},
                    {"median", or_null(treaty.entered_force_median)},
                    {"years", std::move(years)},
                    {"joined", std::move(quantiles)},
                    {"observed", std::move(observed)}});
  }
  return list;
}

}  // namespace hansa
