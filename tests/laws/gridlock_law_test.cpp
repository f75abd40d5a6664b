#include <algorithm>
#include <array>
#include <cmath>

#include <catch2/catch.hpp>

#include "sim/run.hpp"
#include "tests/laws/law_world.hpp"
#include "tests/laws/library_world.hpp"

namespace hansa {
namespace {

constexpr std::array<double, 6> levels = {0.0, 0.2, 0.4, 0.6, 0.8, 1.0};

/// Whether each realization of a scenario with one conference adopts a text, at each level of gridlock.
std::vector<std::vector<char>> adoptions(Scenario scenario, const Tables& tables, int n) {
  std::vector<std::vector<char>> adopted;
  scenario.realizations = n;
  for (const double level : levels) {
    scenario.gridlock.level = level;
    const Facts facts = build_facts(scenario, tables);
    adopted.emplace_back();
    for (const RunRecord& record : run_ensemble(facts, 2, {}))
      adopted.back().push_back(static_cast<char>(record.adopted[0]));
  }
  return adopted;
}

/// Probability of at most `n_seen` of `n` at probability p: the lower tail of the binomial distribution.
double lower_tail(int n_seen, int n, double p) {
  double term = std::pow(1 - p, n), sum = term;
  for (int k = 0; k < n_seen; ++k) {
    term *= (n - k) / (k + 1.0) * p / (1 - p);
    sum += term;
  }
  return sum;
}

/// Checks on n realizations that adoption falls from level to level, from at least the share `most` to nearly
/// none, and that hardly any realization that fails at one level adopts at a higher one: a one-sided test at
/// the .1 % level rejects a probability of 2 %. It need not be zero, because a common shock or a frozen
/// mandate may also bring states together.
void check_fall(const Scenario& scenario, const Tables& tables, int n, double most) {
  const std::vector<std::vector<char>> adopted = adoptions(scenario, tables, n);
  const auto n_at = [&](std::size_t k) {
    return static_cast<double>(std::count(adopted[k].begin(), adopted[k].end(), 1));
  };
  CHECK(n_at(0) >= most * n);
  CHECK(n_at(levels.size() - 1) <= 0.1 * n);
  int n_failed = 0, n_flipped = 0;
  for (std::size_t low = 0; low < levels.size(); ++low) {
    for (std::size_t high = low + 1; high < levels.size(); ++high) {
      CAPTURE(levels[low], levels[high]);
      CHECK(n_at(high) <= n_at(low));
      for (std::size_t r = 0; r < adopted[low].size(); ++r) {
        n_failed += adopted[low][r] ? 0 : 1;
        n_flipped += !adopted[low][r] && adopted[high][r] ? 1 : 0;
      }
    }
  }
  CAPTURE(n_failed, n_flipped);
  CHECK(lower_tail(n_flipped, n_failed, 0.02) < 1e-3);
}

TEST_CASE("one conference adopts no more often when gridlock rises", "[laws]") {
  Scenario scenario = test::law_scenario();
  scenario.years = {1995, 1995};
  scenario.conferences = {{.name = "hard", .year = 1995, .floor = 0.1, .forms = {Form::Hard}}};
  scenario.negotiation.price_noise = scenario.negotiation.price_noise_state = 0;  // the dial alone
  check_fall(scenario, test::law_tables(), 256, 0.9);
}

TEST_CASE("Copenhagen adopts no more often when gridlock rises", "[laws]") {
  test::LibraryWorld world("copenhagen-2009");
  world.loaded.scenario.negotiation.price_noise = world.loaded.scenario.negotiation.price_noise_state = 0;
  world.loaded.scenario.years = {2009, 2009};  // one conference at the scenario's initial status quo
  check_fall(world.loaded.scenario, world.tables, 48, 0.3);
}

}  // namespace
}  // namespace hansa
