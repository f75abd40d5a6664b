#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include <boost/multiprecision/cpp_int.hpp>

#include "bargaining/voting/voting_game.hpp"

namespace hansa {

/// Exact counts of coalitions. `swings`: of those that would not win without a member, by the number of other members;
/// `minimal`: of those that no member may leave, by the number of members, among them a member's; `johnston`: a
/// member's sum over the winning coalitions of 1 over the number that each would not win without (`johnston_veto` for each
/// veto holder, where there are any). Veto holders belong to all coalitions and are not counted among their heads.
struct CoalitionCounts {
  using Count = boost::multiprecision::cpp_int;

  bool by_heads = true;                         // if not, all counts stand under 0 heads
  std::vector<Count> winning;                   // heads
  std::vector<std::vector<Count>> swings;       // member x heads
  std::vector<Count> minimal;                   // heads
  std::vector<std::vector<Count>> minimal_of;   // member x heads
  std::optional<std::vector<double>> johnston;  // member; none if it takes too long
  double johnston_veto = 0;
};

/// Looks at every coalition: for up to `most_enumerated` members, with any weights and sizes.
[[nodiscard]] CoalitionCounts enumerate_coalitions(const VotingGame& game);
constexpr std::size_t most_enumerated = 27;  // 2^27 coalitions take some seconds

/// Adds up a table of coalitions by weight, and by heads if `by_heads`, member by member (generating functions: Cantor,
/// in Lucas 1983; Brams & Affuso 1976; Bilbao and others 2000). Without heads, only games that do not count them.
[[nodiscard]] CoalitionCounts tabulate_coalitions(const VotingGame& game, bool by_heads);

/// Whether such a table has room: 1 GiB, 511 members.
[[nodiscard]] bool can_tabulate(const VotingGame& game, bool by_heads);

}  // namespace hansa
