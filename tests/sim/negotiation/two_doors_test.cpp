// One conference, played by the phase of a scenario and by the solver for tables of actors.

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include <catch2/catch.hpp>

#include "bargaining/solvers/chair.hpp"
#include "scenarios/parameters/conference_params.hpp"
#include "sim/negotiation/conference.hpp"
#include "sim/negotiation/rounds.hpp"
#include "sim/phases/negotiation.hpp"
#include "tests/rule_of.hpp"
#include "tests/small_world.hpp"

namespace hansa {
namespace {

using test::Players;
using test::set_positions;
using test::SmallWorld;

constexpr std::size_t n_actors = 5, n_issues = 2;

/// The input of both doors. Powers sum to 1, and so do the saliences of each actor, to the bit.
struct Numbers {
  std::vector<double> power = {0.375, 0.25, 0.1875, 0.125, 0.0625};
  std::vector<double> salience = {0.5, 0.5, 0.25, 0.75, 0.625, 0.375, 0.875, 0.125, 0.5, 0.5};
  std::vector<double> position = {0.83, 0.61, 0.31, 0.74, 0.57, 0.93, 0.22, 0.48, 0.69, 0.27};
  std::vector<double> status_quo = {0.2, 0.1};
  NegotiationParams params = {.stake = 0,
                              .objection_cost = 0.002,
                              .price_noise = 0,
                              .price_noise_state = 0,
                              .uncertainty = 0,
                              .large_states = 5};
  int rounds = 12;
};

/// A conference of five states on hard targets that are followed to the letter at no cost to sovereignty.
struct Conference {
  SmallWorld small{n_actors, n_issues};
  World world;

  explicit Conference(const Numbers& numbers, ConferenceParams conference = {}) : world(small.world()) {
    small.scenario.negotiation = numbers.params;
    small.scenario.negotiation.hardness = {0, 0, 1};
    small.now().power = numbers.power;
    small.now().salience = numbers.salience;
    conference.name = "COP";
    conference.rounds = numbers.rounds;
    conference.forms = {Form::Hard};
    small.add_conference(std::move(conference));
    world.status_quo = numbers.status_quo;
    world.states.sovereignty.assign(n_actors, 0.0);
    std::vector<Players> states;
    for (std::size_t i = 0; i < n_actors; ++i)
      states.push_back({{numbers.position[i * n_issues], numbers.position[i * n_issues + 1]}});
    set_positions(world, states);
  }

  [[nodiscard]] const ConferenceFacts& facts() const { return small.facts.conferences[0]; }
  [[nodiscard]] Outcome held() {
    return negotiate(small.scenario.negotiation, small.scenario.lobbying, small.scenario.networks.functions,
                     facts(), world);
  }
  [[nodiscard]] Seats seats() const {
    const NegotiationParams& params = small.scenario.negotiation;
    const Terms terms = make_terms(params, facts(), Form::Hard, world, world.states.mandate);
    return seat_conference(params, small.scenario.networks.functions, small.scenario.lobbying.closed_below,
                           facts(), terms, world);
  }
};

/// The same as a table of actors.
struct Table {
  Numbers numbers;
  DecisionRule rule;
  std::vector<char> veto = std::vector<char>(n_actors, 0);
  std::vector<std::optional<double>> reference = {numbers.status_quo.begin(), numbers.status_quo.end()};

  [[nodiscard]] ChairTable actors() const {
    return {n_actors, n_issues, numbers.power, numbers.salience, numbers.position, veto, reference};
  }
  [[nodiscard]] ChairRules rules() const {
    return {.negotiation = numbers.params, .rounds = numbers.rounds, .tolerance = 0};
  }
  [[nodiscard]] Negotiation held() const {
    Negotiation negotiation(numbers.params, seat_table(actors(), rules(), rule));
    play_rounds(numbers.params, negotiation);
    return negotiation;
  }
};

/// Whether both have the same outcome, to the bit.
bool same_end(const Outcome& conference, const Negotiation& table) {
  return conference.adopted == table.adopted && conference.rounds == table.n_rounds &&
         conference.lift == table.draft && conference.objects == table.objects;
}

Numbers some_numbers(std::uint32_t seed) {
  Numbers numbers;
  const Draws draws(17, seed);
  std::uint64_t n_drawn = 0;
  for (double& y : numbers.position) y = draws.uniform(Purpose::Residual, 0, n_drawn++);
  for (double& q : numbers.status_quo) q = 0.3 * draws.uniform(Purpose::Residual, 0, n_drawn++);
  // a table's actors may ask for less than the reference, delegations for nothing below the status quo
  for (std::size_t k = 0; k < numbers.position.size(); ++k)
    numbers.position[k] = std::max(numbers.position[k], numbers.status_quo[k % n_issues]);
  numbers.params.contest = static_cast<ContestRule>(seed % 4);
  return numbers;
}

TEST_CASE("a conference and a table of the same actors end with the same bits", "[negotiation][chair]") {
  int n_adopted = 0, n_objected = 0, n_long = 0;
  for (std::uint32_t seed = 0; seed < 60; ++seed) {
    const Numbers numbers = some_numbers(seed);
    const Outcome consensus = Conference(numbers).held();
    const Negotiation same = Table{numbers, {}}.held();
    CHECK(same_end(consensus, same));
    const Outcome quota = Conference(numbers, {.rule = test::quota_power(0.7)}).held();
    CHECK(same_end(quota, Table{numbers, test::quota_power(0.7)}.held()));
    for (const Outcome* outcome : {&consensus, &quota}) {
      n_adopted += outcome->adopted ? 1 : 0;
      n_objected += std::ranges::count(outcome->objects, 1) > 0 ? 1 : 0;
      n_long += outcome->rounds > numbers.params.first_decision ? 1 : 0;
    }
  }
  CHECK((n_adopted > 10 && n_adopted < 110));  // so that texts are refused, pulled and conceded to
  CHECK((n_objected > 10 && n_long > 10));
}

TEST_CASE("what the table's solver reports is what the conference adopts", "[negotiation][chair]") {
  const Numbers numbers;
  const Outcome outcome = Conference(numbers, {.rule = test::quota_power(0.7)}).held();
  const Table table{numbers, test::quota_power(0.7)};
  const ChairPath path = play_chair(table.actors(), table.rules(), table.rule);
  CHECK(path.agreed == outcome.adopted);
  CHECK(path.n_turns() == static_cast<std::size_t>(outcome.rounds));
  REQUIRE(outcome.adopted);
  for (std::size_t k = 0; k < n_issues; ++k)
    CHECK(path.texts.back()[k] == outcome.lift[k] + numbers.status_quo[k]);
}

TEST_CASE("both doors seat the same, but for what a table's protocol adds", "[negotiation][chair]") {
  const Numbers numbers;
  const Seats conference = Conference(numbers).seats();
  const Table table{numbers, {}};
  const Seats actors = seat_table(table.actors(), table.rules(), table.rule);
  CHECK(actors.power == conference.power);
  CHECK(actors.power_root == conference.power_root);
  CHECK(actors.may_object == conference.may_object);
  CHECK(actors.first == conference.first);
  CHECK(actors.constant == conference.constant);
  CHECK(actors.linear == conference.linear);
  CHECK(actors.square == conference.square);
  CHECK(actors.player_linear == conference.player_linear);
  CHECK(actors.player_square == conference.player_square);
  CHECK(actors.demand == conference.demand);
  CHECK(actors.opening == conference.opening);
  CHECK(actors.highest == conference.highest);
  CHECK(actors.proposing == conference.proposing);
  CHECK(actors.sponsorship == conference.sponsorship);
  CHECK(actors.price == conference.price);
  // a table's texts may fall below the reference, and its protocol asks nothing of the indifferent
  CHECK(actors.lowest == std::vector<double>{-0.2, -0.1});
  CHECK(conference.lowest == std::vector<double>{0.0, 0.0});
  CHECK((actors.like_demands_once && actors.no_agreement_gains_zero && actors.indifferent_stays &&
         actors.ends_when_settled));
  CHECK_FALSE((conference.like_demands_once || conference.no_agreement_gains_zero ||
               conference.indifferent_stays || conference.ends_when_settled));
}

TEST_CASE("blocs, networks, sovereignty and players at home part a conference from a bare table",
          "[negotiation][chair]") {
  const Numbers numbers;
  const Negotiation table = Table{numbers, {}}.held();
  Conference plain(numbers), blocs(numbers), networks(numbers), sovereign(numbers), players(numbers);
  blocs.small.put_in_bloc(0, "g77");
  blocs.small.put_in_bloc(1, "g77");
  networks.world.voice.coverage = networks.world.voice.coherence = networks.world.voice.drafting = 1;
  networks.world.voice.message = {0.9, 0.9};
  networks.world.pressure.influence = 0.5;
  sovereign.world.states.sovereignty[2] = 0.1;
  std::vector<Players> states;
  for (std::size_t i = 0; i < n_actors; ++i)
    states.push_back({{numbers.position[i * n_issues], numbers.position[i * n_issues + 1]}});
  states[0].push_back({0.25, 0.15});
  set_positions(players.world, states);
  players.small.scenario.negotiation.at_table = AtTable::Players;
  CHECK(same_end(plain.held(), table));
  for (Conference* conference : {&blocs, &networks, &sovereign, &players})
    CHECK_FALSE(same_end(conference->held(), table));
}

}  // namespace
}  // namespace hansa
