#include <algorithm>
#include <numeric>

#include <catch2/catch.hpp>

#include "analysis/explain/explanation.hpp"
#include "tests/laws/law_world.hpp"
#include "tests/small_world.hpp"

namespace hansa {
namespace {

using test::law_scenario;
using test::law_tables;
using test::near;

/// The last conference of the law world, on a hard text, in every realization.
struct Late {
  Scenario scenario = law_scenario();
  Facts facts;
  std::size_t row;
  ConferenceRuns runs;
  std::vector<std::size_t> all;

  explicit Late(int rounds, double floor = 0.3)
      : scenario(changed(rounds, floor)),
        facts(build_facts(scenario, law_tables())),
        row(facts.conferences.size() - 1),
        runs(facts, row, 2, {}),
        all(runs.size()) {
    std::iota(all.begin(), all.end(), std::size_t{0});
  }

  static Scenario changed(int rounds, double floor) {
    Scenario scenario = law_scenario();
    scenario.conferences.back().rounds = rounds;
    scenario.conferences.back().floor = floor;
    return scenario;
  }
};

TEST_CASE("a verdict says of every state what the negotiation held, and its parts add up to the gain",
          "[explain]") {
  const Late at(4);
  for (const std::vector<TextVerdict>& texts : at.runs.verdicts()) {
    const TextVerdict& verdict = texts.front();
    std::size_t n_objectors = 0;
    for (const StateVerdict& state : verdict.states) {
      if (!state.judges) continue;
      double sum = state.payment;
      for (const GainParts& issue : state.parts)
        for (const GainPart& part : gain_parts) sum += issue.*part.value;
      CHECK(sum == Approx(state.gain).margin(1e-12));
      CHECK(state.objects == (-state.gain > state.bearable));
      n_objectors += state.objects ? 1U : 0U;
    }
    CHECK(n_objectors == verdict.n_objectors);
    CHECK(n_objectors > 0);
    CHECK(verdict.content.size() == 5);
  }
}

TEST_CASE("with one round, a text passes at consensus minus as many states as object to it", "[explain]") {
  const Late at(1);
  const std::vector<std::vector<TextVerdict>> verdicts = at.runs.verdicts();
  const auto changes = least_changes(at.runs, Form::Hard, Aim::Pass, at.all);
  const auto minus = std::ranges::find_if(
      changes, [](const LeastChange& change) { return change.lever->name == "consensus_minus"; });
  REQUIRE(minus != changes.end());
  for (std::size_t r = 0; r < at.all.size(); ++r)
    CHECK(minus->turned_at[r] == static_cast<double>(verdicts[r].front().n_objectors));
}

TEST_CASE("no nearer value of those tried turns a fate than the one that is named", "[explain]") {
  const Late at(4);
  std::size_t n_turned = 0;
  for (const LeastChange& change : least_changes(at.runs, Form::Hard, Aim::Pass, at.all)) {
    CAPTURE(change.lever->name);
    const double step = change.lever->whole ? 1.0 : (change.range.to - change.range.from) / 160;
    const auto passes = [&](double value, std::size_t r) {
      const auto changed = at.runs.changed([&](Scenario& scenario, ConferenceParams& conference) {
        change.lever->set(value, scenario, conference);
      });
      return at.runs.fates(changed->facts, Form::Hard, std::vector{r}).front().passes;
    };
    for (std::size_t r = 0; r < 3; ++r) {
      if (!change.turned_at[r]) continue;
      ++n_turned;
      CHECK(passes(*change.turned_at[r], r));
      const double nearer = *change.turned_at[r] - step;
      if ((nearer - change.range.from) * step >= 0) CHECK_FALSE(passes(nearer, r));
    }
  }
  CHECK(n_turned > 3);
}

TEST_CASE(
    "without the absent states a text passes in half of the realizations, and with any of them back in fewer",
    "[explain]") {
  const Late at(4);
  const std::optional<Absence> absence = least_absence(at.runs, Form::Hard);
  REQUIRE(absence);
  REQUIRE_FALSE(absence->states.empty());
  const auto share_without = [&](const std::vector<std::size_t>& absent) {
    const auto changed = at.runs.changed([](Scenario&, ConferenceParams&) {}, absent);
    const std::vector<Fate> fates = at.runs.fates(changed->facts, Form::Hard, at.all);
    return static_cast<double>(std::ranges::count_if(fates, &Fate::passes)) /
           static_cast<double>(fates.size());
  };
  CHECK(share_without(absence->states) == absence->passes);
  CHECK(absence->passes >= 0.5);
  for (const std::size_t back : absence->states) {
    std::vector<std::size_t> fewer = absence->states;
    std::erase(fewer, back);
    CHECK(share_without(fewer) < 0.5);
  }
}

TEST_CASE("an explanation counts every realization once, and names objectors by how often they object",
          "[explain]") {
  const Late at(4);
  const std::optional<Explanation> explained = explain(at.runs);
  REQUIRE(explained);
  CHECK(explained->aim == Aim::Pass);
  REQUIRE(explained->forms.size() == 1);
  const FormExplanation& text = explained->forms.front();
  CHECK(text.n_offered == at.all.size());
  CHECK(text.failed.n == at.all.size());
  CHECK(text.passed.n == 0);
  double n_objectors = 0;
  for (const StateReading& state : text.failed.states) n_objectors += state.objects;
  CHECK(n_objectors == near(text.n_objectors));
  CHECK(text.failed.n_objections ==
        static_cast<std::size_t>(std::lround(n_objectors * static_cast<double>(text.failed.n))));

  GainParts sum;  // over every state that objects in a realization
  for (const std::vector<TextVerdict>& texts : at.runs.verdicts()) {
    for (const StateVerdict& state : texts.back().states) {
      if (!state.objects) continue;
      for (const GainParts& issue : state.parts)
        for (const GainPart& part : gain_parts) sum.*part.value += issue.*part.value;
    }
  }
  for (const GainPart& part : gain_parts)
    CHECK(text.failed.objector.*part.value ==
          near(sum.*part.value / static_cast<double>(text.failed.n_objections)));
  CHECK(std::ranges::is_sorted(text.failed.states, std::ranges::greater{}, &StateReading::objects));
  for (const StateReading& state : text.failed.states) {
    CHECK(state.gain_90[0] <= state.gain_90[1]);
    CHECK(state.margin == near(state.gain + state.bearable));
  }
}

TEST_CASE("of a text that passes, the changes are those that make it fail", "[explain]") {
  const Late at(4, 0.0);
  const std::optional<Explanation> explained = explain(at.runs);
  REQUIRE(explained);
  CHECK(explained->aim == Aim::Fail);
  CHECK_FALSE(explained->absence);
  const auto floor = std::ranges::find_if(
      explained->changes, [](const LeastChange& change) { return change.lever->name == "floor"; });
  REQUIRE(floor != explained->changes.end());
  CHECK(floor->turned == 1.0);
  CHECK(*floor->median > 0);
}

}  // namespace
}  // namespace hansa
