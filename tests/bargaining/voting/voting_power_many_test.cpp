// Hundreds of actors with unequal power, against a count of one actor's coalitions that shares no code with the program.
#include <cmath>
#include <cstdint>
#include <numeric>

#include <boost/multiprecision/cpp_int.hpp>
#include <catch2/catch.hpp>

#include "bargaining/voting/owen_integral.hpp"
#include "tests/bargaining/voting/power_under_rule.hpp"

namespace hansa {
namespace {

using test::power_of;
using test::Powers;

/// What one actor decides if it takes `heads` heads and `quota` of weight: swings modulo 2^64, and its Shapley index.
struct Decides {
  std::uint64_t swings = 0;
  double shapley = 0;
};

Decides count_of(const std::vector<int>& weight, std::size_t actor, std::size_t heads, int quota) {
  const std::size_t n = weight.size(),
                    total = static_cast<std::size_t>(std::accumulate(weight.begin(), weight.end(), 0));
  // coalitions of the others: by heads and exact weight, as a number that wraps and as one that rounds
  std::vector<std::vector<std::uint64_t>> wrapped(n, std::vector<std::uint64_t>(total + 1));
  std::vector<std::vector<double>> rounded(n, std::vector<double>(total + 1));
  wrapped[0][0] = 1;
  rounded[0][0] = 1;
  std::size_t n_added = 0, sum = 0;
  for (std::size_t k = 0; k < n; ++k) {
    if (k == actor) continue;
    const auto w = static_cast<std::size_t>(weight[k]);
    for (std::size_t h = ++n_added; h > 0; --h)
      for (std::size_t x = 0; x <= sum; ++x) {
        wrapped[h][x + w] += wrapped[h - 1][x];
        rounded[h][x + w] += rounded[h - 1][x];
      }
    sum += w;
  }
  Decides found;
  for (std::size_t h = 0; h < n; ++h) {
    const double orders =
        std::exp(std::lgamma(static_cast<double>(h) + 1) + std::lgamma(static_cast<double>(n - h)) -
                 std::lgamma(static_cast<double>(n) + 1));
    for (std::size_t x = 0; x <= total; ++x) {
      const bool wins = h >= heads && x >= static_cast<std::size_t>(quota);
      const bool with =
          h + 1 >= heads && x + static_cast<std::size_t>(weight[actor]) >= static_cast<std::size_t>(quota);
      if (wins || !with) continue;
      found.swings += wrapped[h][x];
      found.shapley += rounded[h][x] * orders;
    }
  }
  return found;
}

std::uint64_t last_digits(const std::string& number) {
  const boost::multiprecision::cpp_int whole(number);
  return static_cast<std::uint64_t>(whole & std::numeric_limits<std::uint64_t>::max());
}

/// Unequal weights: a few large, many small.
std::vector<int> weights_of(std::size_t n) {
  std::vector<int> weights;
  for (std::size_t k = 0; k < n; ++k)
    weights.push_back(1 + static_cast<int>(90 / (1 + k * k / 9)) + static_cast<int>(k * 7 % 5));
  return weights;
}

TEST_CASE("197 parties with unequal shares decide under heads and power as one by one they do", "[voting]") {
  const std::vector<int> weights = weights_of(197);
  const Powers power(weights.begin(), weights.end());
  const int total = std::accumulate(weights.begin(), weights.end(), 0);
  // two thirds of the parties and 70 % of emissions; three fourths of the parties with half
  const auto [heads, percent] = GENERATE(table<std::size_t, int>({{132, 70}, {148, 50}}));
  const VotingPower found = power_of(power, fmt::format("heads:{}+quota-power:{}%", heads, percent));
  const int quota = (total * percent + 99) / 100;
  for (const std::size_t actor : {0U, 3U, 60U, 196U}) {
    CAPTURE(heads, percent, actor);
    const Decides expected = count_of(weights, actor, heads, quota);
    CHECK(last_digits(found.swings[actor]) == expected.swings);
    CHECK(found.shapley[actor] == Approx(expected.shapley).epsilon(1e-10));
  }
  CHECK(found.shapley[0] > 1.001 * found.shapley[196]);
  for (const Powers* values : {&found.shapley, &found.banzhaf, &found.deegan_packel, &found.holler})
    CHECK(std::accumulate(values->begin(), values->end(), 0.0) == Approx(1.0).epsilon(1e-12));
  const double of_least =
      std::accumulate(found.swings.begin(), found.swings.end(), 0.0,
                      [](double sum, const std::string& one) { return sum + std::stod(one); });
  CHECK(found.banzhaf[196] == Approx(std::stod(found.swings[196]) / of_least).epsilon(1e-13));
}

TEST_CASE("190 members amend by three fifths of heads with 85 % of votes", "[voting]") {
  const std::vector<int> weights = weights_of(190);
  const Powers power(weights.begin(), weights.end());
  const int total = std::accumulate(weights.begin(), weights.end(), 0);
  const VotingPower found = power_of(power, "quota-heads:60%+quota-power:85%");
  for (const std::size_t actor : {0U, 20U, 189U}) {
    const Decides expected = count_of(weights, actor, 114, (total * 85 + 99) / 100);
    CHECK(last_digits(found.swings[actor]) == expected.swings);
    CHECK(found.shapley[actor] == Approx(expected.shapley).epsilon(1e-10));
  }
}

TEST_CASE("the integral over 190 members is the count of their coalitions by heads", "[voting]") {
  const std::vector<int> weights = weights_of(190);
  const Powers power(weights.begin(), weights.end());
  const std::vector<char> veto(190);
  const char* words = GENERATE("quota-power:0.85", "majority-power", "quota-power:0.7");
  const DecisionRule rule = test::rule_of(words);
  const VotingGame game = game_of({power, veto}, rule);
  const OwenIntegral integral = integrate_extension(game);
  const VotingPower exact = voting_power({power, veto}, rule);
  CHECK(std::accumulate(integral.of_members.begin(), integral.of_members.end(), 0.0) ==
        Approx(1.0).epsilon(1e-9));
  for (std::size_t k = 0; k < game.members.size(); ++k)
    CHECK(integral.of_members[k] == Approx(exact.shapley[game.members[k]]).margin(1e-9));
  const Decides expected = count_of(weights, 0, 0, static_cast<int>(game.most_needed()));
  CHECK(last_digits(exact.swings[0]) == expected.swings);
}

}  // namespace
}  // namespace hansa
