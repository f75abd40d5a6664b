#include "bargaining/voting/voting_game.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <span>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "support/numbers/expect.hpp"

namespace hansa {
namespace {

/// A number in decimals: digits * 10^exponent.
struct Decimal {
  std::int64_t digits = 0;
  int exponent = 0;
};

/// The shortest decimal that reads as this number.
Decimal decimal_of(double value) {
  Decimal decimal;
  const std::string shortest = fmt::format("{}", value);
  bool past_point = false;
  for (std::size_t k = 0; k < shortest.size(); ++k) {
    const char c = shortest[k];
    if (c == '.') {
      past_point = true;
    } else if (c == 'e') {
      decimal.exponent += std::stoi(shortest.substr(k + 1));
      break;
    } else if (decimal.digits < 100'000'000'000'000'000) {
      decimal.digits = 10 * decimal.digits + (c - '0');
      decimal.exponent -= past_point ? 1 : 0;
    } else {
      decimal.exponent += past_point ? 0 : 1;  // a zero behind seventeen digits
    }
  }
  return decimal;
}

/// Powers as whole numbers over their greatest common factor; empty if they have too many digits.
std::vector<std::int64_t> whole_numbers(const std::vector<double>& power) {
  constexpr double most = 4e18;
  std::vector<Decimal> decimals;
  int least = 0;
  for (const double one : power) {
    decimals.push_back(decimal_of(one));
    if (decimals.back().digits != 0) least = std::min(least, decimals.back().exponent);
  }
  std::vector<std::int64_t> whole;
  double total = 0;
  std::int64_t factor = 0;
  for (const Decimal& one : decimals) {
    std::int64_t value = one.digits;
    for (int k = least; k < one.exponent && value != 0; ++k) {
      if (static_cast<double>(value) > most / 10) return {};
      value *= 10;
    }
    whole.push_back(value);
    total += static_cast<double>(value);
    factor = std::gcd(factor, value);
  }
  if (total > most) return {};
  for (std::int64_t& value : whole) value /= std::max<std::int64_t>(factor, 1);
  return whole;
}

/// Powers in units of 2^-60 of their sum.
std::vector<std::int64_t> rounded_numbers(const std::vector<double>& power) {
  const double total = std::accumulate(power.begin(), power.end(), 0.0);
  std::vector<std::int64_t> rounded;
  for (const double one : power) rounded.push_back(std::llround(std::ldexp(one / total, 60)));
  return rounded;
}

/// Weights of one kind in whole numbers, by seat.
std::vector<std::int64_t> weights_of(std::span<const double> given, const std::vector<std::size_t>& seats) {
  std::vector<double> seated;
  for (const std::size_t k : seats) seated.push_back(given[k]);
  std::vector<std::int64_t> whole = whole_numbers(seated);
  return whole.empty() ? rounded_numbers(seated) : whole;
}

/// One kind of weight: of the veto holders together, and by member.
struct Weights {
  std::int64_t of_vetoes = 0;
  std::vector<std::int64_t> of_member = {};

  [[nodiscard]] std::int64_t of_members() const {
    return std::accumulate(of_member.begin(), of_member.end(), std::int64_t{0});
  }
};

/// The least weight of members with which a text passes, `never` if all of it does not do. `passes_with` takes the share
/// of all weight that is for the text.
template <class Passes> std::int64_t least_weight(const Weights& weights, const Passes& passes_with) {
  const std::int64_t of_members = weights.of_members();
  const auto total = static_cast<double>(weights.of_vetoes + of_members);
  const auto wins = [&](std::int64_t weight) {
    return passes_with(total > 0 ? static_cast<double>(weights.of_vetoes + weight) / total : 0.0);
  };
  if (!wins(of_members)) return VotingGame::never;
  std::int64_t low = -1, high = of_members;  // `high` wins, `low` does not
  while (high - low > 1) {
    const std::int64_t middle = low + (high - low) / 2;
    (wins(middle) ? high : low) = middle;
  }
  return high;
}

/// The least weight by heads of members, if of the other kind all is for the text.
std::vector<std::int64_t> needs_of(const Weights& weights, std::size_t n_seats, const DecisionRule& rule,
                                   double Vote::*share) {
  std::vector<std::int64_t> needs;
  const std::size_t n = weights.of_member.size();
  for (std::size_t heads = 0; heads <= n; ++heads) {
    Vote vote{.n_heads = n_seats, .n_objectors = n - heads, .power_for = 1, .size_for = 1};
    needs.push_back(least_weight(weights, [&](double part) {
      vote.*share = part;
      return passes(rule, vote);
    }));
  }
  return needs;
}

/// Whether weights decide nothing: only heads do.
bool is_by_heads(const std::vector<std::int64_t>& needs) {
  return std::all_of(needs.begin(), needs.end(),
                     [](std::int64_t need) { return need == 0 || need == VotingGame::never; });
}

}  // namespace

std::int64_t VotingGame::total() const {
  return std::accumulate(weight.begin(), weight.end(), std::int64_t{0});
}

bool VotingGame::counts_heads() const {
  return std::any_of(needs.begin(), needs.end(), [&](std::int64_t need) { return need != needs.front(); });
}

std::int64_t VotingGame::most_needed() const {
  std::int64_t most = -1;
  for (const std::int64_t need : needs)
    if (need != never) most = std::max(most, need);
  return most;
}

VotingGame game_of(const Voters& voters, const DecisionRule& rule) {
  HANSA_EXPECT(voters.veto.size() == voters.n_actors());
  VotingGame game{.n_actors = voters.n_actors()};
  std::vector<std::size_t> seats, order;
  for (std::size_t k = 0; k < voters.n_actors(); ++k)
    if (voters.has_seat(k)) seats.push_back(k);
  const std::vector<std::int64_t> power = weights_of(voters.power, seats);
  for (std::size_t s = 0; s < seats.size(); ++s) {
    if (voters.veto[seats[s]] != 0)
      game.vetoes.push_back(seats[s]);
    else
      order.push_back(s);
  }
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return power[a] > power[b]; });
  for (const std::size_t s : order) game.members.push_back(seats[s]);
  const auto split = [&](const std::vector<std::int64_t>& by_seat) {
    Weights weights{.of_vetoes = std::accumulate(by_seat.begin(), by_seat.end(), std::int64_t{0})};
    for (const std::size_t s : order) weights.of_member.push_back(by_seat[s]);
    weights.of_vetoes -= weights.of_members();
    return weights;
  };
  Weights weights = split(power);
  game.needs = needs_of(weights, game.n_seats(), rule, &Vote::power_for);
  if (weighs_size(rule)) {
    HANSA_EXPECT(voters.size.size() == voters.n_actors());
    Weights sizes = split(weights_of(voters.size, seats));
    game.needs_size = needs_of(sizes, game.n_seats(), rule, &Vote::size_for);
    game.size = std::move(sizes.of_member);
  }
  if (is_by_heads(game.needs)) std::fill(weights.of_member.begin(), weights.of_member.end(), 0);
  game.weight = std::move(weights.of_member);
  return game;
}

}  // namespace hansa
