#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <vector>

#include "bargaining/voting/voters.hpp"
#include "scenarios/parameters/decision_rule.hpp"

namespace hansa {

/// A rule over a table's actors, as coalitions see it. Veto holders belong to every winning coalition; of the others, the
/// members, it takes `needs[h]` of weight, and `needs_size[h]` of size, if they are h heads.
struct VotingGame {
  static constexpr std::int64_t never = std::numeric_limits<std::int64_t>::max();

  std::size_t n_actors = 0;
  std::vector<std::size_t> vetoes;   // actor
  std::vector<std::size_t> members;  // actor, the heaviest first
  std::vector<std::int64_t> weight;  // member: power without its common factor; 0 if only heads count
  std::vector<std::int64_t> needs;   // heads 0..n of members: least weight that wins, `never` if none does
  std::vector<std::int64_t> size;    // member; empty if sizes do not matter
  std::vector<std::int64_t> needs_size;  // heads: the same of size; empty likewise

  [[nodiscard]] std::size_t n_seats() const { return vetoes.size() + members.size(); }
  [[nodiscard]] std::int64_t total() const;
  /// Whether it matters how many heads a coalition has.
  [[nodiscard]] bool counts_heads() const;
  /// The largest of the weights that are needed, -1 if no coalition wins.
  [[nodiscard]] std::int64_t most_needed() const;
};

/// The game of a rule. Weights and sizes are whole numbers: powers as they are written in decimals, over their greatest common
/// factor, so that sums are exact; if they have too many digits for that, in units of 2^-60 of their sum.
[[nodiscard]] VotingGame game_of(const Voters& voters, const DecisionRule& rule);

}  // namespace hansa
