#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace hansa {

/// When a coalition decides for all: it holds a share of all power, so many heads, and every veto.
struct VotingRule {
  double quota = 1;         // share of all power                                (0..1]
  std::size_t n_heads = 0;  // [count]
  bool consensus = false;   // nobody stays outside
};

/// Reads `consensus`, `quota:0.72`, or `quota:0.55,heads:5`; returns what is wrong, often nothing.
[[nodiscard]] std::string read_voting_rule(std::string_view text, VotingRule& rule);

}  // namespace hansa
