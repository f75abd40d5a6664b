#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "scenarios/parameters/choice.hpp"

namespace hansa {

/// What one clause of a decision rule asks for; decision_rule.cpp has the word and the meaning of each.
enum class ClauseKind { Consensus, ConsensusMinus, QuotaHeads, QuotaPower, Heads, Majority, MajorityPower };

struct Clause {
  ClauseKind kind = ClauseKind::Consensus;
  double value = 0;  // objectors or heads [count], or a share [0..1]; 0 where the kind needs none

  bool operator==(const Clause&) const = default;
};

/// When a text is adopted over those who object to it: all clauses hold.
struct DecisionRule {
  std::vector<Clause> clauses = {Clause{}};

  bool operator==(const DecisionRule&) const = default;
};

/// What a decision rule is applied to: those who have a say and those of them who object.
struct Vote {
  std::size_t n_heads = 0;      // who have a say                                          [count]
  std::size_t n_objectors = 0;  // of these                                                [count]
  double power_for = 0;         // share of all power that is held by those who do not object [0..1]
  bool vetoed = false;          // whether somebody with a veto objects
};

/// Whether the rule lets a text pass. A veto stops any text, and where nobody has a say nothing passes.
[[nodiscard]] bool passes(const DecisionRule& rule, const Vote& vote);

/// Whether a single objector stops any text.
[[nodiscard]] bool is_unanimous(const DecisionRule& rule);

/// The heads that the rule asks for by their number, 0 without such a clause [count].
[[nodiscard]] std::size_t least_heads(const DecisionRule& rule);

/// Reads clauses joined by `+` or `,`: `consensus`, `quota-heads:0.75`, `quota-power:0.55+heads:5`. `quota:SHARE` is
/// read as `quota-power:SHARE`. Returns an error message, empty if valid; an invalid text leaves `rule` as it was.
[[nodiscard]] std::string read_decision_rule(std::string_view text, DecisionRule& rule);

/// A rule as `read_decision_rule` reads it, clauses joined by `+`.
[[nodiscard]] std::string to_text(const DecisionRule& rule);

/// The form of every clause, such as `consensus-minus:M`.
[[nodiscard]] std::vector<std::string> decision_rule_forms();

/// Every clause with its meaning, one a line, for a page of help.
[[nodiscard]] std::string list_decision_rules();

/// A regular expression that every valid rule matches, for the schema of a scenario.
[[nodiscard]] std::string decision_rule_pattern();

/// The rule behind a name in a table of cases, in small or capital letters: a rule in its own words, QMV... or qualified
/// majority (quota-power:0.72), SM or simple majority (quota-power:0.5001), Unan... (consensus); nullopt for an unknown
/// name. 0.72: the share of votes that the Council of the European Union required from 1995 to 2014 was between 0.712
/// and 0.739.
[[nodiscard]] std::optional<DecisionRule> decision_rule_called(std::string_view name);

}  // namespace hansa
