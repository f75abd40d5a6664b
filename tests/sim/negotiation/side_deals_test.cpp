// Exemptions and side payments. Three states of equal power on one issue at q = 0, where a text u obliges all: two want
// it, one at 0 does not. With a share x of its obligation waived it loses (u (1 - x))^2.

#include <cmath>

#include <catch2/catch.hpp>

#include "sim/negotiation/acceptance.hpp"
#include "sim/negotiation/side_deals.hpp"
#include "tests/rule_of.hpp"
#include "tests/sim/negotiation/seated.hpp"

namespace hansa {
namespace {

using test::near;
using test::set_positions;
using test::SmallWorld;

constexpr double text = 0.4, borne = 0.01;  // [lift], [gain]

struct Table {
  SmallWorld small{3};
  NegotiationParams& params = small.scenario.negotiation;
  World world;
  Terms terms;
  Negotiation negotiation;
  SideDeals deals;

  explicit Table(const std::vector<double>& positions = {0.5, 0.4, 0.0}, const DecisionRule& rule = {})
      : world(settled(positions, rule)),
        terms(make_terms(params, small.facts.conferences[0], Form::Soft, world, world.states.mandate)),
        negotiation(test::seated(small, world)),
        deals(terms, world) {
    negotiation.draft = {text};
    review(params, 10, negotiation);
  }
  World settled(const std::vector<double>& positions, const DecisionRule& rule) {
    params.objection_cost = borne;
    params.exemption_budget = 1;
    params.transfer_cost = 1;
    small.add_conference({.name = "COP", .rule = rule, .rounds = 10});
    World made = small.world();
    set_positions(made, positions);
    return made;
  }
  bool close() { return deals.close(params, 10, negotiation); }
  [[nodiscard]] double waived(std::size_t i) const { return 1.0 - deals.terms().effort[i]; }
  [[nodiscard]] double payment(std::size_t i) const { return deals.terms().payment[i]; }
};

TEST_CASE("without an arm there is no deal", "[side_deals]") {
  Table table;
  CHECK(!offers_side_deals(table.params));
  CHECK(!table.close());
  CHECK(table.negotiation.objects == std::vector<char>{0, 0, 1});
  CHECK(table.deals.exempted() == 0);
  CHECK(table.deals.paid() == 0);
}

TEST_CASE("an objector is exempted from as much as keeps it from objecting", "[side_deals]") {
  Table table;
  table.params.exemption = 1;
  CHECK(table.close());
  // (u (1 - x))^2 = borne
  const double expected = 1.0 - std::sqrt(borne) / text;
  CHECK(table.waived(2) == Approx(expected).epsilon(1e-6));
  CHECK(table.waived(0) == 0);
  CHECK(table.deals.exempted() == Approx(expected / 3).epsilon(1e-6));
  CHECK(table.negotiation.objects == std::vector<char>{0, 0, 0});
  // the others get less from it
  CHECK(table.deals.terms().world_slope[0] == Approx(1.0 - expected / 3).epsilon(1e-6));
}

TEST_CASE("exemptions end at the largest and at the budget, and then nothing is granted", "[side_deals]") {
  const double needed = 1.0 - std::sqrt(borne) / text;
  for (const double factor : {0.99, 1.01}) {
    Table largest, budget;
    largest.params.exemption = factor * needed;
    budget.params.exemption = 1;
    budget.params.exemption_budget = factor * needed / 3;
    for (Table* const table : {&largest, &budget}) {
      CHECK(table->close() == (factor > 1));
      CHECK((table->deals.exempted() > 0) == (factor > 1));
      CHECK(table->negotiation.objects[2] == (factor > 1 ? 0 : 1));
    }
  }
}

TEST_CASE("the cheapest exemption comes first, and no more than the rule needs", "[side_deals]") {
  Table table({0.5, 0.1, 0.0}, test::rule_of(ClauseKind::ConsensusMinus, 1));
  CHECK(table.negotiation.objects == std::vector<char>{0, 1, 1});
  table.params.exemption = 1;
  CHECK(table.close());
  CHECK(table.waived(1) > 0);
  CHECK(table.waived(2) == 0);
  CHECK(table.negotiation.objects == std::vector<char>{0, 0, 1});
}

TEST_CASE("the floor counts what is left of the obligations", "[side_deals]") {
  Table table({0.9, 0.9, 0.0});
  table.params.exemption = 1;
  table.negotiation.seats.floor = text;
  CHECK(table.close());
  CHECK(table.negotiation.draft[0] > text);
  CHECK(table.negotiation.draft[0] * (1.0 - table.deals.exempted()) == Approx(text).epsilon(1e-6));
  CHECK(table.negotiation.seats.floor == text);
}

TEST_CASE("an objector is paid what it loses beyond what it bears, by who gains most", "[side_deals]") {
  Table table;
  table.params.transfers = 1;
  table.params.transfer_cost = 1.25;
  CHECK(table.close());
  const double needed = text * text - borne;
  CHECK(table.payment(2) == Approx(needed).epsilon(1e-6));
  CHECK(table.payment(0) == Approx(-1.25 * needed).epsilon(1e-6));  // gains u (1 - u) = .24, the other .16
  CHECK(table.payment(1) == 0);
  CHECK(table.deals.paid() == Approx(needed / 3).epsilon(1e-6));
  CHECK(table.negotiation.player_gain[2] == Approx(-borne).epsilon(1e-6));
  CHECK(table.negotiation.player_gain[0] == Approx(0.24 - 1.25 * needed).epsilon(1e-6));
}

TEST_CASE("in a vote, where an objection costs nothing, an objector is paid all that it loses",
          "[side_deals]") {
  Table table({0.5, 0.4, 0.0}, test::quota_heads(1.0));
  const double loss = table.negotiation.loss[2];
  REQUIRE(loss > 0);
  table.params.transfers = 1;
  CHECK(table.close());
  CHECK(table.negotiation.objects == std::vector<char>{0, 0, 0});
  CHECK(table.payment(2) == Approx(loss).epsilon(1e-6));
  CHECK(table.payment(2) > loss);
}

TEST_CASE("in a vote an objector is exempted from all that it loses by", "[side_deals]") {
  Table table({0.5, 0.4, 0.0}, test::quota_heads(1.0));
  table.params.exemption = 1;
  CHECK(table.close());
  CHECK(table.waived(2) == Approx(1).epsilon(1e-6));
}

TEST_CASE("no donor gives more than its share of its gain, and what it gives counts by output",
          "[side_deals]") {
  Table table;
  table.params.transfers = 0.5;
  CHECK(table.close());  // .12 and .03 of .08
  CHECK(table.payment(0) == Approx(-0.12).epsilon(1e-6));
  CHECK(table.payment(1) == Approx(-(text * text - borne - 0.12)).epsilon(1e-6));
  Table poor;
  poor.params.transfers = 0.3;  // .12 of .15 together
  CHECK(!poor.close());
  CHECK(poor.payment(0) == 0);
  poor.small.now().output = {0.6, 0.2, 0.2};  // thrice the payee's economy
  CHECK(poor.close());
  CHECK(poor.payment(0) == Approx(-(text * text - borne) / 3).epsilon(1e-6));
}

TEST_CASE("a deal decides the conference and holds when states join", "[side_deals]") {
  Table table;
  table.params.transfers = 1;
  table.params.first_decision = 10;
  table.negotiation.seats.floor = text;
  Negotiation alone = table.negotiation;
  play_rounds(table.params, alone);
  CHECK(!alone.adopted);
  play_rounds(table.params, table.negotiation, nullptr, &table.deals);
  CHECK(table.negotiation.adopted);
  const Terms& with = table.deals.terms();
  const std::vector<double> position{0.0};
  const double paid =
      joining_gain(with, actor_at(table.world, with, 2, position), table.negotiation.draft).own;
  const double unpaid =
      joining_gain(table.terms, actor_at(table.world, table.terms, 2, position), table.negotiation.draft).own;
  CHECK(paid - unpaid == near(with.payment[2]));
  CHECK(with.payment[2] > 0);
}

}  // namespace
}  // namespace hansa
