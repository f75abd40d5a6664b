#include "bargaining/solvers/chair.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

#include "sim/negotiation/actor_gain.hpp"
#include "sim/negotiation/rounds.hpp"
#include "support/numbers/expect.hpp"
#include "support/numbers/reals.hpp"

namespace hansa {
namespace {

/// Saliences, divided by the largest sum of one actor's saliences.
std::vector<double> scaled_salience(const ChairTable& table) {
  double most = 0;
  for (std::size_t i = 0; i < table.n_actors; ++i) {
    const auto row = table.salience.subspan(i * table.n_issues, table.n_issues);
    most = std::max(most, std::accumulate(row.begin(), row.end(), 0.0));
  }
  HANSA_EXPECT(most > 0);
  std::vector<double> salience(table.salience.begin(), table.salience.end());
  for (double& s : salience) s /= most;
  return salience;
}

/// Terms of a text over the references that binds the actors and is followed to the letter.
Terms terms_of(const ChairTable& table) {
  Terms terms;
  for (std::size_t d = 0; d < table.n_issues; ++d) {
    terms.agenda.push_back(d);
    terms.status_quo.push_back(table.reference[d].value_or(0.0));
  }
  terms.depth_weight.assign(table.n_issues, 0.0);
  terms.pledged.assign(table.n_issues, 0);
  terms.world_constant.assign(table.n_issues, 0.0);
  terms.world_slope.assign(table.n_issues, 0.0);
  return terms;
}

void seat_actors(const ChairTable& table, Seats& seats) {
  if (!table.size.empty()) seats.size.resize(seats.n_seats);
  const double total = std::accumulate(table.power.begin(), table.power.end(), 0.0);
  HANSA_EXPECT(total > 0);
  for (std::size_t i = 0; i < seats.n_seats; ++i) {
    const bool sits = table.power[i] > 0 || table.veto[i] != 0;
    seats.power[i] = table.power[i] / total;
    seats.power_root[i] = real_pow(seats.power[i], 1.0 / 3.0);
    seats.total_power += seats.power[i];
    seats.may_object[i] = sits ? 1 : 0;
    seats.veto[i] = table.veto[i];
    seats.n_heads += sits ? 1U : 0U;
    if (!table.size.empty()) seats.size[i] = sits ? table.size[i] : 0.0;
  }
  seats.first.resize(seats.n_seats + 1);
  std::iota(seats.first.begin(), seats.first.end(), std::size_t{0});
}

void write_gains(const ChairTable& table, const ChairRules& rules, const Terms& terms,
                 const std::vector<double>& salience, Seats& seats) {
  for (std::size_t i = 0; i < seats.n_seats; ++i) {
    const Actor actor{.position = table.position.subspan(i * seats.n_issues, seats.n_issues),
                      .salience = std::span(salience).subspan(i * seats.n_issues, seats.n_issues)};
    double& constant = seats.constant[i];
    constant = write_gain(terms, actor, &seats.linear[i], &seats.square[i], seats.n_seats);
    for (std::size_t d = 0; d < seats.n_issues; ++d) {
      const double s = actor.salience[d], y = actor.position[d];
      constant += s * rules.disagreement;
      if (!table.reference[d]) constant += s * (rules.reservation * rules.reservation - y * y);
      seats.demand[i * seats.n_issues + d] = y - terms.status_quo[d];
    }
  }
  seats.player_constant = seats.constant;
  seats.player_linear = seats.linear;
  seats.player_square = seats.square;
}

void propose_positions(const std::vector<double>& salience, Seats& seats) {
  for (std::size_t i = 0; i < seats.n_seats; ++i) {
    const auto row = std::span(salience).subspan(i * seats.n_issues, seats.n_issues);
    const bool cares = std::ranges::any_of(row, [](double s) { return s > 0; });
    if (seats.power[i] <= 0 || !cares) continue;
    seats.proposing.push_back(i);
    seats.sponsorship[i] = seats.power[i];
  }
}

void open_text(const ChairTable& table, const Terms& terms, const std::vector<double>& salience,
               double salience_weight, Seats& seats) {
  std::vector<double> weight(seats.n_seats);
  for (std::size_t d = 0; d < seats.n_issues; ++d) {
    seats.falls_back[d] = table.reference[d].has_value() ? 1 : 0;
    seats.lowest[d] = 0.0 - terms.status_quo[d];
    seats.highest[d] = 1.0 - terms.status_quo[d];
    double total = 0;
    for (std::size_t i = 0; i < seats.n_seats; ++i) {
      const double s = salience[i * seats.n_issues + d];
      weight[i] = s > 0 ? seats.power[i] * real_pow(s, salience_weight) : 0.0;
      total += weight[i];
    }
    const bool cared_for = total > 0;
    for (std::size_t i = 0; i < seats.n_seats; ++i) {
      const double share = cared_for ? weight[i] / total : seats.power[i];
      seats.opening[d] += share * seats.demand[i * seats.n_issues + d];
    }
  }
}

/// Converts lifts (row x issue) to positions.
std::vector<double> positions_of(const ChairTable& table, std::vector<double> lifts) {
  for (std::size_t k = 0; k < lifts.size(); ++k)
    lifts[k] += table.reference[k % table.n_issues].value_or(0.0);
  return lifts;
}

}  // namespace

Seats seat_table(const ChairTable& table, const ChairRules& rules, const DecisionRule& rule) {
  const std::size_t n_cells = table.n_actors * table.n_issues;
  HANSA_EXPECT(table.power.size() == table.n_actors && table.veto.size() == table.n_actors &&
               table.reference.size() == table.n_issues && table.salience.size() == n_cells &&
               table.position.size() == n_cells);
  Seats seats(table.n_actors, table.n_issues, table.n_actors);
  const std::vector<double> salience = scaled_salience(table);
  const Terms terms = terms_of(table);
  seat_actors(table, seats);
  write_gains(table, rules, terms, salience, seats);
  propose_positions(salience, seats);
  open_text(table, terms, salience, rules.salience_weight, seats);
  seats.like_demands_once = true;
  seats.no_agreement_gains_zero = true;
  seats.indifferent_stays = true;
  seats.rounds = rules.rounds;
  seats.rule = rule;
  if (!is_vote(rule)) seats.price.assign(table.n_actors, rules.negotiation.objection_cost);
  seats.tolerance = rules.tolerance;
  seats.ends_when_settled = true;
  return seats;
}

ChairPath play_chair(const ChairTable& table, const ChairRules& rules, const DecisionRule& rule) {
  Negotiation negotiation(rules.negotiation, seat_table(table, rules, rule));
  NegotiationPath lifts;
  play_rounds(rules.negotiation, negotiation, &lifts);
  ChairPath path{.positions = {}, .texts = {}, .agreed = negotiation.adopted};
  for (std::vector<double>& demands : lifts.demands)
    path.positions.push_back(positions_of(table, std::move(demands)));
  for (std::vector<double>& text : lifts.texts) path.texts.push_back(positions_of(table, std::move(text)));
  return path;
}

}  // namespace hansa
