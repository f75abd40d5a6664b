#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace hansa {

/// How a difference in utility becomes a vote.
enum class SmpVote { Proportional, Binary, MostlyProportional, ProportionalCubic, Cubic, Prospect };

/// How the strengths of two coalitions become a chance to win: by the ratio of their powers of 1, 2, 4 or 8, or
/// surely from 1.1 to 1 on.
enum class SmpVictory { Linear, Square, Quartic, Octic, Binary };

/// How an election becomes chances: the product of the duels, or the share of time in office under challenges, which come
/// alike from all, or the more from those who have more to win.
enum class SmpElection { Conditional, Markov, Incentive };

/// Between which ends the chances of the least and the likeliest position are spread as attitudes to risk.
enum class SmpRiskRange { Min, Mid, Max };  // [0, 1], [-1/2, 1], [-1, 1]

/// How much of another's attitude to risk an actor knows; the rest it takes from itself.
enum class SmpRiskView { None, OneThird, Half, TwoThirds, Full };

/// Which powers of salience and chance weigh the two sides of a bargain; or that only the side with the lesser chance
/// moves, by how much the other's is greater.
enum class SmpBargain { Square, Linear, LinearSalience, LinearChance, Yielding };

/// Who proposes when one actor challenges another: the one that begins; both, each from its own view; or the one that
/// begins, from the mean of both views by capability and attention.
enum class SmpProposals { Initiator, Both, Mean };

/// What a third party puts at stake with its side: its own position where it loses, nothing, or all. By the equations
/// the latter two leave it without a vote.
enum class SmpCommit { Semi, None, Full };

/// The rules of the Spatial Model of Politics; what stands here are KTAB's own defaults.
struct SmpRules {
  SmpVote vote = SmpVote::Proportional;
  SmpVictory victory = SmpVictory::Linear;
  SmpElection election = SmpElection::Conditional;
  SmpRiskRange risk_range = SmpRiskRange::Mid;
  SmpRiskView risk_view = SmpRiskView::OneThird;
  SmpBargain bargain = SmpBargain::Square;
  SmpProposals proposals = SmpProposals::Initiator;
  SmpCommit commit = SmpCommit::Semi;
  std::size_t most_turns = 100;
};

/// Sets one rule by its words, as in `vote` and `cubic`; returns what is wrong with them, often nothing.
[[nodiscard]] std::string set_smp_rule(SmpRules& rules, std::string_view key, std::string_view value);

/// Every rule with its words, one a line.
[[nodiscard]] std::string list_smp_rules();

}  // namespace hansa
