#include <algorithm>
#include <cmath>
#include <numeric>

#include <catch2/catch.hpp>

#include "sim/run.hpp"
#include "tests/laws/law_world.hpp"
#include "tests/laws/same_record.hpp"

namespace hansa {
namespace {

using test::differences_beyond;

/// Four known networks with listed members, one of which ends; two are founded during the run.
Tables listed_tables() {
  Tables tables = test::law_tables({test::known_network("alpha", 1985, Domain::Climate),
                                    test::known_network("beta", 1990, Domain::Development),
                                    test::known_network("delta", 1997, Domain::General),
                                    test::known_network("gamma", 2000, Domain::Health)});
  tables.networks[1].merged_into = "alpha";
  tables.networks[1].merged_year = 2002;
  tables.accreditations = {{"alpha", Forum::Unfccc, 1995, Access::Observer},
                           {"delta", Forum::Unfccc, 1999, Access::Advisory}};
  for (int c = 0; c < 60; ++c) {
    for (const auto& [network, step, since] :
         {std::tuple{"alpha", 2, 1985}, {"beta", 3, 1990}, {"delta", 4, 1997}, {"gamma", 5, 2000}}) {
      if (c % step == 0)
        tables.memberships.push_back({.city_id = 100 + c, .network = network, .year = since + c % 6});
    }
  }
  return tables;
}

/// The law scenario without random draws: no residuals, no further veto players, no paralysis, no
/// misjudgement, no preemption; all networks are listed, all sign declarations, and every state that can
/// accept a treaty joins it at once.
Scenario drawless_scenario() {
  Scenario scenario = test::law_scenario();
  scenario.environment.residual = 0;
  scenario.devolution.spread = 0;
  scenario.devolution.hazard = 0;
  scenario.gridlock.common_shock = 0;
  scenario.gridlock.polarisation = 0;
  scenario.gridlock.paralysis = 0;
  scenario.negotiation.uncertainty = 0;
  scenario.negotiation.price_noise = scenario.negotiation.price_noise_state = 0;
  scenario.networks.initial = 2;
  scenario.networks.births = {.growth = 0, .event = 0};
  scenario.networks.merger = scenario.networks.consolidation = 0;
  scenario.networks.accreditation.hazard = 0;
  scenario.networks.coordination = 1e-300;  // only general networks
  scenario.lobbying.declaration_rate = 1000;
  scenario.ratification.constant = 1000;
  scenario.shocks = {{.year = 1999, .issue = "mitigation", .state = "AEX", .size = 0.3}};
  scenario.overrides = {{"AGX", "openness", 0.1}, {"AHX", "position.finance", 0.3}};
  scenario.conferences[6].presidency = "AKX";
  return scenario;
}

/// Another code for a state, in another order; the EU keeps its own, by which it is recognised.
std::string new_code(const std::string& iso3) {
  if (iso3.empty() || iso3[0] != 'A') return iso3;
  return std::string(1, static_cast<char>('A' + (iso3[1] - 'A') * 5 % 12 * 2)) + "QQ";
}

std::int64_t new_id(std::int64_t city) { return 7000 - 17 * city % 61; }

std::string new_id(const std::string& network) {
  return std::string(1, static_cast<char>('z' - network[0] + 'a'));
}

Tables relabelled(Tables tables) {
  for (StateRow& state : tables.states) state.iso3 = new_code(state.iso3);
  for (CityRow& city : tables.cities) {
    city.id = new_id(city.id);
    city.iso3 = new_code(city.iso3);
  }
  for (NetworkRow& network : tables.networks) {
    network.id = new_id(network.id);
    if (!network.merged_into.empty()) network.merged_into = new_id(network.merged_into);
  }
  for (MembershipRow& membership : tables.memberships) {
    membership.city_id = new_id(membership.city_id);
    membership.network = new_id(membership.network);
  }
  for (AccreditationRow& row : tables.accreditations) row.network = new_id(row.network);
  std::ranges::sort(tables.states, {}, &StateRow::iso3);
  std::ranges::sort(tables.cities, {}, &CityRow::id);
  std::ranges::sort(tables.networks, {}, &NetworkRow::id);
  std::ranges::sort(tables.memberships, [](const MembershipRow& a, const MembershipRow& b) {
    return std::tie(a.city_id, a.network) < std::tie(b.city_id, b.network);
  });
  return tables;
}

Scenario relabelled(Scenario scenario) {
  for (ConferenceParams& conference : scenario.conferences) {
    conference.presidency = new_code(conference.presidency);
    for (std::string& state : conference.absent) state = new_code(state);
  }
  for (ShockParams& shock : scenario.shocks) shock.state = new_code(shock.state);
  for (OverrideParams& change : scenario.overrides) change.state = new_code(change.state);
  for (WithdrawalParams& withdrawal : scenario.withdrawals) withdrawal.state = new_code(withdrawal.state);
  return scenario;
}

/// The record with the states' values in the order of their original codes.
RunRecord put_back(RunRecord record, const Facts& before, const Facts& after) {
  std::vector<std::size_t> row;
  for (const std::string& iso3 : before.iso3)
    row.push_back(
        static_cast<std::size_t>(std::ranges::find(after.iso3, new_code(iso3)) - after.iso3.begin()));
  const auto reorder = [&](auto& values, std::size_t block, std::size_t width) {
    const auto given = values;
    for (std::size_t k = 0; k < values.size(); ++k) {
      const std::size_t in_block = k % block;
      values[k] = given[k - in_block + row[in_block / width] * width + in_block % width];
    }
  };
  test::for_each_state_column(record, row.size(), before.n_issues, reorder);
  return record;
}

TEST_CASE("without random draws, other ids for states, cities and networks only permute the results",
          "[laws]") {
  const Scenario scenario = drawless_scenario(), other_scenario = relabelled(scenario);
  const Tables tables = listed_tables(), other_tables = relabelled(tables);
  const Facts facts = build_facts(scenario, tables), other_facts = build_facts(other_scenario, other_tables);
  REQUIRE(facts.networks[0].id == "alpha");
  REQUIRE(other_facts.networks[0].founded == 2000);  // gamma is first now
  REQUIRE(other_facts.iso3[12] != "EUU");            // and some states come after the EU
  const RunRecord record = run_realization(facts, 11, 0);
  CHECK(differences_beyond(1e-12, record,
                           put_back(run_realization(other_facts, 11, 0), facts, other_facts)) == "");
  // there are indeed no draws, and the results are not trivial
  CHECK(test::differences(record, run_realization(facts, 12, 5)) == "");
  CHECK(std::ranges::count(record.adopted, 1) >= 3);
  CHECK(std::ranges::count(record.adopted, 0) >= 1);
  CHECK(std::ranges::count_if(record.ratified, [](double date) { return std::isfinite(date); }) >= 5);
  CHECK(record.voice.back() > 0.1);
}

TEST_CASE("other ids for states, cities and networks give other draws of the same distribution", "[laws]") {
  // 16 means of 256 realizations each: |z| < 3.9 rejects a true law for one choice of seeds in 650
  Scenario scenario = test::law_scenario(), other_scenario = relabelled(scenario);
  scenario.realizations = other_scenario.realizations = 256;
  const Facts facts = build_facts(scenario, test::law_tables()),
              other_facts = build_facts(other_scenario, relabelled(test::law_tables()));
  const std::vector<RunRecord> records = run_ensemble(facts, 2, {}),
                               others = run_ensemble(other_facts, 2, {});
  struct Mean {
    double value = 0, variance = 0;  // of the mean
  };
  const auto mean = [](const std::vector<RunRecord>& runs, auto outcome) {
    const auto n = static_cast<double>(runs.size());
    double sum = 0, squares = 0;
    for (const RunRecord& run : runs) {
      sum += outcome(run);
      squares += outcome(run) * outcome(run);
    }
    return Mean{sum / n, (squares / n - sum / n * sum / n) / (n - 1)};
  };
  const auto z = [&](auto outcome) {
    const Mean a = mean(records, outcome), b = mean(others, outcome);
    return (a.value - b.value) / std::sqrt(std::max(a.variance + b.variance, 1e-30));
  };
  for (std::size_t row = 0; row < scenario.conferences.size(); ++row) {
    CAPTURE(scenario.conferences[row].name);
    CHECK(std::abs(z([row](const RunRecord& run) { return static_cast<double>(run.adopted[row]); })) < 3.9);
    CHECK(std::abs(z([row](const RunRecord& run) {
            return std::isnan(run.participation[row]) ? 0.0 : run.participation[row];
          })) < 3.9);
  }
}

}  // namespace
}  // namespace hansa
