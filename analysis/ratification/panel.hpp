#pragma once

#include <array>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "agents/facts.hpp"
#include "scenarios/parameters/choice.hpp"
#include "scenarios/tables/treaties.hpp"

// Who could join which treaty in which month, and who did.

namespace hansa {

/// What a state's propensity to join may depend on; sim/phases/ratification.hpp.
enum class Term {
  Habit,
  Democracy,
  Population,
  Income,
  Eu,
  Region,
  Parties,
  TimeLog,
  Time,
  HomePressure,
  OwnPayoff,
  OthersPayoff,
  VetoPlayers,
  Polarisation,
  VetoPlayersCost,
  PolarisationCost
};
constexpr WordsOf<Term> choices(Term) {
  return {"habit",        "democracy",     "population",        "income",
          "eu",           "region",        "parties",           "time_log",
          "time",         "home_pressure", "own_payoff",        "others_payoff",
          "veto_players", "polarisation",  "veto_players_cost", "polarisation_cost"};
}
inline constexpr std::size_t n_terms = n_of<Term>;

/// What the model says of a state and a treaty: two parts of its payoff of joining, by its own effort and by that of
/// others which depends on it. (state)                                                            [gain]
struct Payoffs {
  std::string treaty;  // its id
  std::vector<double> own, others;
};

/// What the panel takes from runs of the model rather than from tables.
struct Simulated {
  std::vector<double>
      home_pressure;  // (year x state) times influence, from the first year of the facts; empty: none
  std::vector<Payoffs> payoffs;  // of the treaties that the model negotiates
};

/// The months of one treaty in which states could join it, state by state.
struct TreatyPanel {
  std::string id;
  Date adopted;
  std::vector<double> terms;  // (row x term)
  std::vector<char> joined;   // (row)

  [[nodiscard]] std::size_t n_rows() const { return joined.size(); }
  [[nodiscard]] std::span<const double> row(std::size_t k) const {
    return std::span(terms).subspan(k * n_terms, n_terms);
  }
};

inline constexpr int years_at_risk = 12;  // after opening; nearly all states have joined by then, or never do
inline constexpr int last_observed = 2021;  // the last year of which every source of the table has the dates

/// A treaty as a panel sees it: opening, and what is known of states when it opens.
class OpenTreaty {
 public:
  /// `known` are the treaties from which habits are taken. Facts begin no later than the treaty opens.
  OpenTreaty(const ObservedTreaty& treaty, const std::vector<ObservedTreaty>& known, const Facts& facts,
             const Simulated& simulated);

  [[nodiscard]] int opening() const { return opening_; }  // month since year 0
  [[nodiscard]] int end() const { return end_; }          // the first month after the last at risk

  /// The terms of a state in a month, given the shares that joined by the month before. Veto players and their
  /// polarisation are those of the state's year, standardised over states; their cost terms are the products with
  /// what joining costs by one's own effort.
  [[nodiscard]] std::array<double, n_terms> terms(std::size_t state, int month, double region,
                                                  double parties) const;

 private:
  const Facts& facts_;
  const Simulated& simulated_;
  const Payoffs* payoffs_ = nullptr;
  int opening_, end_;
  std::vector<double> habit_;  // (state)
  struct AtHome {
    std::vector<double> veto_players, polarisation;  // (state)                                     [sd]
  };
  std::vector<AtHome> at_home_;  // (year) from opening
};

/// Shares of states that have joined: of all, and of each region.
struct Shares {
  double all = 0;
  std::vector<double> region;  // by its number in the facts
};

/// The shares, given for each state whether, or with which probability, it has joined.
[[nodiscard]] Shares shares_of(const Facts& facts, std::span<const double> joined);

/// The panel of a treaty. States are the heads of the facts, those that are not in its list never join.
[[nodiscard]] TreatyPanel make_panel(const ObservedTreaty& treaty, const std::vector<ObservedTreaty>& known,
                                     const Facts& facts, const Simulated& simulated);

}  // namespace hansa
