#include "bargaining/tables/own_table.hpp"

#include <algorithm>
#include <cctype>
#include <cstdint>
#include <limits>
#include <string_view>
#include <unordered_map>
#include <utility>

#include <fmt/format.h>

#include "bargaining/tables/salience_unit.hpp"

namespace hansa {
namespace {

constexpr double full = 100;  // salience of a scale that is not declared

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
    ColumnUse use{.needed = {}, .used = {Actor, Issue, Power, Veto, Proposal}};
    if (table_.needs_size()) use.used.push_back(Size);
    table_.find_columns(use);
    if (table_.needs_size() && !table_.column(Size))
      table_.report_table("size",
                          "the rule asks for sizes, and no column has this name, nor " + other_names(Size));
    if (!table_.problems().empty()) return {};
    for (std::size_t row = 0; table_.reads(row); ++row) read_line(row);
    const std::size_t n_actors = read_.actors.size();
    if (n_actors == 0 || n_actors > most_bargain_actors) {
      table_.report_column(*table_.column(Actor),
                           fmt::format("expected 1 to {} actors, got {}", most_bargain_actors, n_actors));
      return {};
    }
    for (const Line& line : lines_)
      if (line.power) read_.power.push_back(line.power->value);
    if (!table_.column(Power)) {
      read_.power.assign(n_actors, 1.0);
      table_.assume_table("power", "there is no column of power; all actors have the same");
    }
    tell_salience();
    if (!table_.problems().empty() || !is_complete()) return {};
    if (table_.needs_size())
      for (const Line& line : lines_) read_.size.push_back(line.size.value());
    fill();
    if (table_.problems().empty()) check_weights();
    if (table_.needs_size() && table_.problems().empty()) check_sizes();
    return std::move(read_);
  }

 private:
  /// An actor: the line that has it first, and what lines share.
  struct Line {
    std::size_t row = 0;
    std::optional<UncertainNumber> power;
    std::optional<double> size = {};
  };
  struct Entry {
    std::size_t actor = 0, issue = 0;
    UncertainNumber position, salience;
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
    read_size(row, actor);
    if (read_veto(table_, row)) read_.veto[actor] = 1;
    if (!table_.is_long() && lines_[actor].row != row && !read_.actors[actor].empty())
      table_.report_repeated(row, table_.line(lines_[actor].row));
    for (const IssueColumns& columns : table_.issues()) read_entry(row, actor, columns);
  }

  void read_power(std::size_t row, std::size_t actor) {
    const ColumnPlace column = table_.column(ColumnKind::Power);
    if (!column) return;
    const bool is_first = lines_[actor].row == row || !table_.is_long();
    const SpreadColumns& spread = table_.power_spread();
    const auto power = is_first ? table_.required_uncertain(row, *column, spread, any_power)
                                : table_.uncertain_number(row, *column, spread, any_power);
    if (lines_[actor].row == row || table_.is_long()) share_power(row, *column, power, lines_[actor].power);
    (table_.is_percent(row, *column) ? is_percent_ : is_plain_) = true;
    if (is_percent_ && is_plain_ && !std::exchange(is_mixed_, true))
      table_.report(row, *column, "some powers are percentages, others are not");
  }

  void read_size(std::size_t row, std::size_t actor) {
    const ColumnPlace column = table_.column(ColumnKind::Size);
    if (!column || !table_.needs_size()) return;
    const bool is_first = lines_[actor].row == row || !table_.is_long();
    const auto size =
        is_first ? table_.required_number(row, *column, any_power) : table_.number(row, column, any_power);
    share(table_, row, *column, size, "actor has the size", lines_[actor].size);
  }

  void share_power(std::size_t row, std::size_t column, const std::optional<UncertainNumber>& power,
                   std::optional<UncertainNumber>& known) {
    if (power && known && power->value != known->value)
      table_.report(row, column, fmt::format("this actor has the power {} in a line above", known->value));
    else if (power && known && *power != *known)
      table_.report(row, column, "the power of this actor has another uncertainty in a line above");
    if (power && !known) known = power;
  }

  void read_entry(std::size_t row, std::size_t actor, const IssueColumns& columns) {
    const std::size_t issue = issue_of(row, columns);
    const auto [before, is_new] = met_.emplace(static_cast<std::uint64_t>(actor) << 32U | issue, row);
    if (!is_new && table_.is_long() && !read_.actors[actor].empty())
      table_.report_repeated(row, table_.line(before->second));
    const CellUnit scale = unit_of(columns.position_scale);
    const auto position = table_.required_uncertain(row, *columns.position, columns.position_spread, scale);
    const double most = columns.salience_scale ? columns.salience_scale->max : full;
    const auto salience =
        table_.required_uncertain(row, *columns.salience, columns.salience_spread, {{0, most}, most});
    if (!is_new) return;  // its numbers are checked nevertheless
    entries_.push_back(
        {actor, issue, position.value_or(UncertainNumber{}), salience.value_or(UncertainNumber{})});
    if (salience && !columns.salience_scale)
      unit_.add(salience->value, table_.is_percent(row, *columns.salience), table_.heading(*columns.salience),
                table_.cell_place(row, *columns.salience));
    BargainIssue& known = issues_[issue].issue;
    read_proposal(row, known);
    if (columns.reference)
      share(table_, row, *columns.reference, table_.number(row, columns.reference, scale),
            "issue has the reference", known.reference);
    if (columns.decided)
      share(table_, row, *columns.decided,
            table_.number(row, columns.decided, {any_amount.bounds, scale.whole}), "issue has decided",
            known.decided);
  }

  void read_proposal(std::size_t row, BargainIssue& known) {
    const ColumnPlace column = table_.column(ColumnKind::Proposal);
    const std::string proposal = table_.text(row, column);
    if (!proposal.empty() && !known.proposal.empty() && proposal != known.proposal)
      table_.report(row, *column,
                    fmt::format("this issue has {} in a line above", in_quotes(known.proposal)));
    if (known.proposal.empty()) known.proposal = proposal;
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

  void tell_salience() {
    if (table_.problems().empty()) unit_.report_mix(table_.problems());
    if (unit_.is_share())
      table_.assume("salience", table_.cell_place(0, *table_.issues().front().salience),
                    "saliences run from 0 to 1, since none is larger");
  }

  void fill() {
    const std::size_t n_issues = issues_.size();
    const double whole = unit_.is_share() ? 1 : full;
    read_.position.resize(entries_.size());
    read_.salience.resize(entries_.size());
    for (const Entry& one : entries_) {
      const IssueColumns& columns = *issues_[one.issue].columns;
      const double most = columns.salience_scale ? columns.salience_scale->max : whole;
      read_.position[one.actor * n_issues + one.issue] = one.position.value;
      read_.salience[one.actor * n_issues + one.issue] = one.salience.value / most;
    }
    for (std::size_t d = 0; d < n_issues; ++d) {
      BargainIssue& issue = issues_[d].issue;
      const auto& scale = issues_[d].columns->position_scale;
      if (issue.proposal.empty()) issue.proposal = proposal_of(issue.name);
      issue.ends_at_extremes = !scale;
      if (scale) issue.least = scale->min, issue.most = scale->max;
      read_.issues.push_back(std::move(issue));
    }
    read_.fit_scales();
    fill_uncertain(whole);
  }

  /// What is known up to chance, by actor, of each its power first.
  void fill_uncertain(double whole_salience) {
    constexpr double infinite = std::numeric_limits<double>::infinity();
    std::vector<std::vector<UncertainInput>> by_actor(read_.n_actors());
    for (std::size_t a = 0; a < lines_.size(); ++a)
      if (const auto& power = lines_[a].power; power && power->is_uncertain)
        by_actor[a].push_back({a, InputKind::Power, 0, power->below, power->above, 0, infinite});
    for (const Entry& one : entries_) {
      const IssueColumns& columns = *issues_[one.issue].columns;
      const double most = columns.salience_scale ? columns.salience_scale->max : whole_salience;
      if (const UncertainNumber& x = one.position; x.is_uncertain) {
        const ColumnScale scale = columns.position_scale.value_or(ColumnScale{-infinite, infinite});
        by_actor[one.actor].push_back(
            {one.actor, InputKind::Position, one.issue, x.below, x.above, scale.min, scale.max});
      }
      if (const UncertainNumber& s = one.salience; s.is_uncertain)
        by_actor[one.actor].push_back(
            {one.actor, InputKind::Salience, one.issue, s.below / most, s.above / most, 0, 1});
    }
    for (const auto& inputs : by_actor)
      read_.uncertain.insert(read_.uncertain.end(), inputs.begin(), inputs.end());
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

  void check_sizes() {
    double sum = 0;
    for (std::size_t a = 0; a < read_.n_actors(); ++a)
      if (read_.power[a] > 0 || read_.veto[a] != 0) sum += read_.size[a];
    if (!(sum > 0)) table_.report_column(*table_.column(ColumnKind::Size), "no actor with a seat has a size");
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

BargainTable read_own_table(ActorTable& table) { return BargainReader(table).read(); }

}  // namespace hansa
