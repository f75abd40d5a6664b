#include "bargaining/voting/who_decides.hpp"

#include <algorithm>

#include "bargaining/tables/bargain_table.hpp"
#include "bargaining/voting/voting_game.hpp"

namespace hansa {
namespace {

/// The rule as one of heads, if all members are alike.
std::optional<SharingRule> sharing_rule(const VotingGame& game) {
  const bool alike = std::all_of(game.weight.begin(), game.weight.end(),
                                 [&](std::int64_t weight) { return weight == game.weight.front(); });
  if (!alike || !game.size.empty()) return std::nullopt;
  for (std::size_t heads = 0; heads < game.needs.size(); ++heads) {
    const std::int64_t weight =
        game.weight.empty() ? 0 : game.weight.front() * static_cast<std::int64_t>(heads);
    if (weight >= game.needs[heads])
      return SharingRule{game.n_seats(), game.vetoes.size(), game.vetoes.size() + heads};
  }
  return std::nullopt;
}

/// Cuts a stretch that has no end to the ends of the scale.
Stretch on_scale(const BargainIssue& issue, Stretch stretch) {
  return {std::max(stretch.low, issue.least), std::min(stretch.high, issue.most)};
}

void look_at_plane(const BargainTable& table, const DecisionRule& rule, WhoDecides& found) {
  const std::vector<double> position = on_unit_scale(table);
  const VotingSpace space{2, voters_of(table), position, table.salience};
  constexpr std::size_t most_tried = 500;                    // actors; time grows with their square
  constexpr std::size_t most_steps = 40'000'000, few = 360;  // directions times pairs; directions at least
  const std::size_t n = table.n_actors();
  if (n <= most_tried)
    found.in_plane_core = actors_in_core(space, rule, std::clamp(most_steps / (n * n), few, 20 * few));
  if (!table.issues[0].reference || !table.issues[1].reference) return;
  found.plane = plane_win_set(
      space, {table.to_unit(0, *table.issues[0].reference), table.to_unit(1, *table.issues[1].reference)},
      rule);
}

}  // namespace

WhoDecides who_decides(std::string_view rule_as_written, const BargainTable& table, const DecisionRule& rule,
                       double patience) {
  WhoDecides found;
  found.rule = rule_as_written;
  found.power = voting_power(voters_of(table), rule);
  found.patience = patience;
  for (std::size_t d = 0; d < table.n_issues(); ++d) {
    const std::vector<double> position = column(table.position, d, table.n_issues()),
                              salience = column(table.salience, d, table.n_issues());
    const VotingSpace space{1, voters_of(table), position, salience};
    found.cores.push_back(on_scale(table.issues[d], core_of(space, rule)));
    found.win_sets.push_back(
        table.issues[d].reference
            ? std::optional(on_scale(table.issues[d], win_set_of(space, *table.issues[d].reference, rule)))
            : std::nullopt);
  }
  if (table.n_issues() == 2) look_at_plane(table, rule, found);
  if (const auto sharing = sharing_rule(game_of(voters_of(table), rule)))
    found.pie = share_pie(*sharing, patience);
  return found;
}

}  // namespace hansa
