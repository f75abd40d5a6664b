#pragma once

#include <optional>
#include <vector>

#include "sim/solvers/chair.hpp"

namespace hansa::test {

using Values = std::vector<double>;

/// A table and its rules, for as many issues as there are references.
struct Talk {
  Values power, salience, position;
  std::vector<std::optional<double>> reference;
  std::vector<char> veto = {};
  ChairRules rules = {};
  DecisionRule decision;

  [[nodiscard]] ChairPath play() const {
    std::vector<char> vetoes = veto;
    vetoes.resize(power.size());
    return play_chair({power.size(), reference.size(), power, salience, position, vetoes, reference}, rules,
                      decision);
  }
};

/// Seven at any places on one issue, or two.
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
