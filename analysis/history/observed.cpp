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

int read_year(const CsvTable& table, std::size_t row, std::string_view column) {
  static_cast<void>(table.name(row, column));  // must be given
  const auto date = table.date(row, column);
  return date ? calendar_year(*date) : 0;
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

}  // namespace

std::vector<PlayedConference> played_conferences(const std::vector<ObservedConference>& conferences) {
  std::vector<PlayedConference> played;
  for (const ObservedConference& one : conferences) {
    if (one.scenario.empty()) continue;
    played.push_back({.id = one.id,
                      .scenario = one.scenario,
                      .name = one.played_as,
                      .year = one.year,
                      .soft = one.form == Form::Soft,
                      .ending = one.ending});
  }
  std::stable_sort(played.begin(), played.end(),
                   [](const auto& a, const auto& b) { return a.year < b.year; });
  return played;
}

std::vector<VoteRow> read_votes(const std::filesystem::path& file) {
  const TableReader reader(file, Columns<2>{"iso3", "vote"});
  const CsvTable& table = reader.table;
  const bool several = reader.has("conference");
  std::vector<VoteRow> votes;
  std::map<std::string, int> lines;
  for (std::size_t row = 0; table.reads(row); ++row) {
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
  for (std::size_t row = 0; table.reads(row); ++row) {
    relations.push_back({read_year(table, row, "date"), table.name(row, "sender"), table.name(row, "target"),
                         read_choice<Relation>(table, row, "relation")});
    if (relations.back().sender == relations.back().target)
      table.report(row, "target", "expected another state than the sender");
  }
  reader.done();
  return relations;
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
