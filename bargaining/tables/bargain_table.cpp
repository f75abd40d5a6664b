#include "bargaining/tables/bargain_table.hpp"

#include <algorithm>
#include <cctype>
#include <cstdint>
#include <string_view>
#include <system_error>
#include <unordered_map>
#include <utility>

#include <fmt/format.h>

#include "bargaining/tables/ktab_table.hpp"
#include "bargaining/tables/salience_unit.hpp"
#include "scenarios/load/paths.hpp"

namespace hansa {
namespace {

constexpr ColumnScale amount{0.0, largest_power};                  // power
constexpr ColumnScale any_scale{-largest_amount, largest_amount};  // positions, references
constexpr double full = 100;                                       // salience of a scale that is not declared

CellUnit unit_of(const std::optional<ColumnScale>& scale) {
  if (!scale) return {any_scale, 0};
  return {{scale->min, scale->max}, scale->min == 0 ? scale->max : 0};
}

/// A number that lines share, or leave out: of an issue or an actor.
void share(ActorTable& table, std::size_t row, std::size_t column, const std::optional<double>& value,
           std::string_view what, std::optional<double>& known) {
  if (value && known && *value != *known)
    table.report(row, column, fmt::format("this {} {} in a line above", what, *known));
  if (value && !known) known = value;
}

bool read_veto(ActorTable& table, std::size_t row) {
  const ColumnPlace column = table.column(ColumnKind::Veto);
  std::string word = table.text(row, column);
  std::transform(word.begin(), word.end(), word.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  if (word == "yes" || word == "true" || word == "1") return true;
  if (!word.empty() && word != "no" && word != "false" && word != "0")
    table.report(row, *column, fmt::format("expected yes or no, got {}", in_quotes(word)));
  return false;
}

/// Reads a table of our own.
class BargainReader {
 public:
  explicit BargainReader(ActorTable& table) : table_(table) {}

  BargainTable read() {
    using enum ColumnKind;
    table_.find_columns({.needed = {}, .used = {Actor, Issue, Power, Veto}});
    if (!table_.problems().empty()) return {};
    for (std::size_t row = 0; row < table_.n_rows(); ++row) read_line(row);
    const std::size_t n_actors = read_.actors.size();
    if (n_actors == 0 || n_actors > most_bargain_actors) {
      table_.report_column(*table_.column(Actor),
                           fmt::format("expected 1 to {} actors, got {}", most_bargain_actors, n_actors));
      return {};
    }
    for (const Line& line : lines_)
      if (line.power) read_.power.push_back(*line.power);
    if (!table_.column(Power)) {
      read_.power.assign(n_actors, 1.0);
      table_.assume_table("power", "there is no column of power; all actors have the same");
    }
    if (!table_.problems().empty() || !is_complete()) return {};
    fill();
    if (table_.problems().empty()) check_weights();
    return std::move(read_);
  }

 private:
  /// An actor: the line that has it first, and what lines share.
  struct Line {
    std::size_t row = 0;
    std::optional<double> power;
  };
  struct Entry {
    std::size_t actor = 0, issue = 0;
    double position = 0, salience = 0;
  };
  struct Issue {
    const IssueColumns* columns = nullptr;
    BargainIssue issue;
  };

  std::size_t actor_of(std::size_t row) {
    const std::string name = table_.name(row, *table_.column(ColumnKind::Actor));
    const auto [place, is_new] = actors_.emplace(name, read_.actors.size());
    if (is_new) {
      read_.actors.push_back(name);
      read_.veto.push_back(0);
      lines_.push_back({row, std::nullopt});
    }
    return place->second;
  }

  std::size_t issue_of(std::size_t row, const IssueColumns& columns) {
    const std::string name = table_.issue_name(row, columns);
    const auto [place, is_new] = issue_places_.emplace(name, issues_.size());
    if (is_new) issues_.push_back({&columns, {.name = name}});
    return place->second;
  }

  void read_line(std::size_t row) {
    const std::size_t actor = actor_of(row);
    read_power(row, actor);
    if (read_veto(table_, row)) read_.veto[actor] = 1;
    if (!table_.is_long() && lines_[actor].row != row && !read_.actors[actor].empty())
      table_.report_repeated(row, table_.line(lines_[actor].row));
    for (const IssueColumns& columns : table_.issues()) read_entry(row, actor, columns);
  }

  void read_power(std::size_t row, std::size_t actor) {
    const ColumnPlace column = table_.column(ColumnKind::Power);
    if (!column) return;
    const bool is_first = lines_[actor].row == row || !table_.is_long();
    const auto power =
        is_first ? table_.required_number(row, *column, {amount}) : table_.number(row, *column, {amount});
    if (lines_[actor].row == row || table_.is_long())
      share(table_, row, *column, power, "actor has the power", lines_[actor].power);
    (table_.is_percent(row, *column) ? is_percent_ : is_plain_) = true;
    if (is_percent_ && is_plain_ && !std::exchange(is_mixed_, true))
      table_.report(row, *column, "some powers are percentages, others are not");
  }

  void read_entry(std::size_t row, std::size_t actor, const IssueColumns& columns) {
    const std::size_t issue = issue_of(row, columns);
    const auto [before, is_new] = met_.emplace(static_cast<std::uint64_t>(actor) << 32U | issue, row);
    if (!is_new && table_.is_long() && !read_.actors[actor].empty())
      table_.report_repeated(row, table_.line(before->second));
    const CellUnit scale = unit_of(columns.position_scale);
    const auto position = table_.required_number(row, *columns.position, scale);
    const double most = columns.salience_scale ? columns.salience_scale->max : full;
    const auto salience = table_.required_number(row, *columns.salience, {{0, most}, most});
    if (!is_new) return;  // its numbers are checked nevertheless
    entries_.push_back({actor, issue, position.value_or(0), salience.value_or(0)});
    if (salience && !columns.salience_scale)
      unit_.add(*salience, table_.is_percent(row, *columns.salience), table_.heading(*columns.salience),
                table_.cell_place(row, *columns.salience));
    BargainIssue& known = issues_[issue].issue;
    if (columns.reference)
      share(table_, row, *columns.reference, table_.number(row, columns.reference, scale),
            "issue has the reference", known.reference);
    if (columns.decided)
      share(table_, row, *columns.decided, table_.number(row, columns.decided, {any_scale, scale.whole}),
            "issue has decided", known.decided);
  }

  /// Whether every actor has a line on every issue; reports those that lack.
  bool is_complete() {
    constexpr std::size_t most_told = 20;
    const std::size_t n_issues = issues_.size();
    if (entries_.size() == read_.actors.size() * n_issues) return true;
    std::size_t n_told = 0;
    for (std::size_t a = 0; a < read_.actors.size(); ++a)
      for (std::size_t d = 0; d < n_issues && n_told < most_told; ++d)
        if (!met_.contains(static_cast<std::uint64_t>(a) << 32U | d)) {
          table_.report(lines_[a].row, *table_.column(ColumnKind::Actor),
                        fmt::format("{} has no line on the issue {}; without a stake its salience is 0",
                                    in_quotes(read_.actors[a]), in_quotes(issues_[d].issue.name)));
          ++n_told;
        }
    return false;
  }

  void fill() {
    const std::size_t n_issues = issues_.size();
    unit_.report_mix(table_.problems());
    const double whole = unit_.is_share() ? 1 : full;
    if (unit_.is_share())
      table_.assume("salience", table_.cell_place(0, *table_.issues().front().salience),
                    "saliences run from 0 to 1, since none is larger");
    read_.position.resize(entries_.size());
    read_.salience.resize(entries_.size());
    for (const Entry& one : entries_) {
      const IssueColumns& columns = *issues_[one.issue].columns;
      read_.position[one.actor * n_issues + one.issue] = one.position;
      read_.salience[one.actor * n_issues + one.issue] =
          one.salience / (columns.salience_scale ? columns.salience_scale->max : whole);
    }
    for (std::size_t d = 0; d < n_issues; ++d) {
      BargainIssue& issue = issues_[d].issue;
      const auto& scale = issues_[d].columns->position_scale;
      double least = read_.position[d], most = least;
      for (std::size_t k = d; k < read_.position.size(); k += n_issues) {
        least = std::min(least, read_.position[k]);
        most = std::max(most, read_.position[k]);
      }
      issue.least = scale ? scale->min : std::min(least, issue.reference.value_or(least));
      issue.most = scale ? scale->max : std::max(most, issue.reference.value_or(most));
      read_.issues.push_back(std::move(issue));
    }
  }

  /// An issue without salience for any actor with power has no outcome.
  void check_weights() {
    for (std::size_t d = 0; d < issues_.size(); ++d) {
      double weight = 0;
      for (std::size_t a = 0; a < read_.n_actors(); ++a)
        weight += read_.power[a] * read_.salience[a * issues_.size() + d];
      if (!(weight > 0))
        table_.report_column(*issues_[d].columns->salience, "no actor with power has salience on this issue");
    }
  }

  ActorTable& table_;
  BargainTable read_;
  std::vector<Line> lines_;  // actor
  std::vector<Issue> issues_;
  std::vector<Entry> entries_;
  std::unordered_map<std::string, std::size_t> actors_, issue_places_;
  std::unordered_map<std::uint64_t, std::size_t> met_;  // actor and issue: the line that has them
  SalienceUnit unit_;
  bool is_percent_ = false, is_plain_ = false, is_mixed_ = false;  // of powers
};

}  // namespace

std::size_t BargainTable::n_seats() const {
  std::size_t n = 0;
  for (std::size_t k = 0; k < n_actors(); ++k) n += power[k] > 0 || veto[k] != 0 ? 1U : 0U;
  return n;
}

double BargainTable::to_unit(std::size_t issue, double value) const {
  const double least = issues[issue].least, width = issues[issue].most - least;
  return width > 0 ? (value - least) / width : 0.0;
}

double BargainTable::from_unit(std::size_t issue, double share) const {
  const double least = issues[issue].least;
  return least + share * (issues[issue].most - least);
}

std::string find_bargain_table(const std::string& written, const DataFolders& folders) {
  std::error_code ignored;
  const bool bare = written != "-" && written.find_first_of("/.") == std::string::npos;
  if (!bare || std::filesystem::exists(written, ignored)) return written;
  const Found found = find_example(written, folders);
  if (found.reason.empty()) return found.path.string();
  throw ScenarioError({{.file = written,
                        .key = "file",
                        .message = found.reason + (found.reason.ends_with('?') ? " A" : "; a") +
                                   " file is given as ./NAME or NAME.csv"}});
}

BargainTable read_bargain_table(const TableSource& source, const TableOptions& options) {
  ProblemList problems;
  ActorTable actors(source, options, problems);
  BargainTable table;
  if (actors.is_read()) table = actors.is_ktab() ? read_ktab_table(actors) : BargainReader(actors).read();
  table.assumptions = actors.assumptions();
  problems.throw_if_any();
  return table;
}

BargainTable read_bargain_table(const std::filesystem::path& path) {
  return read_bargain_table(read_table_source(path));
}

}  // namespace hansa
