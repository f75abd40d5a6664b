#include <cmath>

#include <catch2/catch.hpp>

#include "analysis/ratification/evidence.hpp"
#include "support/numbers/reals.hpp"
#include "tests/places.hpp"

namespace hansa {
namespace {

const DataFolders& shipped() {
  static const DataFolders folders{{source_dir() / "scenarios/data"}, {source_dir() / "scenarios/library"}};
  return folders;
}

const Evidence& evidence() {
  static const Evidence found = gather_evidence(shipped(), 2, false);
  return found;
}

double sum_of(const HazardFit& fit) {
  double sum = fit.constant + fit.spread;
  for (const double value : fit.coefficient) sum += value;
  return sum;
}

/// Treaties of states that join with the model's odds, by habit, democracy and time alone.
std::vector<TreatyPanel> simulated_panels(const By<Term, double>& truth,
                                          const std::vector<double>& constants) {
  constexpr int n_states = 400, n_months = 60;
  std::vector<TreatyPanel> panels;
  for (std::size_t k = 0; k < constants.size(); ++k) {
    const Draws draws(7, static_cast<std::uint32_t>(k));
    TreatyPanel panel{.id = std::to_string(k), .adopted = {}, .terms = {}, .joined = {}};
    for (std::uint64_t i = 0; i < n_states; ++i) {
      for (int month = 0; month < n_months; ++month) {
        By<Term, double> x;
        x[Term::Habit] = draws.normal(Purpose::Uncertainty, 0, i);
        x[Term::Democracy] = draws.normal(Purpose::Uncertainty, 1, i);
        x[Term::Time] = month / 12.0;
        double logit = constants[k];
        for (const Term term : each<Term>) logit += truth[term] * x[term];
        const bool joins = draws.uniform(Purpose::Ratification, month, i) <
                           1 - std::pow(1 - 1 / (1 + std::exp(-logit)), 1.0 / 12);
        panel.terms.insert(panel.terms.end(), x.begin(), x.end());
        panel.joined.push_back(joins ? 1 : 0);
        if (joins) break;
      }
    }
    panels.push_back(std::move(panel));
  }
  return panels;
}

TEST_CASE("the fit recovers the coefficients with which a panel was made", "[ratification][fit]") {
  By<Term, double> truth;
  truth[Term::Habit] = 0.6;
  truth[Term::Democracy] = -0.3;
  truth[Term::Time] = 0.2;
  const std::vector<double> constants = {-2.5, -1.5, -2, -1, -3, -2};
  constexpr std::array asked = {Term::Habit, Term::Democracy, Term::Time, Term::Region};
  const HazardFit fit = fit_hazard(simulated_panels(truth, constants), asked);
  CHECK(fit.coefficient[Term::Habit] == Approx(0.6).margin(0.08));
  CHECK(fit.coefficient[Term::Democracy] == Approx(-0.3).margin(0.08));
  CHECK(fit.coefficient[Term::Time] == Approx(0.2).margin(0.08));
  CHECK(fit.constant == Approx(-2).margin(0.15));
  CHECK(fit.spread == Approx(std::sqrt(0.5)).margin(0.15));
  for (std::size_t k = 0; k < constants.size(); ++k)
    CHECK(fit.constants[k] == Approx(constants[k]).margin(0.3));
  CHECK(fit.ci95[Term::Habit].lo < 0.6);
  CHECK(fit.ci95[Term::Habit].hi > 0.6);
  CHECK(fit.coefficient[Term::Region] == 0);  // it never varies
  CHECK(std::isnan(fit.ci95[Term::Region].lo));
}

TEST_CASE("without terms the constant is the closed form of the hazard", "[ratification][fit]") {
  // one in ten joins in each of two months: P(month) = .1, so P(year) = 1 - .9^12
  TreatyPanel panel{.id = "a", .adopted = {}, .terms = std::vector<double>(20 * n_terms, 0.0), .joined = {}};
  panel.joined.assign(20, 0);
  panel.joined[0] = panel.joined[10] = 1;
  const HazardFit fit = fit_hazard({panel, panel}, {});
  const double yearly = 1 - std::pow(0.9, 12);
  CHECK(fit.constant == Approx(std::log(yearly / (1 - yearly))));
  CHECK(fit.spread == Approx(0).margin(1e-9));
  CHECK(fit.log_likelihood == Approx(2 * (2 * std::log(0.1) + 18 * std::log(0.9))));
}

TEST_CASE("a treaty left out is scored with the constant that suits it best", "[ratification][fit]") {
  By<Term, double> truth;
  truth[Term::Habit] = 0.6;
  const std::vector<TreatyPanel> panels = simulated_panels(truth, {-2.5, -1.5, -2});
  constexpr std::array asked = {Term::Habit};
  const HazardFit fit = fit_hazard(panels, asked);
  double sum = 0;
  for (const TreatyPanel& panel : panels) sum += log_likelihood_of(panel, fit);
  CHECK(sum == Approx(fit.log_likelihood).epsilon(1e-12));
  HazardFit elsewhere = fit;
  elsewhere.constant = 3;
  CHECK(log_likelihood_of(panels[0], elsewhere) == Approx(log_likelihood_of(panels[0], fit)).epsilon(1e-12));
  elsewhere.coefficient[Term::Habit] = 0;
  CHECK(log_likelihood_of(panels[0], elsewhere) < log_likelihood_of(panels[0], fit));
}

TEST_CASE("veto players are those of the state's year, and cost terms their products with what joining costs",
          "[ratification][fit]") {
  const auto kyoto = std::find_if(evidence().treaties.begin(), evidence().treaties.end(),
                                  [](const ObservedTreaty& one) { return one.id == "kyoto-1997"; });
  const OpenTreaty open(*kyoto, evidence().treaties, evidence().facts(), evidence().simulated);
  const Facts& facts = evidence().facts();
  const auto usa =
      static_cast<std::size_t>(std::find(facts.iso3.begin(), facts.iso3.end(), "USA") - facts.iso3.begin());
  const auto in = [&](int year) { return open.terms(usa, 12 * year, 0, 0); };
  CHECK(in(1999)[index(Term::Polarisation)] > 1.5);  // a divided government
  CHECK(in(2004)[index(Term::Polarisation)] < 0);    // a united one
  double sum = 0, squares = 0, n = 0;
  for (std::size_t i = 0; i < facts.n_states; ++i) {
    const auto terms = open.terms(i, 12 * 2000, 0, 0);
    const double cost = -terms[index(Term::OwnPayoff)];
    CHECK(terms[index(Term::VetoPlayersCost)] == terms[index(Term::VetoPlayers)] * cost);
    CHECK(terms[index(Term::PolarisationCost)] == terms[index(Term::Polarisation)] * cost);
    if (!facts.head[i]) continue;
    ++n;
    sum += terms[index(Term::VetoPlayers)];
    squares += terms[index(Term::VetoPlayers)] * terms[index(Term::VetoPlayers)];
  }
  CHECK(sum == Approx(0).margin(1e-9));
  CHECK(squares == Approx(n));
  const OpenTreaty unknown(evidence().treaties[0], evidence().treaties, facts, evidence().simulated);
  CHECK(unknown.terms(usa, unknown.opening(), 0, 0)[index(Term::VetoPlayersCost)] ==
        0);  // no payoff is known
}

TEST_CASE("the defaults of ratification are the fit to all treaties, within .01", "[ratification][fit]") {
  const RatificationParams fitted = params_of(fit_without(evidence(), nullptr)), used;
  const auto same = [](double value, double found) { CHECK(value == Approx(found).epsilon(0).margin(0.01)); };
  same(used.constant, fitted.constant);
  same(used.habit, fitted.habit);
  same(used.democracy, fitted.democracy);
  same(used.population, fitted.population);
  same(used.eu, fitted.eu);
  same(used.region, fitted.region);
  same(used.parties, fitted.parties);
  same(used.time_log, fitted.time_log);
  same(used.time, fitted.time);
  same(used.spread, fitted.spread);
  // payoffs come from runs of the model, which the defaults change in turn
  CHECK(used.own_payoff == Approx(fitted.own_payoff).epsilon(0.03));
  CHECK(used.others_payoff == Approx(fitted.others_payoff).epsilon(0.03));
  CHECK(used.home_pressure == 0);
}

TEST_CASE("the dates of a treaty left out change no coefficient that predicts it", "[ratification][fit]") {
  Evidence changed = gather_evidence(shipped(), 2, false);
  auto& kyoto = *std::find_if(changed.treaties.begin(), changed.treaties.end(),
                              [](const ObservedTreaty& one) { return one.id == "kyoto-1997"; });
  for (std::size_t k = 0; k < kyoto.states.size(); k += 2)
    if (kyoto.states[k].date) *kyoto.states[k].date += std::chrono::days(700);
  const auto original = std::find_if(evidence().treaties.begin(), evidence().treaties.end(),
                                     [](const ObservedTreaty& one) { return one.id == "kyoto-1997"; });
  CHECK(sum_of(fit_without(changed, &kyoto)) == sum_of(fit_without(evidence(), &*original)));
  CHECK(sum_of(fit_without(changed, nullptr)) != sum_of(fit_without(evidence(), nullptr)));
}

TEST_CASE("the same treaty under another name is left out too", "[ratification][fit]") {
  const ObservedTreaty renamed{.id = "mine", .adopted = evidence().treaties[0].adopted};
  CHECK(sum_of(fit_without(evidence(), &renamed)) ==
        sum_of(fit_without(evidence(), &evidence().treaties[0])));
}

TEST_CASE("what a treaty's states do after it opens does not change their habit", "[ratification][fit]") {
  std::vector<ObservedTreaty> later = evidence().treaties;
  const Date opens = *later[7].opened;
  REQUIRE(later[7].id == "kyoto-1997");
  for (ObservedTreaty& one : later)
    for (Ratification& state : one.states)
      if (state.date && *state.date >= opens) state.date.reset();
  const OpenTreaty known(evidence().treaties[7], evidence().treaties, evidence().facts(),
                         evidence().simulated),
      blind(later[7], later, evidence().facts(), evidence().simulated);
  for (std::size_t i = 0; i < evidence().facts().n_states; ++i)
    CHECK(known.terms(i, known.opening(), 0, 0) == blind.terms(i, blind.opening(), 0, 0));
}

}  // namespace
}  // namespace hansa
