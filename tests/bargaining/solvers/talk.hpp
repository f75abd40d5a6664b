#pragma once

#include <algorithm>
#include <numeric>
#include <optional>
#include <span>
#include <vector>

#include "bargaining/solvers/chair.hpp"

namespace hansa::test {

using Values = std::vector<double>;

/// A table and its rules, for as many issues as there are references.
struct Talk {
  Values power, salience, position;
  std::vector<std::optional<double>> reference;
  std::vector<char> veto = {};
  ChairRules rules = {};
  DecisionRule decision;
  Values size = {};

  [[nodiscard]] ChairPath play() const {
    std::vector<char> vetoes = veto;
    vetoes.resize(power.size());
    return play_chair({power.size(), reference.size(), power, salience, position, vetoes, reference, size},
                      rules, decision);
  }
};

/// An actor's gain from a text over no agreement, by definition, with saliences divided by the largest sum of any actor.
inline double gain_of(const Talk& talk, std::size_t actor, std::span<const double> text) {
  const std::size_t n_issues = talk.reference.size();
  double most = 0, gain = 0;
  for (std::size_t i = 0; i < talk.power.size(); ++i) {
    const auto row = std::span(talk.salience).subspan(i * n_issues, n_issues);
    most = std::max(most, std::accumulate(row.begin(), row.end(), 0.0));
  }
  for (std::size_t d = 0; d < n_issues; ++d) {
    const double y = talk.position[actor * n_issues + d];
    const double none = talk.reference[d] ? *talk.reference[d] - y : talk.rules.reservation;
    gain += talk.salience[actor * n_issues + d] / most *
            (none * none + talk.rules.disagreement - (text[d] - y) * (text[d] - y));
  }
  return gain;
}

/// Seven actors at random positions on one issue, or two.
inline Talk some_talk(unsigned seed, std::size_t n_issues) {
  Talk talk;
  const auto draw = [&seed] {
    seed = seed * 1664525U + 1013904223U;
    return static_cast<double>(seed >> 8) / static_cast<double>(1U << 24);
  };
  for (std::size_t k = 0; k < 7; ++k) {
    talk.power.push_back(0.1 + draw());
    for (std::size_t d = 0; d < n_issues; ++d) {
      talk.salience.push_back(draw());
      talk.position.push_back(draw());
    }
  }
  for (std::size_t d = 0; d < n_issues; ++d) talk.reference.emplace_back(0.5 * draw());
  return talk;
}

}  // namespace hansa::test
