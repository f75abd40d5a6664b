#include <catch2/catch.hpp>
#include <fmt/format.h>

#include "agents/build.hpp"
#include "analysis/pages/describe.hpp"
#include "scenarios/print/write_value.hpp"
#include "support/input/problem.hpp"
#include "tests/scenarios/load/test_folders.hpp"

namespace hansa {
namespace {

/// All of the facts except pointers, as bytes.
class FactsBytes {
 public:
  explicit FactsBytes(const Facts& facts) {
    add(facts.n_issues, facts.urban_role, facts.n_states, facts.n_cities, facts.initial_networks);
    add(facts.depth_weight, facts.displaces, facts.self_determined, facts.state_key, facts.party, facts.head,
        facts.region);
    add(facts.city_id, facts.city_key, facts.city_state, facts.city_share, facts.city_capacity);
    add(facts.first_city, facts.cities_by_state);
    for (const auto& blocs : facts.blocs) add(blocs);
    for (const YearFacts& year : facts.years) {
      add(year.logit, year.salience, year.power, year.stake, year.sovereignty, year.checks, year.polarisation,
          year.united, year.swing, year.home_rule, year.openness, year.capture, year.principals,
          year.democracy, year.democracy_score, year.population_score, year.emissions, year.income);
    }
    for (const KnownNetwork& network : facts.networks) {
      add(network.key, network.founded, network.ended, network.issue, network.worldwide, network.domain,
          network.absent_from, network.keeps_place, network.dialled_from, network.seat.has_value(),
          network.part);
      for (const auto& row : network.accreditations) add(row.forum, row.since.value_or(0), row.rung);
      for (const auto& member : network.members) add(member.city, member.since, member.observed);
    }
    for (const ConferenceFacts& c : facts.conferences)
      add(c.agenda, c.bound, c.present, c.club, c.side, c.emissions, c.habit, c.key);
    for (const Fill& fill : facts.fills) add(fill.n_filled);
  }

  [[nodiscard]] const std::string& text() const { return text_; }

 private:
  template <class... Parts> void add(const Parts&... parts) { (add_one(parts), ...); }
  template <class T> void add_one(const std::vector<T>& values) {
    add_one(values.size());
    for (const T& value : values) add_one(value);
  }
  template <class T> void add_one(const T& value) {
    static_assert(std::is_trivially_copyable_v<T>);
    text_.append(reinterpret_cast<const char*>(&value), sizeof value);
  }

  std::string text_;
};

/// Other values to try for a parameter; the rest of the scenario may rule some out.
std::vector<std::string> other_values(const ParameterEntry& parameter) {
  std::vector<std::string> values;
  if (parameter.type == "true or false") values = {"true", "false"};
  for (const std::string& choice : parameter.choices) values.push_back(choice);
  if (parameter.type == "number" || parameter.type == "whole number") {
    for (const double value : {parameter.info.min, parameter.info.max, 0.0, 1.0, 2.0, 5.0})
      if (std::isfinite(value)) values.push_back(write_value(value));
  }
  return values;
}

TEST_CASE("facts do not change with a parameter that is said not to shape them", "[build]") {
  const LoadedScenario plain = load_scenario("two-conferences", {}, test::folders());
  const Tables tables = read_tables(plain.files);
  const Facts facts = build_facts(plain.scenario, tables);
  const std::string bytes = FactsBytes(facts).text();
  int n_tried = 0;
  for (const SectionEntry& section : describe_parameters()) {
    for (const ParameterEntry& parameter : section.parameters) {
      if (shapes_facts(parameter.path) || parameter.path.find('[') != std::string::npos) continue;
      for (const std::string& value : other_values(parameter)) {
        try {
          const std::vector<std::string> settings = {parameter.path + "=" + value};
          const LoadedScenario other = load_scenario("two-conferences", settings, test::folders());
          INFO(settings.front());
          CHECK((FactsBytes(build_facts(other.scenario, tables)).text() == bytes));
          CHECK((FactsBytes(with_scenario(facts, other.scenario)).text() == bytes));
          ++n_tried;
        } catch (const ScenarioError&) {
          continue;
        }
      }
    }
  }
  CHECK(n_tried > 200);
}

TEST_CASE("whether a parameter shapes facts depends on its section", "[build]") {
  for (const char* path : {"power.gdp", "preferences.mitigation.income", "networks.real", "networks.initial",
                           "networks", "conferences.COP3.floor", "world.with_cities", "years.to", "issues",
                           "networks.c40", "networks.c40.exists", "networks.c40.channels.home"})
    CHECK(shapes_facts(path));
  for (const char* path : {"gridlock.level", "lobbying.strength", "networks.enabled",
                           "networks.births.growth", "networks.merge_domains", "voice.saturation"})
    CHECK_FALSE(shapes_facts(path));
}

TEST_CASE("facts with another scenario point into that one", "[build]") {
  const LoadedScenario plain = load_scenario("two-conferences", {}, test::folders());
  const Facts facts = build_facts(plain.scenario, read_tables(plain.files));
  const Scenario other = plain.scenario;
  const Facts same = with_scenario(facts, other);
  CHECK(same.scenario == &other);
  REQUIRE(same.conferences.size() == other.conferences.size());
  for (std::size_t c = 0; c < same.conferences.size(); ++c) {
    CHECK(same.conferences[c].params >= other.conferences.data());
    CHECK(same.conferences[c].params->name == facts.conferences[c].params->name);
  }
}

}  // namespace
}  // namespace hansa
