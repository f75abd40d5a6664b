#include <array>
#include <chrono>
#include <cmath>

#include <catch2/catch.hpp>

#include "tests/sim/phases/treaty_to_join.hpp"

namespace hansa {
namespace {

using test::near;
using test::SmallWorld;
using test::Treaty;

TEST_CASE("a treaty enters into force once enough parties and enough emissions have joined",
          "[ratification]") {
  Treaty treaty(4);
  treaty.params.constant = 1000;
  treaty.small.facts.conferences[0].emissions = {0.1, 0.2, 0.3, 0.4};
  treaty.treaty_params().delay = 30;
  treaty.agreement().barred = {0, 0, 1, 0};  // the third never joins: three parties with 70 %
  const auto [parties, emissions, in_force] = GENERATE(
      table<int, double, bool>({{3, 0.7 - 1e-12, true}, {3, 0.71, false}, {4, 0.5, false}, {0, 0.0, true}}));
  treaty.treaty_params().min_parties = parties;
  treaty.treaty_params().min_emissions = emissions;
  treaty.ratify();
  if (in_force)
    CHECK(treaty.agreement().entered_force == near(SmallWorld::year + 1 + 30 / 365.25));
  else
    CHECK(std::isinf(treaty.agreement().entered_force));
}

TEST_CASE("of eight parties those bring a treaty into force that are five and hold 55 of 100",
          "[ratification]") {
  constexpr std::array<int, 8> share = {30, 20, 15, 10, 9, 7, 5, 4};
  int n_winning = 0;
  for (unsigned who = 0; who < 256; ++who) {
    Treaty treaty(8);
    treaty.params.constant = 1000;
    treaty.treaty_params().min_parties = 5;
    treaty.treaty_params().min_emissions = 0.55;
    treaty.small.facts.conferences[0].emissions.clear();
    int n = 0, sum = 0;
    for (std::size_t i = 0; i < 8; ++i) {
      const bool joins = (who >> i & 1U) != 0;
      treaty.small.facts.conferences[0].emissions.push_back(share[i] / 100.0);
      treaty.agreement().barred[i] = !joins;
      n += joins ? 1 : 0;
      sum += joins ? share[i] : 0;
    }
    treaty.ratify();
    CAPTURE(who, n, sum);
    CHECK(std::isfinite(treaty.agreement().entered_force) == (n >= 5 && sum >= 55));
    n_winning += n >= 5 && sum >= 55 ? 1 : 0;
  }
  CHECK(n_winning == 78);
}

/// The date of entry into force of a treaty with the Paris Agreement's delay of 30 days, if its threshold is
/// met in this month of 2000.
double in_force_after(int month) {
  Treaty treaty(1);
  treaty.params.constant = 1000;
  treaty.agreement().year = 1999;
  treaty.treaty_params().opens_after = month;  // after December: 1 is January
  treaty.treaty_params().min_parties = 1;
  treaty.treaty_params().delay = 30;
  treaty.ratify();
  REQUIRE(treaty.agreement().joined[0] == SmallWorld::year * 12 + month - 1);
  return treaty.agreement().entered_force;
}

TEST_CASE("a threshold met in October brings a treaty into force 30 days after the end of October",
          "[ratification]") {
  CHECK(in_force_after(10) == Approx(SmallWorld::year + 10.0 / 12 + 30 / 365.25).epsilon(0).margin(1e-9));
}

TEST_CASE("entry into force is accurate to a month: at most a month late, and hardly ever early",
          "[ratification]") {
  // The Paris Agreement met its threshold on 5 October 2016 and entered into force on 4 November. Both years
  // are leap years. A month is a twelfth of a year, so month ends are off by at most two days.
  using namespace std::chrono;
  CHECK(sys_days{2016y / October / 5} + days{30} == sys_days{2016y / November / 4});
  const sys_days new_year{2000y / January / 1};
  for (unsigned month = 1; month <= 12; ++month) {
    const double simulated = in_force_after(static_cast<int>(month));
    for (unsigned day = 1; year_month_day{2000y, std::chrono::month{month}, std::chrono::day{day}}.ok();
         ++day) {
      const sys_days met = 2000y / std::chrono::month{month} / std::chrono::day{day};
      const double by_calendar = 2000 + static_cast<double>((met + days{30} - new_year).count()) / 366;
      CHECK(simulated - by_calendar > -2.0 / 366);
      CHECK(simulated - by_calendar < 33.0 / 366);
    }
  }
}

TEST_CASE("a treaty in force stays in force", "[ratification]") {
  Treaty treaty(1, 2);
  treaty.params.constant = 1000;
  treaty.ratify();
  const double date = treaty.agreement().entered_force;
  treaty.treaty_params().min_parties = 2;
  treaty.world.year += 1;
  treaty.ratify();
  CHECK(treaty.agreement().entered_force == date);
}

}  // namespace
}  // namespace hansa
