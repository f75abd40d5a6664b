#include <algorithm>
#include <cmath>

#include <catch2/catch.hpp>

#include "sim/phases/negotiation.hpp"
#include "tests/small_world.hpp"

namespace hansa {
namespace {

using test::near;
using test::Players;
using test::SmallWorld;
using test::stand;

/// One conference of ten rounds; one issue at q = 0, so a text u is worth u (2 y - u) to a state at y.
struct Conference {
  SmallWorld small;
  World world;
  explicit Conference(std::size_t n_states, ConferenceParams params = {})
      : small(n_states), world(small.world()) {
    params.name = "COP";
    params.rounds = 10;
    small.add_conference(std::move(params));
    small.scenario.lobbying.strength = 0;
    small.scenario.negotiation.first_decision = 3;
    small.scenario.negotiation.objection_cost = 0.02;
    small.scenario.negotiation.shelter = 0.1;
    small.scenario.negotiation.stake = 0;
  }
  Outcome held() {
    return negotiate(small.scenario.negotiation, small.scenario.lobbying, small.facts.conferences[0], world);
  }
};

TEST_CASE("states that want the same adopt it as soon as they may decide", "[negotiation]") {
  const int first_decision = GENERATE(1, 3, 7);
  Conference conference(5);
  conference.small.scenario.negotiation.first_decision = first_decision;
  stand(conference.world, {0.4, 0.4, 0.4, 0.4, 0.4});
  const Outcome outcome = conference.held();
  CHECK(outcome.adopted);
  CHECK(outcome.rounds == first_decision);
  CHECK(outcome.lift[0] == Approx(0.4).epsilon(1e-6));
  CHECK(outcome.effective[0] == Approx(0.4).epsilon(1e-6));
  CHECK(outcome.depth == Approx(0.4).epsilon(1e-6));
  CHECK(outcome.objects == std::vector<char>(5, 0));
}

TEST_CASE("a conference of few rounds decides in its last", "[negotiation]") {
  Conference conference(2);
  conference.small.scenario.conferences[0].rounds = 2;
  stand(conference.world, {0.4, 0.4});
  const Outcome outcome = conference.held();
  CHECK(outcome.adopted);
  CHECK(outcome.rounds == 2);
}

TEST_CASE("a text weakly followed amounts to less than its words", "[negotiation]") {
  Conference conference(2);
  conference.small.scenario.negotiation.soft_force = 0.25;
  stand(conference.world, {0.4, 0.4});
  const Outcome outcome = conference.held();
  CHECK(outcome.lift[0] == Approx(0.4).epsilon(1e-6));
  CHECK(outcome.effective[0] == Approx(0.1).epsilon(1e-6));
  CHECK(outcome.depth == Approx(0.1).epsilon(1e-6));
}

/// Two ambitious states and a powerful one that wants nothing, at a conference called for a depth of .3.
struct Blocked : Conference {
  explicit Blocked(ConferenceParams params = {.floor = 0.3}) : Conference(3, std::move(params)) {
    stand(world, {0.5, 0.5, 0.0});
  }
};

TEST_CASE("a powerful state that can accept nothing stops a consensus", "[negotiation]") {
  Blocked conference;
  const Outcome outcome = conference.held();
  CHECK_FALSE(outcome.adopted);
  CHECK(outcome.rounds == 10);
  CHECK(outcome.objects == std::vector<char>{0, 0, 1});
  CHECK(outcome.lift[0] >= 0.0);
  CHECK(outcome.effective == std::vector<double>{0.0});
  CHECK(outcome.depth == 0.0);
}

TEST_CASE("what stops a consensus does not stop a majority", "[negotiation]") {
  Blocked heads({.floor = 0.3, .rule = Rule::QuotaHeads, .quota = 0.6}),
      minus({.floor = 0.3, .rule = Rule::ConsensusMinus, .minus = 1});
  for (Blocked* conference : {&heads, &minus}) {
    const Outcome outcome = conference->held();
    CHECK(outcome.adopted);
    CHECK(outcome.rounds == 3);
    CHECK(outcome.objects == std::vector<char>{0, 0, 1});
    CHECK(outcome.lift[0] >= 0.3);
  }
}

TEST_CASE("who stays away neither objects nor counts", "[negotiation]") {
  Blocked consensus, majority({.floor = 0.3, .rule = Rule::QuotaHeads, .quota = 1.0});
  for (Blocked* conference : {&consensus, &majority}) {
    conference->small.facts.conferences[0].present = {1, 1, 0};
    const Outcome outcome = conference->held();
    CHECK(outcome.adopted);
    CHECK(outcome.objects == std::vector<char>{0, 0, 0});
  }
}

TEST_CASE("the EU neither objects nor counts", "[negotiation]") {
  Blocked conference;
  conference.small.make_eu(2);
  CHECK(conference.held().adopted);
}

TEST_CASE("a text without floor is brought down to what all can accept", "[negotiation]") {
  Conference conference(2);
  stand(conference.world, {0.9, 0.2});
  const Outcome outcome = conference.held();
  CHECK(outcome.adopted);
  CHECK(outcome.lift[0] <= 0.4 + 1e-9);  // the limit of the second
  CHECK(outcome.lift[0] > 0.2);
}

TEST_CASE("one veto player is enough to stop its state", "[negotiation]") {
  Conference conference(2, {.floor = 0.3});
  stand(conference.world, std::vector<Players>{{{0.5}, {0.1}}, {{0.5}}});
  const Outcome outcome = conference.held();
  CHECK_FALSE(outcome.adopted);
  CHECK(outcome.objects == std::vector<char>{1, 0});
}

TEST_CASE("small states swallow at the deadline what they would not alone stop", "[negotiation]") {
  Conference conference(40, {.floor = 0.1});  // a power of 1/40 each
  std::vector<double> positions(40, 0.5);
  positions[7] = 0.0;  // loses u^2 by a text u: .0100 at the floor, less than .02 * .75
  stand(conference.world, positions);
  const Outcome outcome = conference.held();
  CHECK(outcome.adopted);
  CHECK(outcome.rounds > 3);
}

TEST_CASE("when a form fails the next on offer is tried", "[negotiation]") {
  Conference conference(2, {.floor = 0.1, .forms = {Form::Hard, Form::Shell, Form::Soft}});
  conference.small.scenario.negotiation.hardness = {0.0, 0.5, 1.0};
  stand(conference.world, {0.5, 0.5});
  conference.world.states.sovereignty = {0.0, 2.0};  // what is hard costs the second 2 h u against at most u
  const Outcome outcome = conference.held();
  CHECK(outcome.adopted);
  CHECK(outcome.form == Form::Soft);
  CHECK(outcome.rounds == 10 + 10 + 3);
  CHECK(outcome.terms.hardness == 0.0);
}

TEST_CASE("the last form on offer is what a conference fails on", "[negotiation]") {
  Blocked conference({.floor = 0.3, .forms = {Form::Hard, Form::Shell}});
  const Outcome outcome = conference.held();
  CHECK_FALSE(outcome.adopted);
  CHECK(outcome.form == Form::Shell);
  CHECK(outcome.rounds == 20);
}

TEST_CASE("those whom a text does not bind let it pass", "[negotiation]") {
  Blocked conference;
  conference.small.facts.conferences[0].bound = {1, 1, 0};
  const Outcome outcome = conference.held();
  CHECK(outcome.adopted);
  // two thirds of the world's power carry it out
  CHECK(outcome.effective[0] == near(2.0 / 3 * outcome.lift[0]));
}

TEST_CASE("pledges pass where targets of the same depth fail", "[negotiation]") {
  Conference targets(2, {.floor = 0.3}), pledges(2, {.architecture = Architecture::Pledges, .floor = 0.3});
  for (Conference* conference : {&targets, &pledges}) {
    conference->small.scenario.preferences[0].self_determined = true;
    conference->small.scenario.negotiation.ratchet = 0.0;
    stand(conference->world, {0.6, 0.1});
  }
  CHECK_FALSE(targets.held().adopted);
  const Outcome outcome = pledges.held();
  CHECK(outcome.adopted);
  CHECK(outcome.depth == near(0.35));  // what they pledge by themselves
}

TEST_CASE("cities that are heard deepen a text", "[negotiation]") {
  Conference silent(2), heard(2);
  for (Conference* conference : {&silent, &heard}) {
    stand(conference->world, {0.4, 0.4});
    conference->world.voice.message = {0.6};
    conference->world.pressure.by_channel.assign(2 * n_channels, 0.2);
  }
  heard.small.scenario.lobbying.strength = 1;
  const double shallow = silent.held().depth, deep = heard.held().depth;
  CHECK(shallow == Approx(0.4).epsilon(1e-6));
  CHECK(deep > 0.41);
  CHECK(deep < 0.6);
}

TEST_CASE("cities that ask for what nobody can accept change no bit of a conference", "[negotiation]") {
  Conference silent(3, {.floor = 0.2}), heard(3, {.floor = 0.2});
  for (Conference* conference : {&silent, &heard}) {
    stand(conference->world, std::vector<Players>{{{0.4}, {0.1}}, {{0.3}}, {{0.45}}});
    conference->world.voice.message = {0.9};  // no more than .9 is worth anything even to the last
    conference->world.pressure.by_channel.assign(3 * n_channels, 5.0);
  }
  heard.small.scenario.lobbying.strength = 10;
  const Outcome without = silent.held(), with = heard.held();
  CHECK(with.adopted == without.adopted);
  CHECK(with.rounds == without.rounds);
  CHECK(with.lift == without.lift);
  CHECK(with.objects == without.objects);
  heard.world.voice.message = {0.5};
  CHECK(heard.held().lift != without.lift);
}

/// States that want single points on one issue, weigh alike, have no stake in what others do and object for free, at a
// conference of so many rounds that passes a text over those whom a quota of k need not count.
struct Electorate {
  SmallWorld small;
  World world;
  explicit Electorate(std::size_t n_states, int rounds) : small(n_states), world(small.world()) {
    small.add_conference({.name = "COP", .rule = Rule::QuotaHeads, .rounds = rounds});
    small.scenario.lobbying.strength = 0;
    small.scenario.negotiation.stake = 0;
    small.scenario.negotiation.objection_cost = 0;
  }
  /// Whether they leave a status quo, for a text that says anything.
  bool leave(std::size_t k, double q, const std::vector<double>& ideals) {
    small.scenario.conferences[0].quota = static_cast<double>(k) / static_cast<double>(ideals.size());
    world.status_quo = {q};
    stand(world, ideals);
    const Outcome outcome =
        negotiate(small.scenario.negotiation, small.scenario.lobbying, small.facts.conferences[0], world);
    return outcome.adopted && outcome.lift[0] > 0;
  }
};

/// How many of n uniform electorates with a uniform status quo could leave it, which do, and which do though it is stuck.
/// A text is a lift, so each is asked to move up and, in its mirror image, down.
struct Found {
  int n_possible = 0, n_found = 0, n_impossible = 0;
};
Found search(Electorate& electorate, std::size_t n_states, std::size_t k, std::uint32_t n) {
  Found found;
  for (std::uint32_t r = 0; r < n; ++r) {
    const Draws draws(5, r);
    double q = draws.uniform(Purpose::Residual, 0, n_states);
    std::vector<double> ideals(n_states);
    for (std::size_t i = 0; i < n_states; ++i) ideals[i] = draws.uniform(Purpose::Residual, 0, i);
    for (const bool mirrored : {false, true}) {
      if (mirrored) {
        q = 1 - q;
        for (double& y : ideals) y = 1 - y;
      }
      const bool possible =
          static_cast<std::size_t>(std::ranges::count_if(ideals, [q](double y) { return y > q; })) >= k;
      const bool left = electorate.leave(k, q, ideals);
      found.n_possible += possible ? 1 : 0;
      found.n_found += possible && left ? 1 : 0;
      found.n_impossible += !possible && left ? 1 : 0;
    }
  }
  return found;
}

/// A chair that has time, and in the end puts forward nothing of its own.
void be_patient(NegotiationParams& params) {
  params.chair_fade = 1;
  params.uncertainty = 0;
}
constexpr int many_rounds = 200;

TEST_CASE("under a patient chair a conference leaves a status quo exactly if it lies outside the core",
          "[negotiation]") {
  // the core of quota k is [x_(n-k+1), x_(k)]; steps of 1/200 meet every ideal
  const std::vector<double> ideals = {0.05, 0.2, 0.3, 0.45, 0.5, 0.62, 0.8, 0.95, 0.99};
  std::vector<double> mirrored;
  for (const double y : ideals) mirrored.push_back(1 - y);
  const std::size_t k = GENERATE(5U, 6U, 7U, 8U, 9U);
  Electorate electorate(9, many_rounds);
  be_patient(electorate.small.scenario.negotiation);
  for (int step = 0; step <= 200; ++step) {
    const double q = step / 200.0;
    CAPTURE(q);
    CHECK(electorate.leave(k, q, ideals) == (q < ideals[9 - k]));
    CHECK(electorate.leave(k, 1 - q, mirrored) == (q > ideals[k - 1]));
  }
}

TEST_CASE("under a patient chair 196 states find a text that passes their quota if there is one",
          "[negotiation]") {
  constexpr std::uint32_t n = 100;
  const std::size_t k = GENERATE(99U, 131U, 147U, 196U);
  Electorate electorate(196, many_rounds);
  be_patient(electorate.small.scenario.negotiation);
  const Found found = search(electorate, 196, k, n);
  CHECK(found.n_found == found.n_possible);
  CHECK(found.n_impossible == 0);
  // no electorate can move both ways, so the rest is stuck: the mean width of the core
  const double expected = (2.0 * static_cast<double>(k) - 197) / 197, share = 1 - found.n_found / double{n};
  CHECK(share == Approx(expected).margin(3 * std::sqrt(expected * (1 - expected) / n)));
}

TEST_CASE("in twelve rounds a conference finds most texts that a majority would pass, and never another",
          "[negotiation]") {
  // Not all: with the defaults of a scenario the chair still moves an eighth of the way towards the standing text in the
  // last round, and passes over windows that are narrower. Of 9 states it finds 987 of 1000 texts by quota 5, 561 of 612
  // by 7, 331 of 396 by 8, but 15 of 192 by consensus; of 196, 98 of 104 by 147 and 13 of 69 by 190.
  const auto [n_states, k, n, least] =
      GENERATE(table<std::size_t, std::size_t, std::uint32_t, double>({{9, 5, 500, 0.95},
                                                                       {9, 7, 500, 0.85},
                                                                       {9, 8, 500, 0.7},
                                                                       {9, 9, 500, 0.0},
                                                                       {196, 99, 100, 0.95},
                                                                       {196, 147, 100, 0.85}}));
  Electorate electorate(n_states, 12);
  const Found found = search(electorate, n_states, k, n);
  CAPTURE(found.n_found, found.n_possible);
  CHECK(found.n_found >= least * found.n_possible);
  CHECK(found.n_impossible == 0);
}

TEST_CASE("a conference changes nothing in the world but mandates", "[negotiation]") {
  Conference conference(2);
  stand(conference.world, {0.4, 0.5});
  const World before = conference.world;
  static_cast<void>(conference.held());
  CHECK(conference.world.status_quo == before.status_quo);
  CHECK(conference.world.vetoes.position == before.vetoes.position);
  CHECK(conference.world.states.position == before.states.position);
  CHECK(conference.world.agreements.empty());
}

}  // namespace
}  // namespace hansa
