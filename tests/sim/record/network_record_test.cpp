#include <cmath>
#include <numeric>
#include <set>

#include <catch2/catch.hpp>

#include "sim/record/network_record.hpp"
#include "sim/run.hpp"
#include "tests/laws/law_world.hpp"
#include "tests/sim/record/declared_columns.hpp"

namespace hansa {
namespace {

TEST_CASE("a column on networks or cities has the name of its member and says what it means",
          "[network_record]") {
  std::set<std::string> names;
  NetworkRecord::columns([&](auto, const ColumnInfo& info) {
    CHECK_FALSE(info.meaning.empty());
    CHECK(names.emplace(info.name).second);
  });
  RunRecord::columns(
      [&](auto, const ColumnInfo& info) { CHECK_FALSE(names.contains(std::string(info.name))); });
  CHECK(test::declared_columns("network_record.hpp") == names);
}

TEST_CASE("networks and cities are classed by powers of two and by number", "[network_record]") {
  CHECK(size_class(1) == 0);
  CHECK(size_class(2) == 1);
  CHECK(size_class(3) == 1);
  CHECK(size_class(4) == 2);
  CHECK(size_class(4095) == 11);
  CHECK(size_class(4096) == 12);
  CHECK(size_class(100'000) == 12);
  CHECK(degree_class(0) == 0);
  CHECK(degree_class(40) == 40);
  CHECK(degree_class(41) == 40);
}

/// Networks so small that no city is in the last class, which is open.
Scenario small_networks() {
  Scenario scenario = test::law_scenario();
  scenario.networks.size = 3;
  return scenario;
}

struct Played {
  Scenario scenario = small_networks();
  Facts facts = build_facts(scenario, test::law_tables());
  std::size_t n_years = facts.years.size();
  WatchedRun of(std::uint32_t realization) const { return watch_realization(facts, 11, realization); }
};

TEST_CASE("what is recorded of networks one by one sums to what is recorded of all", "[network_record]") {
  const Played played;
  for (std::uint32_t r = 0; r < 4; ++r) {
    const auto [run, networks] = played.of(r);
    for (std::size_t y = 0; y < played.n_years; ++y) {
      std::int32_t n_known = 0, n_generated = 0, n_memberships = 0, n_held = 0, n_cities = 0;
      double of_cities = 0, share = 0;
      for (std::size_t k = 0; k < played.facts.networks.size(); ++k) {
        const std::size_t at = k * played.n_years + y;
        const std::int32_t members = networks.network_members[at];
        n_known += members > 0 ? 1 : 0;
        n_memberships += members;
        CHECK((members > 0) == (networks.network_rung[at] > 0));
        CHECK((members > 0) == !std::isnan(networks.network_share[at]));
        CHECK((members > 0) == !std::isnan(networks.network_soft_power[at]));
        CHECK((members > 0) == !std::isnan(networks.leave_one_out[at]));
        share += members > 0 ? networks.network_share[at] : 0.0;
      }
      for (std::size_t k = 0; k < n_sizes; ++k) n_generated += networks.generated_by_size[y * n_sizes + k];
      for (std::size_t k = 0; k < n_degrees; ++k) {
        n_held += static_cast<std::int32_t>(k) * networks.cities_by_degree[y * n_degrees + k];
        n_memberships += static_cast<std::int32_t>(k) * networks.cities_by_generated[y * n_degrees + k];
        n_cities += networks.cities_by_degree[y * n_degrees + k];
      }
      for (std::size_t c = 0; c < played.facts.n_cities; ++c)
        of_cities += networks.city_networks[c * played.n_years + y];
      CHECK(n_known == run.known_networks[y]);
      CHECK(n_known + n_generated == run.networks[y]);
      CHECK(n_memberships == run.memberships[y]);
      CHECK(n_held == run.memberships[y]);
      CHECK(of_cities == run.memberships[y]);
      CHECK(n_cities == static_cast<std::int32_t>(played.facts.n_cities));
      CHECK((share > 0) == (n_known > 0));
      CHECK(share < 1 + 1e-12);
    }
  }
}

TEST_CASE("the pressure of a network is that on each state by each channel, by power", "[network_record]") {
  const Played played;
  const NetworkRecord networks = played.of(2).networks;
  const std::size_t n_states = played.facts.n_states, n_conferences = played.facts.conferences.size();
  for (std::size_t at = 0; at < networks.network_pressure.size(); ++at) {
    const ConferenceFacts& conference = played.facts.conferences[at % n_conferences];
    double sum = 0, absent = 0;
    for (std::size_t j = 0; j < n_channels * n_states; ++j) {
      const double part = networks.network_state_pressure[at * n_channels * n_states + j];
      sum += played.facts.at(conference.params->year).power[j % n_states] * part;
      absent += conference.present[j % n_states] ? 0.0 : std::abs(part);
    }
    CHECK(absent == 0);
    if (std::isnan(networks.network_pressure[at]))
      CHECK(sum == 0);
    else
      CHECK(networks.network_pressure[at] == Approx(sum));
  }
}

TEST_CASE("every column on networks and cities is filled by some run", "[network_record]") {
  const Played played;
  std::set<std::string_view> blank;
  NetworkRecord::columns([&](auto, const ColumnInfo& info) { blank.insert(info.name); });
  for (std::uint32_t r = 0; r < 8; ++r) {
    const NetworkRecord record = played.of(r).networks;
    NetworkRecord::columns([&]<class T>(std::vector<T> NetworkRecord::*column, const ColumnInfo& info) {
      CHECK((record.*column).size() == n_values(info.axes, played.facts));
      for (const T value : record.*column) {
        if (value == value && value != 0) blank.erase(info.name);  // not NaN
      }
    });
  }
  CHECK(blank == std::set<std::string_view>{});
}

}  // namespace
}  // namespace hansa
