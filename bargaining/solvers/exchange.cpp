#include "bargaining/solvers/exchange.hpp"

#include <algorithm>
#include <cmath>

#include "support/numbers/expect.hpp"

namespace hansa {
namespace {

/// i gives on p, j gives on q; how far the outcomes move, and what each gains.
struct Exchange {
  std::size_t i = 0, j = 0, p = 0, q = 0;
  double moves_p = 0, moves_q = 0, gain = 0;
};

class ExchangeTalks {
 public:
  ExchangeTalks(std::size_t n_issues, std::span<const double> power, std::span<const double> salience,
                std::span<const double> position)
      : n_actors_(power.size()),
        n_issues_(n_issues),
        salience_(salience),
        position_(position.begin(), position.end()),
        total_(n_issues),
        traded_(position.size()) {
    for (std::size_t k = 0; k < position.size(); ++k) {
      weight_.push_back(power[k / n_issues] * salience[k]);
      total_[k % n_issues] += weight_[k];
    }
  }

  [[nodiscard]] const std::vector<double>& positions() const { return position_; }

  /// Makes the exchange with the largest gain; false if there is none.
  bool exchange_once() {
    expect_outcomes();
    Exchange best;
    for (std::size_t i = 0; i < n_actors_; ++i)
      for (std::size_t j = 0; j < n_actors_; ++j)
        for (std::size_t p = 0; i != j && p < n_issues_; ++p) {
          if (!may_give(i, p, j)) continue;
          for (std::size_t q = 0; q < n_issues_; ++q)
            if (q != p && may_give(j, q, i)) consider({.i = i, .j = j, .p = p, .q = q}, best);
        }
    if (!(best.gain > 0)) return false;
    give(best.i, best.p, best.j, best.moves_p);
    give(best.j, best.q, best.i, best.moves_q);
    for (const std::size_t issue : {best.p, best.q})
      traded_[at(best.i, issue)] = traded_[at(best.j, issue)] = 1;
    return true;
  }

 private:
  [[nodiscard]] std::size_t at(std::size_t k, std::size_t issue) const { return k * n_issues_ + issue; }

  void expect_outcomes() {
    expected_.assign(n_issues_, 0.0);
    for (std::size_t k = 0; k < position_.size(); ++k)
      if (total_[k % n_issues_] > 0)
        expected_[k % n_issues_] += weight_[k] * position_[k] / total_[k % n_issues_];
  }

  /// Whether both are free on the issue, and on opposite sides of its outcome.
  [[nodiscard]] bool may_give(std::size_t k, std::size_t issue, std::size_t to) const {
    const double own = position_[at(k, issue)] - expected_[issue],
                 other = position_[at(to, issue)] - expected_[issue];
    return weight_[at(k, issue)] > 0 && !traded_[at(k, issue)] && !traded_[at(to, issue)] && own * other < 0;
  }

  /// How far `k` can move the outcome towards the other's position.
  [[nodiscard]] double most_move(std::size_t k, std::size_t issue, std::size_t to) const {
    const double distance = std::abs(position_[at(to, issue)] - position_[at(k, issue)]);
    return std::min(weight_[at(k, issue)] * distance / total_[issue],
                    std::abs(position_[at(to, issue)] - expected_[issue]));
  }

  void consider(Exchange found, Exchange& best) const {
    const double for_p = salience_[at(found.i, found.p)] + salience_[at(found.j, found.p)],
                 for_q = salience_[at(found.i, found.q)] + salience_[at(found.j, found.q)];
    found.moves_p =
        std::min(most_move(found.i, found.p, found.j), most_move(found.j, found.q, found.i) * for_q / for_p);
    found.moves_q = found.moves_p * for_p / for_q;
    found.gain =
        salience_[at(found.i, found.q)] * found.moves_q - salience_[at(found.i, found.p)] * found.moves_p;
    constexpr double least = 1e-9;  // a gain, or a lead over another exchange, on scales of 1
    if (found.gain > best.gain + least) best = found;
  }

  void give(std::size_t k, std::size_t issue, std::size_t to, double moves) {
    constexpr double all = 1 - 1e-12;
    const double way = position_[at(to, issue)] - position_[at(k, issue)];
    const double distance = moves * total_[issue] / weight_[at(k, issue)];
    if (distance >= all * std::abs(way))
      position_[at(k, issue)] = position_[at(to, issue)];  // to the last bit
    else
      position_[at(k, issue)] += std::copysign(distance, way);
  }

  std::size_t n_actors_, n_issues_;
  std::span<const double> salience_;
  std::vector<double> position_, weight_, total_, expected_;
  std::vector<char> traded_;
};

}  // namespace

std::vector<std::vector<double>> exchange_positions(std::size_t n_issues, std::span<const double> power,
                                                    std::span<const double> salience,
                                                    std::span<const double> position) {
  HANSA_EXPECT(salience.size() == power.size() * n_issues && position.size() == salience.size());
  ExchangeTalks talks(n_issues, power, salience, position);
  std::vector<std::vector<double>> path = {talks.positions()};
  while (talks.exchange_once()) path.push_back(talks.positions());
  return path;
}

}  // namespace hansa
