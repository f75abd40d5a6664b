#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace hansa {

/// How a difference in utility becomes a vote.
enum class SmpVote { Proportional, Binary, MostlyProportional, ProportionalCubic, Cubic, Prospect };

/// How the strengths of two coalitions become a chance to win: by the ratio of their powers of 1, 2, 4 or 8, or with
/// certainty from a ratio of 1.1 on.
enum class SmpVictory { Linear, Square, Quartic, Octic, Binary };

/// How duels become chances in an election: by their product, or by the share of time in office under challenges that
/// come from all options equally or in proportion to what they would win.
enum class SmpElection { Conditional, Markov, Incentive };

/// The range of attitudes to risk, from the least likely to the likeliest position.
enum class SmpRiskRange { Min, Mid, Max };  // [0, 1], [-1/2, 1], [-1, 1]

/// How much of another's attitude to risk an actor knows; for the rest it assumes its own.
enum class SmpRiskView { None, OneThird, Half, TwoThirds, Full };

/// The powers of salience and chance that weigh the two sides of a bargain. Yielding: only the side with the lesser
/// chance moves, by the other's lead.
enum class SmpBargain { Square, Linear, LinearSalience, LinearChance, Yielding };

/// Who proposes when one actor challenges another: the initiator; both, each by its own view; or the initiator, by the
/// mean of both views weighted by capability and attention.
enum class SmpProposals { Initiator, Both, Mean };

/// What a third party stakes on its side: its own position if it loses, nothing, or everything. By the equations the
/// latter two leave it without a vote.
enum class SmpCommit { Semi, None, Full };

/// The rules of the Spatial Model of Politics, with KTAB's defaults.
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

/// Sets one rule, as in `vote` and `cubic`. Returns an error message, empty if valid.
[[nodiscard]] std::string set_smp_rule(SmpRules& rules, std::string_view key, std::string_view value);

/// Every rule with its values, one per line.
[[nodiscard]] std::string list_smp_rules();

}  // namespace hansa
