#include "scenarios/tables/tables.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>
#include <tuple>
#include <utility>

#include "scenarios/tables/state_table.hpp"
#include "support/input/csv_table.hpp"

namespace hansa {
namespace {

constexpr Bounds flag{0.0, 1.0}, id_range{0.0, 1e15}, any_year{1000.0, 2200.0};

std::vector<CityRow> read_cities(const std::filesystem::path& path, const TableIds& states, TableIds& ids,
                                 ProblemList& problems) {
  constexpr std::array<std::string_view, 5> columns = {"id", "name", "iso3", "population", "capital"};
  const CsvTable table(path, columns, problems);
  std::vector<CityRow> cities;
  for (std::size_t row = 0; row < table.n_rows(); ++row) {
    CityRow city;
    city.id = table.required_whole(row, "id", id_range);
    ids.add(table, row, "id", table.text(row, "id"));
    city.name = table.name(row, "name");
    city.iso3 = table.name(row, "iso3");
    states.expect(table, row, "iso3", city.iso3, "state");
    city.population = table.required_number(row, "population", {0.0, 1e6});
    city.capital = table.required_whole(row, "capital", flag) == 1;
    cities.push_back(std::move(city));
  }
  std::sort(cities.begin(), cities.end(), [](const auto& a, const auto& b) { return a.id < b.id; });
  return cities;
}

std::vector<NetworkRow> read_networks(const std::filesystem::path& path, TableIds& ids,
                                      ProblemList& problems) {
  constexpr std::array<std::string_view, 7> columns = {"id",       "name",        "founded",    "domain",
                                                       "standing", "merged_into", "merged_year"};
  const CsvTable table(path, columns, problems);
  std::vector<NetworkRow> networks;
  for (std::size_t row = 0; row < table.n_rows(); ++row) {
    NetworkRow network;
    network.id = table.name(row, "id");
    ids.add(table, row, "id", network.id);
    network.name = table.name(row, "name");
    network.founded = static_cast<int>(table.required_whole(row, "founded", any_year));
    network.domain = table.name(row, "domain");
    network.standing = table.name(row, "standing");
    network.merged_into = table.text(row, "merged_into");
    const auto year = table.whole(row, "merged_year", any_year);
    if (year) network.merged_year = static_cast<int>(*year);
    if (year && network.merged_into.empty())
      table.report(row, "merged_year", "a year of merger without merged_into");
    if (year && *year < network.founded) table.report(row, "merged_year", "merged before it was founded");
    networks.push_back(std::move(network));
  }
  for (std::size_t row = 0; row < table.n_rows(); ++row) {
    const std::string& into = table.text(row, "merged_into");
    ids.expect(table, row, "merged_into", into, "network");
    if (!into.empty() && into == table.text(row, "id"))
      table.report(row, "merged_into", "merged into itself");
  }
  std::sort(networks.begin(), networks.end(), [](const auto& a, const auto& b) { return a.id < b.id; });
  return networks;
}

std::vector<MembershipRow> read_memberships(const std::filesystem::path& path, const TableIds& cities,
                                            const TableIds& networks, ProblemList& problems) {
  constexpr std::array<std::string_view, 4> columns = {"city_id", "network", "year", "kind"};
  const CsvTable table(path, columns, problems);
  TableIds pairs;
  std::vector<MembershipRow> memberships;
  for (std::size_t row = 0; row < table.n_rows(); ++row) {
    MembershipRow membership;
    membership.city_id = table.required_whole(row, "city_id", id_range);
    cities.expect(table, row, "city_id", table.text(row, "city_id"), "city");
    membership.network = table.name(row, "network");
    networks.expect(table, row, "network", membership.network, "network");
    pairs.add(table, row, "city_id", table.text(row, "city_id") + " in " + membership.network);
    membership.year = static_cast<int>(table.required_whole(row, "year", any_year));
    const std::string& kind = table.name(row, "kind");
    membership.observed = kind == "observed";
    if (!kind.empty() && kind != "observed" && kind != "since") {
      table.report(row, "kind", "expected observed or since, got " + in_quotes(kind));
    }
    memberships.push_back(std::move(membership));
  }
  std::sort(memberships.begin(), memberships.end(), [](const auto& a, const auto& b) {
    return std::tie(a.city_id, a.network) < std::tie(b.city_id, b.network);
  });
  return memberships;
}

std::vector<CountRow> read_counts(const std::filesystem::path& path, ProblemList& problems) {
  constexpr std::array<std::string_view, 2> columns = {"year", "count"};
  const CsvTable table(path, columns, problems);
  TableIds years;
  std::vector<CountRow> counts;
  for (std::size_t row = 0; row < table.n_rows(); ++row) {
    const int year = static_cast<int>(table.required_whole(row, "year", any_year));
    years.add(table, row, "year", table.text(row, "year"));
    counts.push_back({year, table.required_number(row, "count", {0.0, 1e9})});
  }
  std::sort(counts.begin(), counts.end(), [](const auto& a, const auto& b) { return a.year < b.year; });
  return counts;
}

}  // namespace

Tables read_tables(const WorldFiles& files) {
  ProblemList problems;
  TableIds states, cities, networks;
  Tables tables;
  tables.states = read_states(files.states, states, problems);
  tables.cities = read_cities(files.cities, states, cities, problems);
  tables.networks = read_networks(files.networks, networks, problems);
  tables.memberships = read_memberships(files.memberships, cities, networks, problems);
  tables.counts = read_counts(files.counts, problems);
  problems.throw_if_any();
  return tables;
}

}  // namespace hansa
