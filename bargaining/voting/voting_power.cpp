#include "bargaining/voting/voting_power.hpp"

#include <optional>

#include <fmt/format.h>

#include "bargaining/voting/coalition_counts.hpp"
#include "bargaining/voting/owen_integral.hpp"
#include "bargaining/voting/voting_game.hpp"
#include "support/numbers/expect.hpp"

namespace hansa {
namespace {

using Count = CoalitionCounts::Count;

double ratio(const Count& part, const Count& whole) {
  using Real = boost::multiprecision::cpp_rational;
  return whole == 0 ? 0.0 : static_cast<double>(Real(part, whole));
}

Count sum_of(const std::vector<Count>& counts) {
  Count sum = 0;
  for (const Count& one : counts) sum += one;
  return sum;
}

/// Divides values by their sum, unless it is 0.
void share_out(std::vector<double>& values) {
  double sum = 0;
  for (const double value : values) sum += value;
  for (double& value : values) value = sum > 0 ? value / sum : 0.0;
}

/// Values of the members, and one for every veto holder, by actor.
template <class T>
std::vector<T> by_actor(const VotingGame& game, const std::vector<T>& of_members, const T& of_veto,
                        const T& none) {
  std::vector<T> values(game.n_actors, none);
  for (const std::size_t k : game.vetoes) values[k] = of_veto;
  for (std::size_t k = 0; k < game.members.size(); ++k) values[game.members[k]] = of_members[k];
  return values;
}

/// h! (n - h - 1)! / n!: the share of orders in which these h others come first and the actor next.
std::vector<Count> orders_of(std::size_t n, Count& all) {
  std::vector<Count> factorial = {1};
  for (std::size_t k = 1; k <= n; ++k) factorial.push_back(factorial.back() * k);
  std::vector<Count> orders;
  for (std::size_t others = 0; others < n; ++others)
    orders.push_back(factorial[others] * factorial[n - others - 1]);
  all = factorial[n];
  return orders;
}

void write_shapley(const VotingGame& game, const CoalitionCounts& counts, VotingPower& found) {
  const std::size_t n_vetoes = game.vetoes.size();
  Count all = 0;
  const std::vector<Count> orders = orders_of(game.n_seats(), all);
  std::vector<double> of_members;
  for (const std::vector<Count>& swings : counts.swings) {
    Count sum = 0;
    for (std::size_t heads = 0; heads < game.members.size(); ++heads)
      sum += swings[heads] * orders[heads + n_vetoes];
    of_members.push_back(ratio(sum, all));
  }
  Count of_veto = 0;
  for (std::size_t heads = 0; n_vetoes > 0 && heads <= game.members.size(); ++heads)
    of_veto += counts.winning[heads] * orders[heads + n_vetoes - 1];
  found.shapley = by_actor(game, of_members, ratio(of_veto, all), 0.0);
}

void write_minimal(const VotingGame& game, const CoalitionCounts& counts, VotingPower& found) {
  std::vector<double> holler;
  for (const std::vector<Count>& minimal : counts.minimal_of)
    holler.push_back(ratio(sum_of(minimal), sum_of(counts.minimal)));
  found.holler = by_actor(game, holler, sum_of(counts.minimal) > 0 ? 1.0 : 0.0, 0.0);
  share_out(found.holler);
  if (!counts.by_heads) {
    found.left_out.emplace_back("Deegan-Packel");
    return;
  }
  // sum over sizes of minimal coalitions / size, over a common denominator of doubles
  const auto shared = [&](const std::vector<Count>& minimal) {
    double sum = 0;
    for (std::size_t heads = 0; heads < minimal.size(); ++heads)
      if (minimal[heads] != 0)
        sum +=
            ratio(minimal[heads], sum_of(counts.minimal)) / static_cast<double>(heads + game.vetoes.size());
    return sum;
  };
  std::vector<double> of_members;
  for (const std::vector<Count>& minimal : counts.minimal_of) of_members.push_back(shared(minimal));
  found.deegan_packel = by_actor(game, of_members, shared(counts.minimal), 0.0);
}

/// Everything that is left out if no coalitions can be counted.
VotingPower nothing_counted(const VotingGame& game) {
  VotingPower found;
  found.left_out.push_back(fmt::format(
      "who decides is left out: {} actors with seats, {} for a table of coalitions; up to {} are "
      "counted one by one",
      game.n_seats(),
      game.size.empty() ? "whose power has too many digits" : "with two kinds of weight, too many",
      most_enumerated));
  return found;
}

std::optional<CoalitionCounts> count_coalitions(const VotingGame& game) {
  constexpr std::size_t few = 16;  // members, for whom looking at each is quicker
  const bool can_enumerate = game.members.size() <= most_enumerated;
  if (game.members.size() <= few || (can_enumerate && !game.size.empty())) return enumerate_coalitions(game);
  const bool fits = can_tabulate(game, true);
  if (!fits && can_enumerate) return enumerate_coalitions(game);
  if (!fits && !can_tabulate(game, false)) return std::nullopt;
  CoalitionCounts counts = tabulate_coalitions(game, fits);
  if (!counts.johnston && can_enumerate) {
    const CoalitionCounts each = enumerate_coalitions(game);
    counts.johnston = each.johnston;
    counts.johnston_veto = each.johnston_veto;
  }
  return counts;
}

}  // namespace

VotingPower voting_power(const Voters& voters, const DecisionRule& rule) {
  HANSA_EXPECT(!voters.power.empty());
  const VotingGame game = game_of(voters, rule);
  const std::optional<CoalitionCounts> counted = count_coalitions(game);
  if (!counted) return nothing_counted(game);
  const CoalitionCounts& counts = *counted;
  const Count winning = sum_of(counts.winning);
  std::vector<Count> of_members;
  for (const std::vector<Count>& swings : counts.swings) of_members.push_back(sum_of(swings));
  const std::vector<Count> swings = by_actor(game, of_members, winning, Count(0));
  const Count all = sum_of(swings), coalitions = Count(1) << static_cast<unsigned>(game.n_seats());

  VotingPower found;
  found.collectivity = ratio(winning, coalitions);
  for (const Count& one : swings) {
    found.swings.push_back(one.str());
    found.banzhaf.push_back(ratio(one, all));
    found.absolute_banzhaf.push_back(ratio(2 * one, coalitions));
    found.coleman_prevent.push_back(ratio(one, winning));
    found.coleman_initiate.push_back(ratio(one, coalitions - winning));
  }
  if (counts.by_heads) {
    write_shapley(game, counts, found);
  } else {
    const OwenIntegral integral = integrate_extension(game);
    found.shapley = by_actor(game, integral.of_members, integral.of_veto, 0.0);
  }
  write_minimal(game, counts, found);
  if (counts.johnston) {
    found.johnston = by_actor(game, *counts.johnston, counts.johnston_veto, 0.0);
    share_out(found.johnston);
  } else {
    found.left_out.emplace_back("Johnston");
  }
  for (std::string& name : found.left_out)
    name +=
        fmt::format(" is left out: for {} actors with seats and powers of so many digits it takes too long",
                    game.n_seats());
  return found;
}

}  // namespace hansa
