#include "analysis/history/observed.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <string_view>
#include <tuple>
#include <utility>

#include <fmt/format.h>

#include "support/input/csv_table.hpp"
#include "support/input/suggest.hpp"
#include "support/text/numeral.hpp"

namespace hansa {
namespace {

template <std::size_t n> using Columns = std::array<std::string_view, n>;

/// A table and the problems found in it, thrown by `done`.
struct TableReader {
  ProblemList problems;
  CsvTable table;

  template <std::size_t n>
  TableReader(const std::filesystem::path& file, const Columns<n>& columns)
      : table(file, columns, problems) {}

  [[nodiscard]] bool has(std::string_view column) const {
    const auto& columns = table.columns();
    return std::find(columns.begin(), columns.end(), column) != columns.end();
  }

  void done() const { problems.throw_if_any(); }
};

/// A year, month or day, which may begin with zeros.
std::optional<int> part_of_date(std::string_view text) {
  int value = 0;
  const std::size_t begin = std::min(text.find_first_not_of('0'), text.size() - 1);
  return read_numeral(text.substr(begin), value) && value >= 0 ? std::optional(value) : std::nullopt;
}

std::optional<Date> parse_date(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const auto year = part_of_date(text.substr(0, 4)), month = part_of_date(text.substr(5, 2)),
             day = part_of_date(text.substr(8));
  if (!year || !month || !day) return std::nullopt;
  const std::chrono::year_month_day date{std::chrono::year(*year),
                                         std::chrono::month(static_cast<unsigned>(*month)),
                                         std::chrono::day(static_cast<unsigned>(*day))};
  return date.ok() ? std::optional<Date>(date) : std::nullopt;
}

std::optional<Date> read_date(const CsvTable& table, std::size_t row, std::string_view column) {
  const std::string& text = table.text(row, column);
  if (text.empty()) return std::nullopt;
  const auto date = parse_date(text);
  if (!date) table.report(row, column, "expected a date such as 1997-12-11, got " + in_quotes(text));
  return date;
}

int read_year(const CsvTable& table, std::size_t row, std::string_view column) {
  const auto date = parse_date(table.name(row, column));
  if (!date && !table.text(row, column).empty()) static_cast<void>(read_date(table, row, column));
  return date ? static_cast<int>(std::chrono::year_month_day(*date).year()) : 0;
}

template <class Enum> Enum read_choice(const CsvTable& table, std::size_t row, std::string_view column) {
  const std::string& text = table.name(row, column);
  const auto& words = choices(Enum{}).values;
  const auto found = std::find(words.begin(), words.end(), text);
  if (found != words.end()) return static_cast<Enum>(found - words.begin());
  if (!text.empty())
    table.report(row, column,
                 fmt::format("expected one of {}; got {}{}", fmt::join(words, ", "), in_quotes(text),
                             suggest(text, words)));
  return Enum{};
}

void expect_once(std::map<std::string, int>& lines, const CsvTable& table, std::size_t row,
                 std::string_view column, const std::string& key) {
  const auto [known, is_new] = lines.emplace(key, table.line(row));
  if (!is_new) table.report(row, column, fmt::format("line {} has this already", known->second));
}

std::map<std::string, ObservedTreaty> read_thresholds(const std::filesystem::path& file) {
  const TableReader reader(
      file, Columns<9>{"id", "conference", "adopted", "opened", "min_parties", "min_emissions_share",
                       "emissions_base", "delay_days", "in_force"});
  const CsvTable& table = reader.table;
  std::map<std::string, ObservedTreaty> treaties;
  for (std::size_t row = 0; row < table.n_rows(); ++row) {
    const auto parties = table.whole(row, "min_parties", {1, 1000}),
               delay = table.whole(row, "delay_days", {0, 10000});
    const std::string& base = table.text(row, "emissions_base");
    const std::string& id = table.name(row, "id");
    treaties[id] = {.id = id,
                    .conference = table.text(row, "conference"),
                    .adopted = read_date(table, row, "adopted"),
                    .opened = read_date(table, row, "opened"),
                    .in_force = read_date(table, row, "in_force"),
                    .min_parties = parties ? std::optional(static_cast<int>(*parties)) : std::nullopt,
                    .min_emissions = table.number(row, "min_emissions_share", {0, 100}).value_or(0) / 100,
                    .emissions_base = base.empty() ? "all" : base,
                    .delay = static_cast<int>(delay.value_or(0))};
  }
  reader.done();
  return treaties;
}

}  // namespace

double years_of(Date date) {
  const std::chrono::year year = std::chrono::year_month_day(date).year();
  const Date first = year / 1 / 1, next = (year + std::chrono::years(1)) / 1 / 1;
  return static_cast<int>(year) +
         static_cast<double>((date - first).count()) / static_cast<double>((next - first).count());
}

std::string to_text(Date date) {
  const std::chrono::year_month_day day(date);
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(day.year()), static_cast<unsigned>(day.month()),
                     static_cast<unsigned>(day.day()));
}

std::vector<PlayedConference> read_conferences(const std::filesystem::path& file) {
  const TableReader reader(file,
                           Columns<7>{"id", "year", "date", "form", "outcome", "scenario", "played_as"});
  const CsvTable& table = reader.table;
  std::vector<PlayedConference> conferences;
  for (std::size_t row = 0; row < table.n_rows(); ++row) {
    if (table.text(row, "scenario").empty()) continue;
    conferences.push_back({.id = table.name(row, "id"),
                           .scenario = table.text(row, "scenario"),
                           .name = table.name(row, "played_as"),
                           .year = read_year(table, row, "date"),
                           .soft = table.text(row, "form") == "soft",
                           .ending = read_choice<Ending>(table, row, "outcome")});
  }
  reader.done();
  std::stable_sort(conferences.begin(), conferences.end(),
                   [](const auto& a, const auto& b) { return a.year < b.year; });
  return conferences;
}

std::vector<VoteRow> read_votes(const std::filesystem::path& file) {
  const TableReader reader(file, Columns<2>{"iso3", "vote"});
  const CsvTable& table = reader.table;
  const bool several = reader.has("conference");
  std::vector<VoteRow> votes;
  std::map<std::string, int> lines;
  for (std::size_t row = 0; row < table.n_rows(); ++row) {
    const std::string conference = several ? table.name(row, "conference") : "";
    votes.push_back({conference, table.name(row, "iso3"), read_choice<Ballot>(table, row, "vote")});
    expect_once(lines, table, row, "iso3", conference + ":" + votes.back().iso3);
  }
  reader.done();
  return votes;
}

std::vector<RelationRow> read_relations(const std::filesystem::path& file) {
  const TableReader reader(file, Columns<4>{"date", "sender", "target", "relation"});
  const CsvTable& table = reader.table;
  std::vector<RelationRow> relations;
  for (std::size_t row = 0; row < table.n_rows(); ++row) {
    relations.push_back({read_year(table, row, "date"), table.name(row, "sender"), table.name(row, "target"),
                         read_choice<Relation>(table, row, "relation")});
    if (relations.back().sender == relations.back().target)
      table.report(row, "target", "expected another state than the sender");
  }
  reader.done();
  return relations;
}

std::vector<ObservedTreaty> read_treaties(const std::filesystem::path& ratifications,
                                          const std::filesystem::path& thresholds) {
  std::map<std::string, ObservedTreaty> known = read_thresholds(thresholds), found;
  const TableReader reader(ratifications, Columns<3>{"treaty", "iso3", "ratified"});
  const CsvTable& table = reader.table;
  std::map<std::string, int> lines;
  for (std::size_t row = 0; row < table.n_rows(); ++row) {
    const std::string &id = table.name(row, "treaty"), &iso3 = table.name(row, "iso3");
    auto [treaty, is_new] = found.try_emplace(id);
    if (is_new) {
      if (const auto fact = known.find(id); fact != known.end()) treaty->second = fact->second;
      treaty->second.id = id;
    }
    if (reader.has("adopted"))
      if (const auto adopted = read_date(table, row, "adopted")) treaty->second.adopted = adopted;
    if (reader.has("in_force"))
      if (const auto in_force = read_date(table, row, "in_force")) treaty->second.in_force = in_force;
    treaty->second.states.push_back({iso3, read_date(table, row, "ratified")});
    expect_once(lines, table, row, "iso3", id + ":" + iso3);
    if (!treaty->second.adopted)
      table.report(row, "treaty", "its date of adoption is not known; add a column adopted");
  }
  reader.done();
  std::vector<ObservedTreaty> treaties;
  for (auto& [id, treaty] : found) treaties.push_back(std::move(treaty));
  return treaties;
}

std::optional<Date> day_of_threshold(const ObservedTreaty& treaty, std::vector<Joining> joined) {
  if (!treaty.min_parties) return std::nullopt;
  std::sort(joined.begin(), joined.end());
  double share = 0;
  for (std::size_t k = 0; k < joined.size(); ++k) {
    share += joined[k].emissions;
    if (static_cast<int>(k) + 1 >= *treaty.min_parties && share >= treaty.min_emissions)
      return joined[k].date;
  }
  return std::nullopt;
}

}  // namespace hansa
