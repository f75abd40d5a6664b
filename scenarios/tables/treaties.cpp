#include "scenarios/tables/treaties.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <map>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "support/input/csv_table.hpp"

namespace hansa {
namespace {

std::map<std::string, ObservedTreaty> read_thresholds(const std::filesystem::path& file,
                                                      ProblemList& problems) {
  constexpr auto columns =
      std::to_array<std::string_view>({"id", "conference", "adopted", "opened", "min_parties",
                                       "min_emissions_share", "emissions_base", "delay_days", "in_force"});
  constexpr auto names = std::to_array<std::string_view>({"name"});
  const CsvTable table(file, columns, problems, names);
  TableIds ids;
  std::map<std::string, ObservedTreaty> treaties;
  for (std::size_t row = 0; table.reads(row); ++row) {
    const auto parties = table.whole(row, "min_parties", {1, 1000}),
               delay = table.whole(row, "delay_days", {0, 10000});
    const std::string& base = table.text(row, "emissions_base");
    const std::string& id = table.name(row, "id");
    ids.add(table, row, "id", id);
    treaties[id] = {.id = id,
                    .conference = table.text(row, "conference"),
                    .adopted = table.date(row, "adopted"),
                    .opened = table.date(row, "opened"),
                    .in_force = table.date(row, "in_force"),
                    .min_parties = parties ? std::optional(static_cast<int>(*parties)) : std::nullopt,
                    .min_emissions = table.number(row, "min_emissions_share", {0, 100}).value_or(0) / 100,
                    .emissions_base = base.empty() ? "all" : base,
                    .delay = static_cast<int>(delay.value_or(0))};
  }
  return treaties;
}

bool has(const CsvTable& table, std::string_view column) {
  return std::find(table.columns().begin(), table.columns().end(), column) != table.columns().end();
}

}  // namespace

std::vector<ObservedTreaty> read_treaties(const std::filesystem::path& ratifications,
                                          const std::filesystem::path& thresholds, ProblemList& problems) {
  const std::map<std::string, ObservedTreaty> known = read_thresholds(thresholds, problems);
  constexpr auto columns = std::to_array<std::string_view>({"treaty", "iso3", "ratified"});
  const CsvTable table(ratifications, columns, problems);
  const bool has_adopted = has(table, "adopted"), has_in_force = has(table, "in_force");
  std::map<std::string, ObservedTreaty> found;
  std::map<std::string, int> lines;
  for (std::size_t row = 0; table.reads(row); ++row) {
    const std::string &id = table.name(row, "treaty"), &iso3 = table.name(row, "iso3");
    auto [treaty, is_new] = found.try_emplace(id);
    if (is_new) {
      if (const auto fact = known.find(id); fact != known.end()) treaty->second = fact->second;
      treaty->second.id = id;
    }
    if (has_adopted)
      if (const auto adopted = table.date(row, "adopted")) treaty->second.adopted = adopted;
    if (has_in_force)
      if (const auto in_force = table.date(row, "in_force")) treaty->second.in_force = in_force;
    treaty->second.states.push_back({iso3, table.date(row, "ratified")});
    const auto [line, is_first] = lines.emplace(id + ":" + iso3, table.line(row));
    if (!is_first) table.report(row, "iso3", fmt::format("line {} has this already", line->second));
    if (!treaty->second.adopted)
      table.report(row, "treaty", "its date of adoption is not known; add a column adopted");
  }
  std::vector<ObservedTreaty> treaties;
  for (auto& [id, treaty] : found) {
    std::sort(treaty.states.begin(), treaty.states.end(),
              [](const Ratification& a, const Ratification& b) { return a.iso3 < b.iso3; });
    treaties.push_back(std::move(treaty));
  }
  return treaties;
}

std::vector<ObservedTreaty> read_treaties(const std::filesystem::path& ratifications,
                                          const std::filesystem::path& thresholds) {
  ProblemList problems;
  std::vector<ObservedTreaty> treaties = read_treaties(ratifications, thresholds, problems);
  problems.throw_if_any();
  return treaties;
}

double date_of(const Ratification& state) {
  return state.date ? years_of(*state.date) : std::numeric_limits<double>::infinity();
}

}  // namespace hansa
