#include "bargaining/solvers/expected_utility.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <numeric>
#include <utility>

#include <fmt/format.h>

#include "support/input/problem.hpp"
#include "support/input/suggest.hpp"
#include "support/numbers/expect.hpp"
#include "support/numbers/reals.hpp"
#include "support/text/numeral.hpp"

namespace hansa {
namespace {

constexpr double closest = 1e-12;  // on a range of 1, what is as near as this is equal
constexpr double even = 1e-9;      // utilities as near as this are equal, so that no rounding decides
constexpr int most_rounds = 1000;

/// Where an actor would stand by a proposal; it takes the one of the lowest rank.
struct Offer {
  double position, rank;
};

/// Offers to one actor by kind, in the order in which it takes them.
struct Offers {
  std::vector<Offer> confrontations, compromises, capitulations;

  /// The mean of those of the lowest rank of the first kind there is, or `otherwise`.
  [[nodiscard]] double best_or(double otherwise) const {
    for (const std::vector<Offer>* kind : {&confrontations, &compromises, &capitulations})
      if (!kind->empty()) return best_of(*kind);
    return otherwise;
  }

 private:
  static double best_of(const std::vector<Offer>& kind) {
    const double lowest = std::min_element(kind.begin(), kind.end(), [](const Offer& a, const Offer& b) {
                            return a.rank < b.rank;
                          })->rank;
    double sum = 0;
    int n = 0;
    for (const Offer& one : kind) {
      if (one.rank > lowest + closest) continue;
      sum += one.position;
      ++n;
    }
    return sum / n;
  }
};

/// Utility of a challenge over a distance, with risk r, by the chance to win and the salience of the challenged.
double challenge_utility(double distance, double r, double chance, double resistance) {
  const double success = 2 - 4 * real_pow(std::max(0.0, 0.5 - 0.5 * distance), r),
               failure = 2 - 4 * real_pow(0.5 + 0.5 * distance, r), status_quo = 2 - 4 * real_pow(0.5, r);
  return resistance * (chance * success + (1 - chance) * failure) + (1 - resistance) * success - status_quo;
}

/// The actors with weight, at positions on a range of 1.
class UtilityTalks {
 public:
  UtilityTalks(UtilityReading reading, std::vector<double> weight, std::vector<double> salience,
               std::vector<double> position)
      : reading_(reading),
        n_(weight.size()),
        weight_(std::move(weight)),
        salience_(std::move(salience)),
        position_(std::move(position)) {}

  [[nodiscard]] const std::vector<double>& positions() const { return position_; }

  /// All take their best offers; false if nobody moves.
  bool play_round() {
    risk_.assign(n_, 1.0);
    count_votes();
    take_risks();
    count_votes();
    bool moved = false;
    std::vector<double> next(n_);
    for (std::size_t i = 0; i < n_; ++i) {
      next[i] = offers_to(i).best_or(position_[i]);
      moved = moved || std::abs(next[i] - position_[i]) > closest;
    }
    position_ = std::move(next);
    return moved;
  }

 private:
  /// Finds chance_ (i x j: that i wins against j), by the risks.
  void count_votes() {
    std::vector<double> loss(n_ * n_);  // actor x position of another
    for (std::size_t k = 0; k < n_; ++k)
      for (std::size_t a = 0; a < n_; ++a)
        loss[k * n_ + a] = weight_[k] * real_pow(std::abs(position_[k] - position_[a]), risk_[k]);
    std::vector<double> won(n_ * n_);  // votes for i's position against j's
    for (std::size_t k = 0; k < n_; ++k)
      for (std::size_t i = 0; i < n_; ++i)
        for (std::size_t j = 0; j < n_; ++j)
          won[i * n_ + j] += std::max(loss[k * n_ + j] - loss[k * n_ + i], 0.0);
    const double on_all_pairs = 2 * std::accumulate(won.begin(), won.end(), 0.0);  // cast by either side
    chance_.assign(n_ * n_, 0.0);
    for (std::size_t i = 0; i < n_; ++i)
      for (std::size_t j = 0; j < n_; ++j) {
        const double votes = won[i * n_ + j],
                     of = reading_ == UtilityReading::Run ? on_all_pairs : votes + won[j * n_ + i];
        if (votes > 0) chance_[i * n_ + j] = votes / of;
      }
  }

  [[nodiscard]] double utility(std::size_t i, std::size_t j, double r) const {
    return challenge_utility(std::abs(position_[i] - position_[j]), r, chance_[i * n_ + j], salience_[j]);
  }

  void take_risks() {
    std::vector<double> danger(n_);
    for (std::size_t i = 0; i < n_; ++i)
      for (std::size_t j = 0; j < n_; ++j)
        if (i != j) danger[i] += utility(j, i, 1.0);
    const auto [least, most] = std::minmax_element(danger.begin(), danger.end());
    const double sum = *most + *least, range = *most - *least;
    if (!(range > 0)) return;
    for (std::size_t i = 0; i < n_; ++i) {
      const double risk = (2 * danger[i] - sum) / range;
      risk_[i] = (1 - risk / 3) / (1 + risk / 3);
    }
  }

  [[nodiscard]] Offers offers_to(std::size_t i) const {
    Offers offers;
    for (std::size_t j = 0; j < n_; ++j) {
      const double way = position_[j] - position_[i];
      if (std::abs(way) <= closest) continue;
      const double own = utility(i, j, risk_[i]), other = utility(j, i, risk_[i]);
      if (other > own + even && own > even)
        offers.confrontations.push_back({.position = position_[j], .rank = std::abs(way)});
      else if (own < -even && other > even - own)
        offers.compromises.push_back(compromise(i, j, own, other));
      else if (own < -even && other > even)
        offers.capitulations.push_back({.position = position_[j], .rank = std::abs(way)});
    }
    return offers;
  }

  [[nodiscard]] Offer compromise(std::size_t i, std::size_t j, double own, double other) const {
    const double move = (position_[j] - position_[i]) * -own / other;
    const double joint = (-own * position_[i] + other * position_[j]) / (other - own);
    return {.position = position_[i] + move,
            .rank = reading_ == UtilityReading::Run ? joint : std::abs(move)};
  }

  UtilityReading reading_;
  std::size_t n_;
  std::vector<double> weight_, salience_, position_, risk_, chance_;
};

}  // namespace

std::string set_utility_rule(UtilityRules& rules, std::string_view key, std::string_view value) {
  if (key == "reading") {
    constexpr auto words = choices(UtilityReading{});
    const auto word = std::find(words.begin(), words.end(), value);
    if (word == words.end())
      return fmt::format("reading is {}, not {}", fmt::join(words, ", "), in_quotes(value));
    rules.reading = static_cast<UtilityReading>(word - words.begin());
    return "";
  }
  if (key == "rounds") {
    int rounds = 0;
    if (!read_numeral(value, rounds) || rounds < 1 || rounds > most_rounds)
      return fmt::format("rounds is a number from 1 to {}, not {}", most_rounds, in_quotes(value));
    rules.rounds = rounds;
    return "";
  }
  constexpr auto keys = std::to_array<std::string_view>({"reading", "rounds"});
  return fmt::format("there is no rule {}{}", in_quotes(key), suggest(key, keys));
}

std::string list_utility_rules() {
  const UtilityRules rules;
  return fmt::format("  {:<10}  {} (default: {})\n  {:<10}  1 to {} (default: {})\n", "reading",
                     fmt::join(choices(UtilityReading{}), ", "), name_of(rules.reading), "rounds",
                     most_rounds, rules.rounds);
}

std::vector<std::vector<double>> expected_utility_positions(const UtilityRules& rules,
                                                            std::span<const double> power,
                                                            std::span<const double> salience,
                                                            std::span<const double> position) {
  HANSA_EXPECT(salience.size() == power.size() && position.size() == power.size());
  std::vector<std::size_t> actors;
  for (std::size_t k = 0; k < power.size(); ++k)
    if (power[k] * salience[k] > 0) actors.push_back(k);
  std::vector<std::vector<double>> path = {{position.begin(), position.end()}};
  if (actors.empty()) return path;
  double least = position[actors[0]], most = least;
  for (const std::size_t k : actors) {
    least = std::min(least, position[k]);
    most = std::max(most, position[k]);
  }
  const double range = most - least;
  if (!(range > 0)) return path;
  std::vector<double> weight, resistance, start;
  for (const std::size_t k : actors) {
    weight.push_back(power[k] * salience[k]);
    resistance.push_back(salience[k]);
    start.push_back((position[k] - least) / range);
  }
  UtilityTalks talks(rules.reading, std::move(weight), std::move(resistance), std::move(start));
  for (int round = 0; round < rules.rounds && talks.play_round(); ++round) {
    std::vector<double> next = path.back();
    for (std::size_t k = 0; k < actors.size(); ++k) next[actors[k]] = least + range * talks.positions()[k];
    path.push_back(std::move(next));
  }
  return path;
}

}  // namespace hansa
