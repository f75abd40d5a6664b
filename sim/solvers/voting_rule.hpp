#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace hansa {

/// When a coalition decides for all: it holds a share of all power, so many heads, and every veto.
struct VotingRule {
  double quota = 1;              // share of all power                                [0..1]
  std::size_t n_heads = 0;       // [count]
  bool consensus = false;        // nobody stays outside, but for
  std::size_t n_overridden = 0;  // so many, whom consensus passes over               [count]
};

/// Reads `consensus`, `consensus-minus:M`, `quota:0.72`, `heads:5`, or `quota:0.55,heads:5`; returns what is wrong,
/// often nothing.
[[nodiscard]] std::string read_voting_rule(std::string_view text, VotingRule& rule);

/// A rule as `read_voting_rule` reads it.
[[nodiscard]] std::string to_text(const VotingRule& rule);

/// The rule behind the names that tables of cases give it, in small or capital letters: QMV..., qualified majority
/// (quota:0.72), SM, simple majority, majority (quota:0.5001), Unan..., consensus, or a rule in its own words. Nothing
/// for another name. 0.72: the share of votes that the Council of the European Union asked for from 1995 to 2014 lay
/// between 0.712 and 0.739.
[[nodiscard]] std::optional<VotingRule> voting_rule_called(std::string_view name);

}  // namespace hansa
