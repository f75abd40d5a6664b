#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "sim/kernel/segment.hpp"
#include "sim/solvers/chair_rules.hpp"

namespace hansa {

/// A table for the chair's negotiation. Shapes, row-major: power and veto (actor), salience and position (actor x
/// issue), reference (issue). Positions and references lie in [0..1]; power and salience have any scale from 0. Some
/// actor has power and cares for an issue.
struct ChairTable {
  std::size_t n_actors = 0, n_issues = 0;
  std::span<const double> power, salience, position;
  std::span<const char> veto;
  std::span<const std::optional<double>> reference;
};

/// Who sits at the table, and what every text x is worth over no agreement to each, as a quadratic:
///
///     gain_i(x) = sum_d s_id [ k_id + disagreement - (x_d - y_id)^2 ]
///     k_id = (q_d - y_id)^2 with a reference q_d, else reservation^2
///
/// Powers are shares; saliences are divided by the most that one actor gives to all issues together. An actor
/// without power has a seat only by a veto.
struct ChairSeats {
  ChairSeats(const ChairTable& table, const ChairRules& rules);

  std::size_t n_actors, n_issues;
  std::span<const double> position;    // (actor x issue)
  std::vector<double> power;           // (actor), sums to 1                                     [0..1]
  std::vector<double> salience;        // (actor x issue)                                        [0..1]
  std::vector<char> seated, cares;     // (actor)
  std::vector<double> constant;        // (actor)
  std::vector<double> linear, square;  // (issue x actor)
  std::vector<std::optional<double>> reference;  // (issue)

  [[nodiscard]] double gain(std::size_t actor, std::span<const double> text) const;
  /// An actor's gain along the straight way between two texts.
  [[nodiscard]] SegmentGain along(std::size_t actor, std::span<const double> from,
                                  std::span<const double> to) const;
  /// The means of the positions by power * salience^weight, issue by issue; by power where nobody cares.
  [[nodiscard]] std::vector<double> mean_position(double weight) const;
};

}  // namespace hansa
