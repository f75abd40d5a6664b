#include "bargaining/tables/case_table.hpp"

#include <algorithm>
#include <limits>
#include <unordered_map>
#include <utility>

#include <fmt/format.h>

#include "bargaining/tables/salience_unit.hpp"
#include "scenarios/parameters/decision_rule.hpp"

namespace hansa {
namespace {

bool has_weight(const BargainCase& one) {
  for (std::size_t k = 0; k < one.position.size(); ++k)
    if (one.power[k] * one.salience[k] > 0) return true;
  return false;
}

/// Reads the cases of a table.
class CaseReader {
 public:
  explicit CaseReader(ActorTable& table) : table_(table) {}

  CaseTable read() {
    using enum ColumnKind;
    table_.find_columns({.needed = {Decided}, .used = {Actor, Issue, Power, Voting, Proposal}});
    if (!table_.problems().empty()) return {};
    for (std::size_t row = 0; table_.reads(row); ++row)
      for (const IssueColumns& columns : table_.issues()) read_entry(row, columns);
    if (!table_.column(Power) && table_.n_rows() > 0)
      table_.assume_table("power", "there is no column of power; all actors have the same");
    scale_saliences();
    if (table_.problems().empty()) choose_cases();
    return std::move(read_);
  }

 private:
  struct Found {
    BargainCase one;
    std::optional<double> outcome;
    std::unordered_map<std::string, std::size_t> actors;  // the line that has each
  };

  Found& case_of(std::size_t row, const IssueColumns& columns) {
    const std::string name = table_.issue_name(row, columns);
    const auto [place, is_new] = places_.emplace(name, found_.size());
    if (is_new) found_.push_back({.one = {.name = name, .scale = columns.position_scale}});
    return found_[place->second];
  }

  /// A number that is the same in all lines of an issue, or missing in some.
  void share(std::size_t row, ColumnPlace column, const CellUnit& unit, std::optional<double>& known) {
    if (!column) return;
    const auto value = table_.number(row, column, unit);
    if (value && known && *value != *known)
      table_.report(row, *column, fmt::format("this issue has {} in a line above", *known));
    if (value && !known) known = value;
  }

  void share_text(std::size_t row, ColumnPlace column, std::string& known) {
    const std::string text = table_.text(row, column);
    if (text.empty()) return;
    if (!known.empty() && text != known)
      table_.report(row, *column, fmt::format("this issue has {} in a line above", in_quotes(known)));
    if (known.empty()) known = text;
  }

  void check_voting(std::size_t row, const std::string& voting) {
    const ColumnPlace column = table_.column(ColumnKind::Voting);
    if (const auto rule = column ? decision_rule_called(voting) : std::nullopt; rule && weighs_size(*rule))
      table_.report(row, *column, std::string(no_sizes_of_cases));
  }

  std::optional<double> counted_value(const std::optional<UncertainNumber>& number) {
    if (!number) return std::nullopt;
    read_.n_uncertain += number->is_uncertain ? 1U : 0U;
    return number->value;
  }

  std::optional<double> value_of(std::size_t row, ColumnPlace column, const SpreadColumns& spread,
                                 const CellUnit& unit) {
    return counted_value(table_.uncertain_number(row, column, spread, unit));
  }

  std::optional<double> required_power(std::size_t row, std::size_t column) {
    return counted_value(table_.required_uncertain(row, column, table_.power_spread(), any_power));
  }

  void read_entry(std::size_t row, const IssueColumns& columns) {
    Found& found = case_of(row, columns);
    const std::string actor = table_.name(row, *table_.column(ColumnKind::Actor));
    const auto [before, is_new] = found.actors.emplace(actor, row);
    if (!is_new && !actor.empty()) table_.report_repeated(row, table_.line(before->second));
    const CellUnit scale = unit_of(columns.position_scale);
    share(row, columns.decided, {any_amount.bounds, scale.whole}, found.outcome);
    share(row, columns.reference, scale, found.one.reference);
    share_text(row, table_.column(ColumnKind::Voting), found.one.voting);
    check_voting(row, found.one.voting);
    share_text(row, table_.column(ColumnKind::Proposal), found.one.proposal);
    const bool is_complete =
        !table_.text(row, columns.position).empty() && !table_.text(row, columns.salience).empty();
    const auto position = value_of(row, columns.position, columns.position_spread, scale);
    const double most = columns.salience_scale ? columns.salience_scale->max : largest_amount;
    auto salience = value_of(row, columns.salience, columns.salience_spread,
                             {{0, most}, columns.salience_scale ? most : 100});
    const ColumnPlace power_column = table_.column(ColumnKind::Power);
    const double power = power_column ? required_power(row, *power_column).value_or(0) : 1.0;
    read_.n_rows_left_out += is_complete ? 0U : 1U;
    if (!position || !salience) return;
    if (columns.salience_scale) {
      *salience /= most;
      n_declared_ += 1;
    } else {
      unit_.add(*salience, table_.is_percent(row, *columns.salience), table_.heading(*columns.salience),
                table_.cell_place(row, *columns.salience));
      n_undeclared_ += 1;
    }
    found.one.actors.push_back(actor);
    found.one.position.push_back(*position);
    found.one.power.push_back(power);
    found.one.salience.push_back(*salience);
  }

  void scale_saliences() {
    unit_.report_mix(table_.problems());
    if (n_declared_ > 0 && n_undeclared_ > 0)
      table_.report_table("salience", "some issues have a scale of saliences, others have none");
    if (n_declared_ > 0) read_.salience_of_all = 1.0;
  }

  void choose_cases() {
    for (Found& found : found_) {
      if (!found.outcome || !has_weight(found.one)) {
        read_.n_cases_left_out += 1;
        continue;
      }
      found.one.outcome = *found.outcome;
      if (found.one.proposal.empty()) found.one.proposal = proposal_of(found.one.name);
      read_.cases.push_back(std::move(found.one));
    }
    const ColumnPlace decided = table_.issues().front().decided;
    if (read_.cases.empty() && table_.n_rows() > 0) {
      const std::string wrong = "no issue has an outcome and an actor with power and salience";
      if (decided) table_.report_column(*decided, wrong);
      if (!decided) table_.report_table("outcome", wrong);
    }
    if (table_.n_rows() == 0) table_.report_table("issue", "the table has no cases");
  }

  ActorTable& table_;
  CaseTable read_;
  std::vector<Found> found_;
  std::unordered_map<std::string, std::size_t> places_;
  SalienceUnit unit_;
  std::size_t n_declared_ = 0, n_undeclared_ = 0;
};

}  // namespace

std::size_t CaseTable::n_with_reference() const {
  return static_cast<std::size_t>(
      std::count_if(cases.begin(), cases.end(), [](const auto& one) { return one.reference.has_value(); }));
}

CaseTable::Shared CaseTable::shared() const {
  constexpr double infinite = std::numeric_limits<double>::infinity();
  Shared of_all{infinite, -infinite, 0};
  for (const BargainCase& each : cases) {
    for (const double s : each.salience) of_all.salience = std::max(of_all.salience, s);
    if (each.scale) continue;
    for (const double x : each.position) {
      of_all.least = std::min(of_all.least, x);
      of_all.most = std::max(of_all.most, x);
    }
    of_all.least = std::min(of_all.least, each.reference.value_or(of_all.least));
    of_all.most = std::max(of_all.most, each.reference.value_or(of_all.most));
  }
  of_all.salience = salience_of_all.value_or(of_all.salience);
  return of_all;
}

BargainTable CaseTable::table_of(const BargainCase& one, const Shared& shared) {
  BargainTable table{.issues = {{one.name, one.scale ? one.scale->min : shared.least,
                                 one.scale ? one.scale->max : shared.most, one.reference}},
                     .actors = std::vector<std::string>(one.position.size()),
                     .power = one.power,
                     .veto = std::vector<char>(one.position.size()),
                     .position = one.position,
                     .salience = one.salience};
  if (one.actors.size() == one.position.size()) table.actors = one.actors;
  for (double& s : table.salience) s /= shared.salience;
  return table;
}

CaseTable read_cases(const TableSource& source, const TableOptions& options) {
  ProblemList problems;
  ActorTable actors(source, options, problems);
  CaseTable table;
  if (actors.is_read() && actors.is_ktab()) {
    actors.report_table("outcome", "a table in KTAB's format has no outcomes");
  } else if (actors.is_read()) {
    table = CaseReader(actors).read();
  }
  table.assumptions = actors.assumptions();
  if (table.n_uncertain > 0) table.assumptions.push_back(told_uncertain(table.n_uncertain));
  problems.throw_if_any();
  return table;
}

CaseTable read_cases(const std::filesystem::path& path) { return read_cases(read_table_source(path)); }

}  // namespace hansa
