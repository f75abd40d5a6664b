#include <cmath>
#include <numbers>
#include <vector>

#include <catch2/catch.hpp>

#include "bargaining/voting/baron_ferejohn.hpp"
#include "bargaining/voting/setter.hpp"
#include "bargaining/voting/who_decides.hpp"
#include "bargaining/voting/win_set.hpp"
#include "tests/rule_of.hpp"

namespace hansa {
namespace {

using test::rule_of;
using Values = std::vector<double>;

/// Actors of equal power and salience.
struct Equals {
  Values power, position, salience;
  std::vector<char> veto;
  std::size_t n_issues;

  Equals(Values at, std::size_t issues, bool all_veto = false)
      : power(at.size() / issues, 1.0),
        position(std::move(at)),
        salience(position.size(), 1.0),
        veto(power.size(), all_veto ? 1 : 0),
        n_issues(issues) {}
  [[nodiscard]] VotingSpace space() const { return {n_issues, {power, veto}, position, salience}; }
};

const Values nine = {.05, .2, .3, .45, .5, .62, .8, .95, .99};

TEST_CASE("the core of k of nine runs from the kth position from above to the kth from below", "[voting]") {
  const auto [words, low, high] = GENERATE(table<const char*, double, double>({{"heads:5", .5, .5},
                                                                               {"heads:6", .45, .62},
                                                                               {"heads:7", .3, .8},
                                                                               {"heads:8", .2, .95},
                                                                               {"consensus", .05, .99}}));
  const Equals actors(nine, 1);
  const Stretch core = core_of(actors.space(), rule_of(words));
  CHECK((core.low == low && core.high == high));
}

TEST_CASE("where two coalitions that exclude each other win, the core is empty", "[voting]") {
  const Stretch core = core_of(Equals(nine, 1).space(), rule_of("heads:3"));
  CHECK(core.low > core.high);
}

TEST_CASE("who does not care supports nothing, and veto holders stretch the core", "[voting]") {
  Equals actors({0, 10, 20, 100}, 1);
  actors.salience[3] = 0;
  CHECK(core_of(actors.space(), rule_of("heads:3")).low == 0);
  actors.salience[3] = 1;
  actors.veto[3] = 1;
  const Stretch core = core_of(actors.space(), rule_of("heads:3"));
  CHECK((core.low == 10 && core.high == 100));
}

TEST_CASE("under a majority the win set reaches as far beyond the median as the reference is away",
          "[voting]") {
  const Equals actors(nine, 1);
  const Stretch up = win_set_of(actors.space(), .2, rule_of("majority")),
                down = win_set_of(actors.space(), .9, rule_of("majority")),
                stuck = win_set_of(actors.space(), .5, rule_of("majority"));
  CHECK(up.low == .2);
  CHECK(up.high == Approx(.8));
  CHECK(down.low == Approx(.1));
  CHECK(down.high == .9);
  CHECK(stuck.low == stuck.high);
}

TEST_CASE("two veto players let through the lens of their circles", "[voting]") {
  const Equals far({0, 0, 1, 0}, 2, true);
  CHECK(plane_win_set(far.space(), {.5, .5}, rule_of("consensus")).area ==
        Approx(std::numbers::pi / 4 - .5).margin(1e-6));
  CHECK(plane_win_set(far.space(), {.3, 0}, rule_of("consensus")).area == Approx(0).margin(1e-12));
  CHECK(plane_win_set(far.space(), {2, 0}, rule_of("consensus")).area ==
        Approx(std::numbers::pi).margin(1e-6));
  const Equals near({.2, .3, .8, .5}, 2, true);
  CHECK(plane_win_set(near.space(), {.9, .9}, rule_of("consensus")).area ==
        Approx(.472223702706).margin(1e-6));
}

TEST_CASE("a core on two issues needs pairs that pull apart (Plott)", "[voting]") {
  const Equals crossed({.5, .5, 0, .5, 1, .5, .5, 0, .5, 1}, 2);
  CHECK(actors_in_core(crossed.space(), rule_of("majority")) == std::vector<std::size_t>{0});
  const Equals three({0, 0, 1, 0, .5, 1}, 2);
  CHECK(actors_in_core(three.space(), rule_of("majority")).empty());
  CHECK(actors_in_core(three.space(), rule_of("consensus")).size() == 3);
}

TEST_CASE("a setter goes from the reference to beyond the median, unless it wants less", "[voting][setter]") {
  const Values position = {20, 50, 80, 100}, power = {1, 1, 1, 0}, salience = {1, 1, 1, 1};
  const std::vector<char> veto(4);
  const DecisionRule majority = rule_of("majority");
  const auto propose = [&](std::size_t setter, double reference) {
    return setter_proposal(setter, {power, veto}, position, salience, reference, majority);
  };
  CHECK(propose(3, 20) == 80);   // 2 * 50 - 20
  CHECK(propose(3, 30) == 70);   // 2 * 50 - 30
  CHECK(propose(2, 0) == 80);    // its own position
  CHECK(propose(3, 50) == 50);   // the reference is the median's
  CHECK(propose(0, 100) == 20);  // the median would go down to 0
  CHECK(propose(0, 70) == 30);
  CHECK(propose(0, 20) == 20);
}

TEST_CASE("a veto holder binds a setter, and one without salience does not", "[voting][setter]") {
  const Values position = {20, 50, 80}, power = {1, 1, 1};
  CHECK(setter_proposal(2, {power, std::vector<char>{1, 0, 0}}, position, Values{1, 1, 1}, 10,
                        rule_of("majority")) == 30);
  CHECK(setter_proposal(2, {power, std::vector<char>{0, 0, 0}}, position, Values{0, 1, 1}, 10,
                        rule_of("consensus")) == 80);
  CHECK(setter_proposal(2, {power, std::vector<char>{0, 0, 0}}, position, Values{1, 1, 1}, 30,
                        rule_of("consensus")) == 30);
}

TEST_CASE("the proposer of a pie keeps 1 - patience (needed - 1) / n", "[voting][pie]") {
  const auto [n, needed, patience, keeps] =
      GENERATE(table<std::size_t, std::size_t, double, double>({{3, 2, 1, 2.0 / 3},
                                                                {5, 3, .9, .64},
                                                                {101, 51, .8, .603960396},
                                                                {196, 147, .95, .292346939},
                                                                {196, 196, .95, .054846939}}));
  const auto shares = share_pie({n, 0, needed}, patience);
  REQUIRE(shares);
  CHECK(shares->proposing_member == Approx(keeps).margin(1e-9));
  CHECK(shares->member == 1.0 / static_cast<double>(n));
}

TEST_CASE("a veto holder expects what its equilibrium says, and all if nobody is impatient",
          "[voting][pie]") {
  // one veto, two others, two votes: V = [1 - p M + 2 p V] / 3 and V + 2 M = 1
  const auto shares = share_pie({3, 1, 2}, .9);
  REQUIRE(shares);
  CHECK(shares->veto + 2 * shares->member == Approx(1).epsilon(1e-14));
  CHECK(shares->veto == Approx((1 - .9 * shares->member + 2 * .9 * shares->veto) / 3).epsilon(1e-14));
  // another, when drawn, pays the veto; when the veto is drawn, one of the two is paid
  CHECK(shares->member == Approx((1 - .9 * shares->veto) / 3 + .9 * shares->member / 6).epsilon(1e-14));
  const auto patient = share_pie({3, 1, 2}, 1);
  CHECK(patient->veto == Approx(1).epsilon(1e-14));
  CHECK(patient->member == Approx(0).margin(1e-14));
  CHECK(share_pie({4, 4, 4}, .5)->veto == .25);
  CHECK_FALSE(share_pie({3, 0, 4}, 1));
}

TEST_CASE("who decides has cores on the scales of the table, and a pie where all are alike", "[voting]") {
  const BargainTable table = {.issues = {{"a", 0, 100, 20.0}, {"b", 0, 10, std::nullopt}},
                              .actors = {"A", "B", "C"},
                              .power = {1, 1, 1},
                              .veto = {0, 0, 0},
                              .position = {0, 1, 40, 5, 100, 9},
                              .salience = {1, 1, 1, 1, 1, 1}};
  const WhoDecides found = who_decides("majority", table, rule_of("majority"), 1);
  CHECK((found.cores[0].low == 40 && found.cores[1].high == 5));
  CHECK(found.win_sets[0]->high == 60);
  CHECK_FALSE(found.win_sets[1]);
  CHECK_FALSE(found.plane);
  REQUIRE(found.pie);
  CHECK(found.pie->proposing_member == Approx(2.0 / 3));
  BargainTable unequal = table;
  unequal.power = {2, 1, 1};
  CHECK_FALSE(who_decides("majority-power", unequal, rule_of("majority-power"), 1).pie);
  CHECK(who_decides("majority", unequal, rule_of("majority"), 1).pie);
}

}  // namespace
}  // namespace hansa
