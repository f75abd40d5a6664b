#include <catch2/catch.hpp>

#include "scenarios/parameters/scenario.hpp"
#include "sim/replay.hpp"
#include "sim/run.hpp"
#include "tests/laws/law_world.hpp"

namespace hansa {
namespace {

using test::law_scenario;
using test::law_tables;

TEST_CASE("a conference played again without a change ends as it did in the run, bit for bit", "[replay]") {
  const Scenario scenario = law_scenario();
  const Facts facts = build_facts(scenario, law_tables());
  const RunRecord record = run_realization(facts, 11, 3);
  const std::size_t n = facts.n_states;
  std::size_t n_adopted = 0;
  for (std::size_t row = 0; row < facts.conferences.size(); ++row) {
    CAPTURE(facts.conferences[row].params->name);
    World world = before_conference(facts, 11, 3, row);
    const std::vector<OfferedText> offered = play_conference(facts, row, world);
    REQUIRE(!offered.empty());
    const Negotiation& end = offered.back().negotiation;
    CHECK(end.adopted == (record.adopted[row] != 0));
    CHECK(std::vector<char>(record.objects.begin() + static_cast<std::ptrdiff_t>(row * n),
                            record.objects.begin() + static_cast<std::ptrdiff_t>((row + 1) * n)) ==
          end.objects);
    int rounds = 0;
    for (const OfferedText& text : offered) {
      rounds += text.negotiation.n_rounds;
      CHECK(text.path.texts.size() == static_cast<std::size_t>(text.negotiation.n_rounds) + 1);
      if (text.negotiation.adopted) CHECK(text.path.texts.back() == text.negotiation.draft);
    }
    CHECK(rounds == record.rounds[row]);
    if (!end.adopted) continue;
    ++n_adopted;
    const Terms& terms = offered.back().terms;
    for (std::size_t k = 0; k < terms.n_issues(); ++k)
      CHECK(terms.status_quo[k] + end.draft[k] == record.text[row * facts.n_issues + terms.agenda[k]]);
  }
  CHECK(n_adopted > 0);
}

TEST_CASE("an earlier conference of the same year has left its mark before a later one is played again",
          "[replay]") {
  Scenario scenario = law_scenario();
  ConferenceParams second = scenario.conferences.front();
  second.name = "COP1b";
  scenario.conferences.push_back(second);
  const Facts facts = build_facts(scenario, law_tables());
  const RunRecord record = run_realization(facts, 11, 0);
  REQUIRE(facts.conferences[1].params->name == "COP1b");
  World world = before_conference(facts, 11, 0, 1);
  const std::size_t signed_before = world.agreements.size();
  const std::vector<OfferedText> offered = play_conference(facts, 1, world);
  CHECK(world.agreements.size() == signed_before + record.adopted[0]);
  CHECK(offered.back().negotiation.adopted == (record.adopted[1] != 0));
}

}  // namespace
}  // namespace hansa
