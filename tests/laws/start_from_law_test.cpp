#include <catch2/catch.hpp>

#include "sim/replay.hpp"
#include "sim/run.hpp"
#include "tests/laws/law_world.hpp"
#include "tests/laws/same_record.hpp"

namespace hansa {
namespace {

using test::law_scenario;
using test::law_tables;

/// `scenario`, from the end of a year of `start` on.
Scenario starting_from(const Scenario& start, int year, Scenario scenario) {
  scenario.start = {year, std::make_shared<const Scenario>(start)};
  return scenario;
}

/// The law world with more gridlock, lobbying and growth of networks.
Scenario other_rules() {
  Scenario other = law_scenario();
  other.gridlock.level = 0.6;
  other.lobbying.strength *= 3;
  other.networks.births.growth *= 2;
  return other;
}

/// The names of the columns by year whose first `n_years` of `n_all` differ; "" if none.
std::string early_differences(const RunRecord& a, const RunRecord& b, std::size_t n_years,
                              std::size_t n_all) {
  std::string names;
  test::for_each_column(a, b, [&](const ColumnInfo& info, const auto& of_a, const auto& of_b) {
    if (info.axes.contains(Axis::Year) && !test::same_bits(of_a, of_b, of_a.size() / n_all * n_years))
      names += std::string(info.name) + " ";
  });
  return names;
}

TEST_CASE("a run that starts from itself is that run, bit for bit, whatever the year", "[laws][start]") {
  const Scenario scenario = law_scenario();
  const Facts facts = build_facts(scenario, law_tables());
  for (int year = scenario.years.from; year < scenario.years.to; ++year) {
    const Scenario from_itself = starting_from(scenario, year, scenario);
    const Facts again = build_facts(from_itself, law_tables());
    for (std::uint32_t r = 0; r < 3; ++r)
      CHECK(test::differences(run_realization(facts, 11, r), run_realization(again, 11, r)) == "");
  }
}

TEST_CASE("up to its start a run is the other one, and goes its own way from then on", "[laws][start]") {
  const Scenario calm = law_scenario(), other = other_rules();
  const int year = GENERATE(1996, 1999, 2002);
  const Scenario turned = starting_from(calm, year, other);
  const Facts facts = build_facts(calm, law_tables()), own = build_facts(other, law_tables()),
              facts_turned = build_facts(turned, law_tables());
  const std::size_t n_all = facts.years.size(),
                    n_years = static_cast<std::size_t>(year - calm.years.from) + 1;
  bool goes_its_own_way = false;
  for (std::uint32_t r = 0; r < 4; ++r) {
    const RunRecord before = run_realization(facts, 11, r), after = run_realization(facts_turned, 11, r);
    CHECK(early_differences(before, after, n_years, n_all) == "");
    CHECK(early_differences(before, after, n_years + 1, n_all) != "");
    CHECK(early_differences(run_realization(own, 11, r), after, 1, n_all) != "");
    for (std::size_t row = 0; row < facts.conferences.size(); ++row) {
      if (facts.conferences[row].params->year > year) continue;
      CHECK(before.adopted[row] == after.adopted[row]);
      CHECK(before.rounds[row] == after.rounds[row]);
    }
    goes_its_own_way = goes_its_own_way || test::differences(before, after, {"ratified"}) != "";
  }
  CHECK(goes_its_own_way);
}

TEST_CASE("an event of the time after a start does the same with and without one", "[laws][start]") {
  const Scenario calm = law_scenario();
  Scenario shocked = calm;
  ShockParams shock;
  shock.year = 2000;
  shock.size = 1.5;
  shocked.shocks.push_back(shock);
  const Scenario turned = starting_from(calm, 1999, shocked);
  const Facts whole = build_facts(shocked, law_tables()), late = build_facts(turned, law_tables());
  for (std::uint32_t r = 0; r < 4; ++r)
    CHECK(test::differences(run_realization(whole, 11, r), run_realization(late, 11, r)) == "");
}

TEST_CASE("a start of a run that has a start of its own keeps both", "[laws][start]") {
  const Scenario calm = law_scenario(), once = starting_from(calm, 1996, other_rules()),
                 twice = starting_from(once, 2000, calm);
  const Facts facts = build_facts(calm, law_tables()), facts_once = build_facts(once, law_tables()),
              facts_twice = build_facts(twice, law_tables());
  const RunRecord first = run_realization(facts, 11, 0), second = run_realization(facts_once, 11, 0),
                  third = run_realization(facts_twice, 11, 0);
  const std::size_t n_all = facts.years.size();
  const auto until = [&](int year) { return static_cast<std::size_t>(year - calm.years.from) + 1; };
  CHECK(early_differences(first, third, until(1996), n_all) == "");
  CHECK(early_differences(second, third, until(2000), n_all) == "");
  CHECK(early_differences(second, third, until(2001), n_all) != "");
}

TEST_CASE("a conference after a start is played again as the run played it", "[laws][start]") {
  const Scenario turned = starting_from(law_scenario(), 1998, other_rules());
  const Facts facts = build_facts(turned, law_tables());
  const RunRecord record = run_realization(facts, 11, 2);
  std::size_t n_played = 0;
  for (std::size_t row = 0; row < facts.conferences.size(); ++row) {
    if (facts.conferences[row].params->year <= 1998) continue;
    World world = before_conference(facts, 11, 2, row);
    const std::vector<OfferedText> offered = play_conference(facts, row, world);
    CHECK(offered.back().negotiation.adopted == (record.adopted[row] != 0));
    ++n_played;
  }
  CHECK(n_played > 0);
}

}  // namespace
}  // namespace hansa
