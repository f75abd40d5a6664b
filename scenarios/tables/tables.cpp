#include "scenarios/tables/tables.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <limits>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <utility>

#include <fmt/format.h>

#include "scenarios/tables/accreditations.hpp"
#include "scenarios/tables/read_word.hpp"
#include "scenarios/tables/state_years.hpp"
#include "support/input/csv_table.hpp"
#include "support/input/suggest.hpp"

namespace hansa {
namespace {

constexpr Bounds flag{0.0, 1.0}, id_range{0.0, 1e15}, any_year{1000.0, 2200.0};

constexpr Bounds share{0.0, 1.0}, percent{0.0, 100.0}, amount{0.0, 1e9},
    people{1e-6, 1e6};  // [million], from one person on

constexpr auto state_columns = std::to_array<std::string_view>({"iso3",
                                                                "name",
                                                                "party",
                                                                "region",
                                                                "gdp_1990",
                                                                "gdp_2009",
                                                                "gdp_2015",
                                                                "gdp_last",
                                                                "gdp_last_year",
                                                                "population_1990",
                                                                "population_2009",
                                                                "population_2015",
                                                                "population_last",
                                                                "population_last_year",
                                                                "co2_1990",
                                                                "co2_1997",
                                                                "co2_2009",
                                                                "co2_2015",
                                                                "co2_last",
                                                                "co2_last_year",
                                                                "urban_1990",
                                                                "urban_last",
                                                                "urban_last_year",
                                                                "democracy_1997",
                                                                "democracy_2009",
                                                                "democracy_2015",
                                                                "democracy_last",
                                                                "democracy_last_year",
                                                                "rents",
                                                                "vulnerability",
                                                                "readiness",
                                                                "paris_share",
                                                                "treaty_majority",
                                                                "blocs"});

void check_iso(const CsvTable& table, std::size_t row, const std::string& code) {
  const bool good =
      code.size() == 3 && std::all_of(code.begin(), code.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
  if (!code.empty() && !good)
    table.report(row, "iso3", "expected three capitals, such as DEU, got " + in_quotes(code));
}

/// The years of one quantity: columns such as gdp_1990, then gdp_last with its year in gdp_last_year.
Series read_series(const CsvTable& table, std::size_t row, std::string_view quantity,
                   std::span<const int> years, Bounds bounds) {
  Series series;
  for (const int year : years) {
    const auto value = table.number(row, fmt::format("{}_{}", quantity, year), bounds);
    if (value) series.points.emplace_back(year, *value);
  }
  const std::string last = fmt::format("{}_last", quantity), last_year = last + "_year";
  const auto value = table.number(row, last, bounds);
  const auto year = table.whole(row, last_year, any_year);
  if (table.text(row, last).empty() != table.text(row, last_year).empty()) {
    table.report(row, last_year, "a value and its year are given together or not at all");
  }
  if (!value || !year) return series;
  const auto same = std::find_if(series.points.begin(), series.points.end(),
                                 [&](const auto& p) { return p.first == *year; });
  if (same == series.points.end()) {
    series.points.emplace_back(static_cast<int>(*year), *value);
    std::sort(series.points.begin(), series.points.end());
  } else if (same->second != *value) {
    table.report(row, last, fmt::format("another value for {} than in {}_{}", *year, quantity, *year));
  }
  return series;
}

std::array<bool, n_blocs> read_blocs(const CsvTable& table, std::size_t row) {
  std::array<bool, n_blocs> blocs{};
  std::string_view rest = table.text(row, "blocs");
  while (!rest.empty()) {
    const std::string_view word = rest.substr(0, rest.find('|'));
    const auto bloc = std::find(bloc_names.begin(), bloc_names.end(), word);
    if (bloc == bloc_names.end()) {
      std::string hint = suggest(word, bloc_names);
      table.report(row, "blocs", fmt::format("no bloc {}{}", in_quotes(word), hint));
    } else if (std::exchange(blocs[static_cast<std::size_t>(bloc - bloc_names.begin())], true)) {
      table.report(row, "blocs", fmt::format("bloc {} is given twice", in_quotes(word)));
    }
    rest.remove_prefix(std::min(word.size() + 1, rest.size()));
  }
  return blocs;
}

std::vector<StateRow> read_states(const std::filesystem::path& path, TableIds& ids, ProblemList& problems) {
  constexpr std::array<int, 3> vintages = {1990, 2009, 2015}, democracy_vintages = {1997, 2009, 2015};
  constexpr std::array<int, 4> co2_vintages = {1990, 1997, 2009, 2015};
  constexpr std::array<int, 1> urban_vintages = {1990};
  constexpr auto years_of_facts = std::to_array<std::string_view>({"rents_year", "ndgain_year"});
  constexpr std::size_t n_required =
      2;  // iso3 and name; what a table leaves out is unknown of all its states
  const CsvTable table(path, state_columns, problems, years_of_facts,
                       std::span(state_columns).subspan(n_required));
  const auto has = [&columns = table.columns()](std::string_view column) {
    return std::find(columns.begin(), columns.end(), column) != columns.end();
  };
  const bool has_parties = has("party"), has_regions = has("region");
  std::vector<StateRow> states;
  for (std::size_t row = 0; table.reads(row); ++row) {
    StateRow state;
    state.iso3 = table.name(row, "iso3");
    check_iso(table, row, state.iso3);
    ids.add(table, row, "iso3", state.iso3);
    state.name = table.name(row, "name");
    state.party = !has_parties || table.required_whole(row, "party", share) == 1;
    state.region = has_regions ? table.name(row, "region") : "world";
    state.gdp = read_series(table, row, "gdp", vintages, amount);
    state.population = read_series(table, row, "population", vintages, people);
    state.co2 = read_series(table, row, "co2", co2_vintages, amount);
    state.urban = read_series(table, row, "urban", urban_vintages, percent);
    state.democracy = read_series(table, row, "democracy", democracy_vintages, share);
    state.rents = table.number(row, "rents", percent);
    state.vulnerability = table.number(row, "vulnerability", share);
    state.readiness = table.number(row, "readiness", share);
    state.paris_share = table.number(row, "paris_share", percent);
    state.treaty_majority = table.number(row, "treaty_majority", {0.5, 1.0});
    state.blocs = read_blocs(table, row);
    states.push_back(std::move(state));
  }
  const bool has_party =
      std::any_of(states.begin(), states.end(), [](const StateRow& s) { return s.party && s.iso3 != "EUU"; });
  if (!has_party && !table.columns().empty())
    table.report_column("iso3", "no row is a state that negotiates");
  std::sort(states.begin(), states.end(), [](const auto& a, const auto& b) { return a.iso3 < b.iso3; });
  return states;
}

std::vector<CityRow> read_cities(const std::filesystem::path& path, const TableIds& states, TableIds& ids,
                                 ProblemList& problems) {
  constexpr std::array<std::string_view, 7> columns = {"id",      "name", "iso3", "population",
                                                       "capital", "lat",  "lon"};
  const CsvTable table(path, columns, problems);
  std::vector<CityRow> cities;
  for (std::size_t row = 0; table.reads(row); ++row) {
    CityRow city;
    city.id = table.required_whole(row, "id", id_range);
    ids.add(table, row, "id", table.text(row, "id"));
    city.name = table.name(row, "name");
    city.iso3 = table.name(row, "iso3");
    states.expect(table, row, "iso3", city.iso3, "state");
    city.population = table.required_number(row, "population", {0.0, 1e6});
    city.capital = table.required_whole(row, "capital", flag) == 1;
    city.latitude = table.required_number(row, "lat", {-90.0, 90.0});
    city.longitude = table.required_number(row, "lon", {-180.0, 180.0});
    cities.push_back(std::move(city));
  }
  std::sort(cities.begin(), cities.end(), [](const auto& a, const auto& b) { return a.id < b.id; });
  return cities;
}

/// Reads a network's own count of its members.
void read_size(const CsvTable& table, std::size_t row, NetworkRow& network) {
  constexpr Bounds counts{1, 1e6};
  const auto members = table.whole(row, "members", counts), year = table.whole(row, "members_year", any_year);
  const bool no_members = table.text(row, "members").empty(),
             no_year = table.text(row, "members_year").empty();
  if (no_members != no_year)
    table.report(row, no_year ? "members_year" : "members", "members and members_year belong together");
  if (!members || !year) return;
  if (*year < network.founded) table.report(row, "members_year", "before it was founded");
  network.members = static_cast<int>(*members);
  network.members_year = static_cast<int>(*year);
}

/// Reports mergers into unknown networks, and chains of mergers that come back to where they began.
void report_circles(const CsvTable& table, const TableIds& ids, const std::vector<NetworkRow>& networks) {
  constexpr std::size_t none = std::numeric_limits<std::size_t>::max();
  std::unordered_map<std::string_view, std::size_t> rows;
  for (std::size_t row = 0; row < networks.size(); ++row) rows.emplace(networks[row].id, row);
  std::vector<std::size_t> into(networks.size(), none);
  for (std::size_t row = 0; row < networks.size(); ++row) {
    const auto known = rows.find(networks[row].merged_into);
    if (known != rows.end() && !known->first.empty()) into[row] = known->second;
  }
  for (std::size_t row = 0; row < networks.size() && table.reads(row); ++row) {
    ids.expect(table, row, "merged_into", table.text(row, "merged_into"), "network");
    // a chain ends after fewer steps than there are networks, unless it is a circle
    std::size_t next = into[row];
    for (std::size_t step = 0; step < networks.size() && next != none && next != row; ++step)
      next = into[next];
    if (next == row) table.report(row, "merged_into", "merged into itself");
  }
}

std::vector<NetworkRow> read_networks(const CsvTable& table, const TableIds& states, TableIds& ids) {
  constexpr std::size_t most = 5000;  // as networks.initial
  std::vector<NetworkRow> networks;
  for (std::size_t row = 0; table.reads(row); ++row) {
    if (row == most) {
      table.report(row, "id", fmt::format("more than {} networks", most));
      break;
    }
    NetworkRow network;
    network.id = table.name(row, "id");
    ids.add(table, row, "id", network.id);
    network.name = table.name(row, "name");
    network.founded = static_cast<int>(table.required_whole(row, "founded", any_year));
    network.domain = read_word<Domain>(table, row, "domain");
    network.scope = read_word<Scope>(table, row, "scope");
    network.home = table.text(row, "home");
    states.expect(table, row, "home", network.home, "state");
    network.roll = read_word<Roll>(table, row, "roll");
    read_size(table, row, network);
    network.merged_into = table.text(row, "merged_into");
    const auto year = table.whole(row, "merged_year", any_year);
    if (year) network.merged_year = static_cast<int>(*year);
    if (year && network.merged_into.empty())
      table.report(row, "merged_year", "a year of merger without merged_into");
    if (year && *year < network.founded) table.report(row, "merged_year", "merged before it was founded");
    networks.push_back(std::move(network));
  }
  report_circles(table, ids, networks);
  std::sort(networks.begin(), networks.end(), [](const auto& a, const auto& b) { return a.id < b.id; });
  return networks;
}

std::vector<MembershipRow> read_memberships(const std::filesystem::path& path, const TableIds& cities,
                                            const TableIds& ids, const std::vector<NetworkRow>& networks,
                                            ProblemList& problems) {
  constexpr std::array<std::string_view, 4> columns = {"city_id", "network", "year", "kind"};
  const CsvTable table(path, columns, problems);
  TableIds pairs;
  std::vector<MembershipRow> memberships;
  for (std::size_t row = 0; table.reads(row); ++row) {
    MembershipRow membership;
    membership.city_id = table.required_whole(row, "city_id", id_range);
    cities.expect(table, row, "city_id", table.text(row, "city_id"), "city");
    membership.network = table.name(row, "network");
    ids.expect(table, row, "network", membership.network, "network");
    pairs.add(table, row, "city_id", table.text(row, "city_id") + " in " + membership.network);
    membership.year = static_cast<int>(table.required_whole(row, "year", any_year));
    const std::string& kind = table.name(row, "kind");
    membership.observed = kind == "observed";
    if (!kind.empty() && kind != "observed" && kind != "since") {
      table.report(row, "kind", "expected observed or since, got " + in_quotes(kind));
    }
    const auto network =
        std::lower_bound(networks.begin(), networks.end(), membership.network,
                         [](const NetworkRow& known, const std::string& id) { return known.id < id; });
    if (network != networks.end() && network->id == membership.network) {
      if (membership.year < network->founded)
        table.report(row, "year", fmt::format("before the network was founded in {}", network->founded));
      if (network->roll == Roll::None)
        table.report(row, "network", "a member of a network whose roll is none");
    }
    memberships.push_back(std::move(membership));
  }
  std::sort(memberships.begin(), memberships.end(), [](const auto& a, const auto& b) {
    return std::tie(a.city_id, a.network) < std::tie(b.city_id, b.network);
  });
  return memberships;
}

/// Reports networks without members in the tables although their roll says otherwise; without any row no roll is known.
void check_rolls(const CsvTable& table, const std::vector<MembershipRow>& memberships,
                 std::vector<NetworkRow>& networks) {
  if (memberships.empty()) {
    for (NetworkRow& network : networks) network.roll = Roll::None;
    return;
  }
  std::set<std::string_view> listed;
  for (const MembershipRow& membership : memberships) listed.insert(membership.network);
  for (std::size_t row = 0; table.reads(row); ++row) {
    const std::string& roll = table.text(row, "roll");
    const bool has_roll = roll == name_of(Roll::All) || roll == name_of(Roll::Some);
    if (has_roll && !listed.contains(table.text(row, "id")))
      table.report(row, "roll", fmt::format("{}, but memberships.csv has none of its members", roll));
  }
}

std::vector<CountRow> read_counts(const std::filesystem::path& path, ProblemList& problems) {
  constexpr std::array<std::string_view, 2> columns = {"year", "count"};
  const CsvTable table(path, columns, problems);
  TableIds years;
  std::vector<CountRow> counts;
  for (std::size_t row = 0; table.reads(row); ++row) {
    const int year = static_cast<int>(table.required_whole(row, "year", any_year));
    years.add(table, row, "year", table.text(row, "year"));
    counts.push_back({year, table.required_number(row, "count", {0.0, 5000.0})});  // as networks.initial
  }
  std::sort(counts.begin(), counts.end(), [](const auto& a, const auto& b) { return a.year < b.year; });
  return counts;
}

}  // namespace

Tables read_tables(const WorldFiles& files) {
  constexpr std::array<std::string_view, 11> network_columns = {
      "id",      "name",         "founded", "domain",      "scope",      "home",
      "members", "members_year", "roll",    "merged_into", "merged_year"};
  ProblemList problems;
  TableIds states, cities, networks;
  Tables tables;
  tables.states = read_states(files.states, states, problems);
  tables.cities = read_cities(files.cities, states, cities, problems);
  const CsvTable network_table(files.networks, network_columns, problems);
  tables.networks = read_networks(network_table, states, networks);
  tables.memberships = read_memberships(files.memberships, cities, networks, tables.networks, problems);
  check_rolls(network_table, tables.memberships, tables.networks);
  tables.accreditations = read_accreditations(files.accreditations, networks, tables.networks, problems);
  tables.counts = read_counts(files.counts, problems);
  read_un_votes(files.un_votes, states, tables.states, problems);
  read_veto_players(files.veto_players, states, tables.states, problems);
  tables.treaties = read_treaties(files.ratifications, files.treaties, problems);
  problems.throw_if_any();
  tables.notes = problems.notes();
  return tables;
}

}  // namespace hansa
