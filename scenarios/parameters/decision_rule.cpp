#include "scenarios/parameters/decision_rule.hpp"

#include <algorithm>
#include <cctype>
#include <utility>

#include <fmt/format.h>

#include "support/input/problem.hpp"
#include "support/input/suggest.hpp"
#include "support/text/numeral.hpp"

namespace hansa {
namespace {

enum class ValueKind { None, Overridden, Heads, Share };

struct ClauseRow {
  std::string_view word;
  ValueKind value;
  std::string_view about;
  bool weighs_size = false;
};

constexpr By<ClauseKind, ClauseRow> clause_rows = {
    ClauseRow{"consensus", ValueKind::None, "no head objects"},
    ClauseRow{"consensus-minus", ValueKind::Overridden, "at most M object"},
    ClauseRow{"quota-heads", ValueKind::Share, "this share of all heads does not object"},
    ClauseRow{"quota-power", ValueKind::Share, "those who do not object hold this share of all power"},
    ClauseRow{"heads", ValueKind::Heads, "at least N heads do not object"},
    ClauseRow{"majority", ValueKind::None, "more than half of all heads do not object"},
    ClauseRow{"majority-power", ValueKind::None, "those who do not object hold more than half of all power"},
    ClauseRow{"over-heads", ValueKind::Share, "more than this share of all heads does not object"},
    ClauseRow{"over-power", ValueKind::Share,
              "those who do not object hold more than this share of all power"},
    ClauseRow{"quota-size", ValueKind::Share, "those who do not object have this share of all sizes", true},
    ClauseRow{"over-size", ValueKind::Share, "those who do not object have more than this share of all sizes",
              true},
    ClauseRow{"blocking", ValueKind::Heads, "or fewer than N object, whatever the other clauses ask"}};

bool suits(const ClauseRow& row, RuleOf body) { return body == RuleOf::Table || !row.weighs_size; }

std::string form_of(const ClauseRow& row) {
  constexpr WordsOf<ValueKind> values = {"", ":M", ":N", ":SHARE"};
  return fmt::format("{}{}", row.word, values[row.value]);
}

bool is_met(const Clause& clause, const Vote& vote) {
  constexpr double rounding = 1e-12;  // tolerance for shares that reach a quota exactly
  const auto n_heads = static_cast<double>(vote.n_heads), n_objectors = static_cast<double>(vote.n_objectors);
  switch (clause.kind) {
    case ClauseKind::Consensus:
      return vote.n_objectors == 0;
    case ClauseKind::ConsensusMinus:
      return n_objectors <= clause.value;
    case ClauseKind::QuotaHeads:
      return 1.0 - n_objectors / n_heads >= clause.value - rounding;
    case ClauseKind::QuotaPower:
      return vote.power_for >= clause.value - rounding;
    case ClauseKind::Heads:
      return n_heads - n_objectors >= clause.value;
    case ClauseKind::Majority:
      return n_heads - n_objectors > n_objectors;
    case ClauseKind::MajorityPower:
      return vote.power_for > 0.5 + rounding;
    case ClauseKind::OverHeads:
      return 1.0 - n_objectors / n_heads > clause.value + rounding;
    case ClauseKind::OverPower:
      return vote.power_for > clause.value + rounding;
    case ClauseKind::QuotaSize:
      return vote.size_for >= clause.value - rounding;
    case ClauseKind::OverSize:
      return vote.size_for > clause.value + rounding;
    case ClauseKind::Blocking:
      return true;  // asks for nothing; who are too few to block is read before
  }
  return false;
}

bool read_count(std::string_view text, std::size_t least, double& value) {
  std::size_t count = 0;
  if (!read_numeral(text, count) || count < least) return false;
  value = static_cast<double>(count);
  return true;
}

/// Reads a share: `0.72`, `72%`, or `255/345`.
bool read_share(std::string_view text, double& value) {
  const auto slash = text.find('/');
  if (slash != std::string_view::npos) {
    double part = 0, whole = 0;
    if (!read_numeral(text.substr(0, slash), part) || !read_numeral(text.substr(slash + 1), whole))
      return false;
    value = part / whole;  // 0 votes of 0 are no number
  } else if (text.ends_with('%')) {
    if (!read_numeral(text.substr(0, text.size() - 1), value)) return false;
    value /= 100.0;
  } else if (!read_numeral(text, value)) {
    return false;
  }
  return value > 0 && value <= 1;
}

/// Reads the value of a clause, from its colon on.
bool read_clause_value(ValueKind kind, std::string_view text, double& value) {
  if (kind == ValueKind::None || !text.starts_with(':')) return kind == ValueKind::None && text.empty();
  text.remove_prefix(1);
  if (kind == ValueKind::Share) return read_share(text, value);
  return read_count(text, kind == ValueKind::Heads ? 1 : 0, value);
}

std::optional<Clause> read_clause(std::string_view text) {
  const std::string_view given = text.substr(0, text.find(':')), rest = text.substr(given.size());
  const std::string_view word = given == "quota" ? clause_rows[ClauseKind::QuotaPower].word : given;
  const auto row = std::find_if(clause_rows.begin(), clause_rows.end(),
                                [&](const ClauseRow& one) { return one.word == word; });
  if (row == clause_rows.end()) return std::nullopt;
  Clause clause{static_cast<ClauseKind>(row - clause_rows.begin())};
  if (!read_clause_value(row->value, rest, clause.value)) return std::nullopt;
  return clause;
}

/// The error message for a rule with this invalid clause.
std::string refuse(std::string_view rule, std::string_view clause, RuleOf body) {
  const std::string_view word = clause.substr(0, clause.find(':'));
  std::vector<std::string_view> words;
  for (const ClauseRow& row : clause_rows)
    if (suits(row, body)) words.push_back(row.word);
  const bool known = word == "quota" || std::find(words.begin(), words.end(), word) != words.end();
  std::string hint = known ? advise_on_numeral(clause.substr(std::min(word.size() + 1, clause.size())))
                           : suggest(word, words);
  if (hint.starts_with("; known") || hint.ends_with(" %")) hint.clear();  // percent is fine
  return fmt::format(
      "expected {}, with a share above 0 and at most 1 (0.72, 72%, 255/345), or several joined by +; "
      "got {}{}",
      fmt::join(decision_rule_forms(body), ", "), in_quotes(rule), hint);
}

}  // namespace

bool passes(const DecisionRule& rule, const Vote& vote) {
  if (vote.n_heads == 0 || vote.vetoed) return false;
  for (const Clause& clause : rule.clauses)
    if (clause.kind == ClauseKind::Blocking && static_cast<double>(vote.n_objectors) < clause.value)
      return true;
  return std::all_of(rule.clauses.begin(), rule.clauses.end(),
                     [&](const Clause& clause) { return is_met(clause, vote); });
}

bool is_unanimous(const DecisionRule& rule) {
  constexpr std::size_t many = 1'000'000'000;  // heads, more than any table has
  return !passes(rule, {.n_heads = many, .n_objectors = 1, .power_for = 1});
}

bool is_vote(const DecisionRule& rule) {
  return std::none_of(rule.clauses.begin(), rule.clauses.end(), [](const Clause& clause) {
    return clause.kind == ClauseKind::Consensus || clause.kind == ClauseKind::ConsensusMinus;
  });
}

bool weighs_size(const DecisionRule& rule) {
  return std::any_of(rule.clauses.begin(), rule.clauses.end(),
                     [](const Clause& clause) { return clause_rows[clause.kind].weighs_size; });
}

std::size_t least_heads(const DecisionRule& rule) {
  double least = 0;
  for (const Clause& clause : rule.clauses)
    if (clause.kind == ClauseKind::Heads) least = std::max(least, clause.value);
  const bool has_blocking = std::any_of(rule.clauses.begin(), rule.clauses.end(), [](const Clause& clause) {
    return clause.kind == ClauseKind::Blocking;
  });
  return has_blocking ? 0 : static_cast<std::size_t>(least);
}

std::string read_decision_rule(std::string_view text, DecisionRule& rule, RuleOf body) {
  DecisionRule read{.clauses = {}};
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find_first_of("+,", begin), text.size());
    const std::string_view words = text.substr(begin, end - begin);
    const std::optional<Clause> clause = read_clause(words);
    if (!clause || !suits(clause_rows[clause->kind], body)) return refuse(text, words, body);
    for (const Clause& before : read.clauses) {
      if (before.kind == clause->kind)
        return fmt::format("{} is given twice in {}", clause_rows[before.kind].word, in_quotes(text));
    }
    read.clauses.push_back(*clause);
    begin = end + 1;
  }
  if (read.clauses.size() == 1 && read.clauses.front().kind == ClauseKind::Blocking)
    return fmt::format(
        "blocking stands beside what a text needs, as in quota-heads:0.55+quota-power:0.65+blocking:4; "
        "got {}",
        in_quotes(text));
  rule = std::move(read);
  return "";
}

std::string to_text(const DecisionRule& rule) {
  std::string text;
  for (const Clause& clause : rule.clauses) {
    const ClauseRow& row = clause_rows[clause.kind];
    text += fmt::format("{}{}", text.empty() ? "" : "+", row.word);
    if (row.value != ValueKind::None) text += fmt::format(":{}", clause.value);
  }
  return text;
}

std::vector<std::string> decision_rule_forms(RuleOf body) {
  std::vector<std::string> forms;
  for (const ClauseRow& row : clause_rows)
    if (suits(row, body)) forms.push_back(form_of(row));
  return forms;
}

std::string list_decision_rules() {
  std::string text;
  for (const ClauseRow& row : clause_rows) text += fmt::format("  {:<17}  {}\n", form_of(row), row.about);
  return text;
}

std::string decision_rule_pattern() {
  constexpr WordsOf<ValueKind> values = {"", ":[0-9]+", ":[1-9][0-9]*", ":[0-9.eE/%-]+"};
  std::string clause = "(quota" + std::string(values[ValueKind::Share]);
  for (const ClauseRow& row : clause_rows)
    if (suits(row, RuleOf::Conference)) clause += fmt::format("|{}{}", row.word, values[row.value]);
  clause += ")";
  return fmt::format("^{}([+,]{})*$", clause, clause);
}

std::optional<DecisionRule> decision_rule_called(std::string_view name) {
  std::string small(name);
  std::transform(small.begin(), small.end(), small.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  DecisionRule rule;
  if (read_decision_rule(small, rule).empty()) return rule;
  if (small.starts_with("qmv") || small == "qualified majority")
    return DecisionRule{.clauses = {Clause{ClauseKind::QuotaPower, 0.72}}};
  if (small == "sm" || small == "simple majority")
    return DecisionRule{.clauses = {Clause{ClauseKind::QuotaPower, 0.5001}}};
  if (small.starts_with("unan")) return DecisionRule{};
  return std::nullopt;
}

}  // namespace hansa
