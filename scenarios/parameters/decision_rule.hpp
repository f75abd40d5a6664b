#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "scenarios/parameters/choice.hpp"

namespace hansa {

/// What one clause of a decision rule requires; decision_rule.cpp has the word and the meaning of each.
enum class ClauseKind {
  Consensus,
  ConsensusMinus,
  QuotaHeads,
  QuotaPower,
  Heads,
  Majority,
  MajorityPower,
  OverHeads,
  OverPower,
  QuotaSize,
  OverSize,
  Blocking
};

struct Clause {
  ClauseKind kind = ClauseKind::Consensus;
  double value = 0;  // objectors or heads [count], or a share [0..1]; 0 where the kind needs none

  bool operator==(const Clause&) const = default;
};

/// Who decides: the states at a conference, or the actors of a table, who may have sizes.
enum class RuleOf { Conference, Table };

/// A text is adopted if all clauses hold, or fewer object than block it.
struct DecisionRule {
  std::vector<Clause> clauses = {Clause{}};

  bool operator==(const DecisionRule&) const = default;
};

/// The outcome of a vote, to which a decision rule is applied.
struct Vote {
  std::size_t n_heads = 0;      // entitled to vote                                        [count]
  std::size_t n_objectors = 0;  // of these                                                [count]
  double power_for = 0;         // share of all power held by those who do not object      [0..1]
  double size_for = 0;          // the same of their sizes, the second weight of a table   [0..1]
  bool vetoed = false;          // whether a veto player objects
};

/// Whether a text passes. A veto blocks any text; without voters nothing passes.
[[nodiscard]] bool passes(const DecisionRule& rule, const Vote& vote);

/// Whether a single objector, even without power, blocks any text, however many heads vote.
[[nodiscard]] bool is_unanimous(const DecisionRule& rule);

/// Whether states vote, so that a single objection stops nothing: no clause asks for consensus.
[[nodiscard]] bool is_vote(const DecisionRule& rule);

/// Whether a clause asks for a share of sizes, the second weight that a table of actors may have.
[[nodiscard]] bool weighs_size(const DecisionRule& rule);

/// The number of heads that the rule requires, 0 without such a clause [count].
[[nodiscard]] std::size_t least_heads(const DecisionRule& rule);

/// Reads clauses joined by `+` or `,`: `consensus`, `quota-heads:0.75`, `quota-power:0.55+heads:5`. A share may be
/// written `0.72`, `72%` or as votes, `255/345`. `quota:SHARE` is read as `quota-power:SHARE`. Only a table's rule has
/// clauses of sizes. Returns an error message, empty if valid; an invalid text leaves `rule` as it was.
[[nodiscard]] std::string read_decision_rule(std::string_view text, DecisionRule& rule,
                                             RuleOf body = RuleOf::Table);

/// A rule as `read_decision_rule` reads it, clauses joined by `+`.
[[nodiscard]] std::string to_text(const DecisionRule& rule);

/// The form of every clause, such as `consensus-minus:M`.
[[nodiscard]] std::vector<std::string> decision_rule_forms(RuleOf body);

/// Every clause with its meaning, one per line, for help pages.
[[nodiscard]] std::string list_decision_rules();

/// A regular expression that every valid rule of a conference matches, for the schema of a scenario.
[[nodiscard]] std::string decision_rule_pattern();

/// The rule for a name in a table of cases, ignoring case: the text of a rule, QMV... or qualified majority
/// (quota-power:0.72), SM or simple majority (quota-power:0.5001), Unan... (consensus); nullopt for an
/// unknown name. 0.72: the share of votes that the Council of the European Union required from 1995 to 2014
/// was between 0.712 and 0.739.
[[nodiscard]] std::optional<DecisionRule> decision_rule_called(std::string_view name);

}  // namespace hansa
