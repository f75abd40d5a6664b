// Why states object, read on the way through a run, beside the conference that is played again by itself.
#include <catch2/catch.hpp>

#include "analysis/explain/conference_runs.hpp"
#include "analysis/explain/last_texts.hpp"
#include "sim/negotiation/conference.hpp"
#include "sim/replay.hpp"
#include "tests/laws/law_world.hpp"

namespace hansa {
namespace {

using test::law_scenario;
using test::law_tables;

/// The law world, whose last conference is too short for its hard text.
struct Hard {
  Scenario scenario = law_scenario();
  Facts facts;
  std::size_t row;
  std::vector<std::uint32_t> realizations;

  Hard() {
    scenario.conferences.back().rounds = 4;
    scenario.conferences.back().floor = 0.3;
    facts = build_facts(scenario, law_tables());
    row = facts.conferences.size() - 1;
    for (int r = 0; r < scenario.realizations; ++r) realizations.push_back(static_cast<std::uint32_t>(r));
  }
};

TEST_CASE("the objectors of a run and the terms of their gains are those of the conference played alone",
          "[explain]") {
  const Hard at;
  const LastTexts texts = read_last_texts(at.facts, at.realizations, 2);
  const ConferenceRuns alone(at.facts, at.row, 2, {});
  const auto verdicts = alone.verdicts();
  REQUIRE(texts.objects.size() == verdicts.size());
  REQUIRE_FALSE(texts.conferences[at.row].objectors.empty());
  for (const Objector& objector : texts.conferences[at.row].objectors) {
    double n = 0, gain = 0, effort = 0;
    for (std::size_t r = 0; r < verdicts.size(); ++r) {
      const TextVerdict& last = verdicts[r].back();
      const StateVerdict& state = last.states[objector.row];
      CHECK(state.objects == (texts.objects[r][at.row][objector.row] != 0));
      if (!state.objects) continue;
      n += 1;
      gain += state.gain;
      effort += state.parts.front().effort;
    }
    CHECK(static_cast<double>(objector.n) == n);
    CHECK(objector.gain == Approx(gain / n));
    CHECK(objector.gain < -objector.bearable);
    CHECK(objector.parts[verdicts.front().back().agenda.front()].effort == Approx(effort / n));
    double sum = objector.payment;
    for (const GainParts& issue : objector.parts)
      for (const GainPart& part : gain_parts) sum += issue.*part.value;
    CHECK(sum == Approx(objector.gain).margin(1e-12));
  }
}

TEST_CASE("what is read does not depend on the number of threads", "[explain]") {
  const Hard at;
  const LastTexts one = read_last_texts(at.facts, at.realizations, 1),
                  two = read_last_texts(at.facts, at.realizations, 2);
  CHECK(one.objects == two.objects);
  REQUIRE(one.conferences.size() == two.conferences.size());
  for (std::size_t c = 0; c < one.conferences.size(); ++c) {
    REQUIRE(one.conferences[c].objectors.size() == two.conferences[c].objectors.size());
    for (std::size_t k = 0; k < one.conferences[c].objectors.size(); ++k)
      CHECK(one.conferences[c].objectors[k].gain == two.conferences[c].objectors[k].gain);
  }
}

TEST_CASE("levels without a loss end where a gain becomes 0", "[explain]") {
  CHECK_FALSE(without_loss(-1, 1, -1).has_value());  // -1 + u - u^2 is below 0 everywhere
  const Levels levels = *without_loss(3, 2, -1);     // (3 - u)(1 + u)
  CHECK(levels.from == Approx(-1));
  CHECK(levels.to == Approx(3));
  CHECK(without_loss(1, -2, 0)->to == Approx(0.5));
  CHECK(without_loss(1, 2, 0)->from == Approx(-0.5));
  CHECK(std::isinf(without_loss(0, 0, 0)->to));
  CHECK_FALSE(without_loss(-1, 0, 0).has_value());
}

TEST_CASE("at its ceiling a state's worst player gains nothing, and below the text only one who loses has it",
          "[explain]") {
  const Hard at;
  std::size_t n_inside = 0;
  for (const std::uint32_t r : at.realizations) {
    World world = before_conference(at.facts, at.scenario.seed, r, at.row);
    const std::vector<OfferedText> all = play_conference(at.facts, at.row, world);
    const OfferedText& offered = all.back();
    const Seats& seats = offered.negotiation.seats;
    const std::vector<double>& judged = judged_text(offered);
    const std::size_t n_issues = at.facts.n_issues;
    for (std::size_t i = 0; i < seats.n_seats; ++i) {
      if (!seats.may_object[i]) continue;
      const std::vector<Ceiling> ceilings = ceilings_of(i, offered, judged, world);
      const double gain = offered.negotiation.player_gain[offered.negotiation.worst[i]];
      for (std::size_t k = 0; k < ceilings.size(); ++k) {
        const double q = offered.terms.status_quo[k];
        if (gain >= 0) CHECK(ceilings[k].value_or(-1) >= Approx(q + judged[k]).margin(1e-9));
        if (!ceilings[k] || *ceilings[k] >= 1) continue;
        std::vector<double> text = judged;
        text[k] = *ceilings[k] - q;
        double least = 1;
        for (std::size_t v = seats.first[i]; v < seats.first[i + 1]; ++v)
          least =
              std::min(least, gain_of(offered.terms,
                                      actor_at(world, offered.terms, i,
                                               std::span(offered.positions).subspan(v * n_issues, n_issues)),
                                      text));
        CHECK(least == Approx(0).margin(1e-9));
        ++n_inside;
      }
    }
  }
  CHECK(n_inside > 0);
}

}  // namespace
}  // namespace hansa
