#include "analysis/ratification/panel.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "agents/habits.hpp"
#include "support/numbers/expect.hpp"
#include "support/numbers/reals.hpp"

namespace hansa {
namespace {

constexpr std::size_t eu = 8;
static_assert(bloc_names[eu] == "eu");

int month_of(Date date) {
  const std::chrono::year_month_day day(date);
  return static_cast<int>(day.year()) * 12 + static_cast<int>(static_cast<unsigned>(day.month())) - 1;
}

/// A column standardised over the states of `head`, 0 for others.
std::vector<double> standardised(const std::vector<double>& column, const std::vector<char>& head) {
  double n = 0, sum = 0, squares = 0;
  for (std::size_t i = 0; i < column.size(); ++i) {
    if (!head[i]) continue;
    ++n;
    sum += column[i];
    squares += column[i] * column[i];
  }
  const double mean = sum / n, deviation = std::sqrt(std::max(0.0, squares / n - mean * mean));
  std::vector<double> scores(column.size(), 0.0);
  for (std::size_t i = 0; i < column.size(); ++i)
    if (head[i] && deviation > 0) scores[i] = (column[i] - mean) / deviation;
  return scores;
}

}  // namespace

OpenTreaty::OpenTreaty(const ObservedTreaty& treaty, const std::vector<ObservedTreaty>& known,
                       const Facts& facts, const Simulated& simulated)
    : facts_(facts), simulated_(simulated), opening_(month_of(treaty.opened.value_or(*treaty.adopted))) {
  const int year = opening_ / 12, last = facts.first_year + static_cast<int>(facts.years.size()) - 1;
  HANSA_EXPECT(year >= facts.first_year && year <= last);
  end_ = std::min({opening_ + 12 * years_at_risk, (last_observed + 1) * 12, (last + 1) * 12});
  std::vector<ObservedTreaty> others;
  for (const ObservedTreaty& other : known)
    if (other.id != treaty.id) others.push_back(other);
  habit_ = habits_of_joining(others, facts.iso3, facts.head, year - 1);
  for (const Payoffs& payoffs : simulated.payoffs)
    if (payoffs.treaty == treaty.id) payoffs_ = &payoffs;
  for (int at = year; at <= (end_ - 1) / 12; ++at)
    at_home_.push_back({.veto_players = standardised(facts.at(at).checks, facts.head),
                        .polarisation = standardised(facts.at(at).polarisation, facts.head)});
}

std::array<double, n_terms> OpenTreaty::terms(std::size_t state, int month, double region,
                                              double parties) const {
  const int year = month / 12;
  const YearFacts& now = facts_.at(year);
  const double t = (month - opening_) / 12.0;
  By<Term, double> terms;
  terms[Term::Habit] = habit_[state];
  terms[Term::Democracy] = now.democracy_score[state];
  terms[Term::Population] = now.population_score[state];
  terms[Term::Income] = now.income[state];
  terms[Term::Eu] = facts_.blocs[state][eu] ? 1 : 0;
  terms[Term::Region] = region;
  terms[Term::Parties] = parties;
  terms[Term::TimeLog] = real_log(1.0 + month - opening_);
  terms[Term::Time] = t;
  if (!simulated_.home_pressure.empty()) {
    const auto row = static_cast<std::size_t>(year - facts_.first_year);
    terms[Term::HomePressure] = simulated_.home_pressure[row * facts_.n_states + state];
  }
  const AtHome& at_home = at_home_[static_cast<std::size_t>(year - opening_ / 12)];
  terms[Term::VetoPlayers] = at_home.veto_players[state];
  terms[Term::Polarisation] = at_home.polarisation[state];
  if (payoffs_) {
    const double cost = -payoffs_->own[state];
    terms[Term::VetoPlayersCost] = at_home.veto_players[state] * cost;
    terms[Term::PolarisationCost] = at_home.polarisation[state] * cost;
    terms[Term::OwnPayoff] = payoffs_->own[state];
    terms[Term::OthersPayoff] = payoffs_->others[state];
  }
  return terms.values;
}

Shares shares_of(const Facts& facts, std::span<const double> joined) {
  Shares shares{.region = std::vector<double>(facts.n_states, 0.0)};
  std::vector<double> heads(facts.n_states, 0.0);
  double n = 0;
  for (std::size_t i = 0; i < facts.n_states; ++i) {
    if (!facts.head[i]) continue;
    const auto region = static_cast<std::size_t>(facts.region[i]);
    ++n;
    ++heads[region];
    shares.all += joined[i];
    shares.region[region] += joined[i];
  }
  shares.all /= std::max(n, 1.0);
  for (std::size_t g = 0; g < heads.size(); ++g) shares.region[g] /= std::max(heads[g], 1.0);
  return shares;
}

TreatyPanel make_panel(const ObservedTreaty& treaty, const std::vector<ObservedTreaty>& known,
                       const Facts& facts, const Simulated& simulated) {
  const OpenTreaty open(treaty, known, facts, simulated);
  TreatyPanel panel{.id = treaty.id, .adopted = *treaty.adopted, .terms = {}, .joined = {}};
  std::vector<int> joins(facts.n_states, std::numeric_limits<int>::max());
  for (const Ratification& one : treaty.states) {
    const auto row = std::lower_bound(facts.iso3.begin(), facts.iso3.end(), one.iso3);
    if (row != facts.iso3.end() && *row == one.iso3 && one.date)
      joins[static_cast<std::size_t>(row - facts.iso3.begin())] =
          std::max(month_of(*one.date), open.opening());
  }
  std::vector<double> joined(facts.n_states, 0.0);
  for (int month = open.opening(); month < open.end(); ++month) {
    const Shares shares = shares_of(facts, joined);
    for (std::size_t i = 0; i < facts.n_states; ++i) {
      if (!facts.head[i] || joins[i] < month) continue;
      const auto terms =
          open.terms(i, month, shares.region[static_cast<std::size_t>(facts.region[i])], shares.all);
      panel.terms.insert(panel.terms.end(), terms.begin(), terms.end());
      panel.joined.push_back(joins[i] == month ? 1 : 0);
    }
    for (std::size_t i = 0; i < facts.n_states; ++i) joined[i] = joins[i] <= month ? 1.0 : 0.0;
  }
  return panel;
}

}  // namespace hansa
