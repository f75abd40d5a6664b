#include "bargaining/voting/voting_game.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <string>

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

/// The least weight of `heads` members with which a text passes that all vetoes let pass.
std::int64_t least_weight(const DecisionRule& rule, std::size_t n_seats, std::size_t n_objectors,
                          std::int64_t of_vetoes, std::int64_t of_members) {
  const auto total = static_cast<double>(of_vetoes + of_members);
  const auto wins = [&](std::int64_t weight) {
    return passes(rule, {.n_heads = n_seats,
                         .n_objectors = n_objectors,
                         .power_for = total > 0 ? static_cast<double>(of_vetoes + weight) / total : 0.0});
  };
  if (!wins(of_members)) return VotingGame::never;
  std::int64_t low = -1, high = of_members;  // `high` wins, `low` does not
  while (high - low > 1) {
    const std::int64_t middle = low + (high - low) / 2;
    (wins(middle) ? high : low) = middle;
  }
  return high;
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

VotingGame game_of(std::span<const double> power, std::span<const char> veto, const DecisionRule& rule) {
  HANSA_EXPECT(veto.size() == power.size());
  VotingGame game{.n_actors = power.size(), .vetoes = {}, .members = {}, .weight = {}, .needs = {}};
  std::vector<double> seated;
  std::vector<std::size_t> seats;
  for (std::size_t k = 0; k < power.size(); ++k) {
    if (!(power[k] > 0) && veto[k] == 0) continue;
    seats.push_back(k);
    seated.push_back(power[k]);
  }
  std::vector<std::int64_t> whole = whole_numbers(seated);
  if (whole.empty()) whole = rounded_numbers(seated);
  std::vector<std::size_t> order;
  std::int64_t of_vetoes = 0, of_members = 0;
  for (std::size_t s = 0; s < seats.size(); ++s) {
    if (veto[seats[s]] != 0) {
      game.vetoes.push_back(seats[s]);
      of_vetoes += whole[s];
    } else {
      order.push_back(s);
      of_members += whole[s];
    }
  }
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return whole[a] > whole[b]; });
  for (const std::size_t s : order) {
    game.members.push_back(seats[s]);
    game.weight.push_back(whole[s]);
  }
  for (std::size_t heads = 0; heads <= order.size(); ++heads)
    game.needs.push_back(least_weight(rule, game.n_seats(), order.size() - heads, of_vetoes, of_members));
  const bool by_heads_alone = std::all_of(game.needs.begin(), game.needs.end(), [](std::int64_t need) {
    return need == 0 || need == VotingGame::never;
  });
  if (by_heads_alone) std::fill(game.weight.begin(), game.weight.end(), std::int64_t{0});
  return game;
}

}  // namespace hansa
