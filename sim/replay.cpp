#include "sim/replay.hpp"

#include <algorithm>

#include "scenarios/parameters/conference_params.hpp"
#include "scenarios/parameters/scenario.hpp"
#include "sim/year.hpp"
#include "support/numbers/expect.hpp"

namespace hansa {
namespace {

using PhaseRow = std::span<const Phase>::iterator;

PhaseRow phase_called(std::string_view verb) {
  const auto found =
      std::find_if(phases.begin(), phases.end(), [&](const Phase& p) { return p.verb == verb; });
  HANSA_EXPECT(found != phases.end());
  return found;
}

PhaseRow first_at_conference() {
  return std::find_if(phases.begin(), phases.end(), [](const Phase& p) { return p.at_conference; });
}

void play(PhaseRow begin, PhaseRow end, Turn& turn) {
  for (; begin != end; ++begin) begin->play(turn);
}

}  // namespace

World before_conference(const Facts& facts, std::uint64_t seed, std::uint32_t realization,
                        std::size_t conference) {
  RunRecord record = make_record(facts);
  World world =
      play_years(facts, Draws(seed, realization), facts.conferences[conference].params->year, record);
  HANSA_EXPECT(world.facts == &facts);
  Turn year{.scenario = *facts.scenario, .world = world};
  play(phases.begin(), phase_called("harden"), year);
  return world;
}

std::vector<OfferedText> play_conference(const Facts& facts, std::size_t conference, World& world) {
  world.facts = &facts;
  const Scenario& scenario = *facts.scenario;
  Turn year{.scenario = scenario, .world = world};
  play(phase_called("harden"), first_at_conference(), year);
  const auto after_conferences =
      std::find_if_not(first_at_conference(), phases.end(), [](const Phase& p) { return p.at_conference; });
  for (std::size_t row = 0; row < conference; ++row) {
    if (facts.conferences[row].params->year != world.year) continue;
    Turn earlier{.scenario = scenario, .world = world, .conference = row};
    play(first_at_conference(), after_conferences, earlier);
  }
  std::vector<OfferedText> offered;
  Turn turn{.scenario = scenario, .world = world, .conference = conference, .offered = &offered};
  play(first_at_conference(), phase_called("negotiate") + 1, turn);
  return offered;
}

}  // namespace hansa
