#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "scenarios/parameters/vocabulary.hpp"

namespace hansa {

/// What a text would mean under one form: per issue of the agenda, in lifts u = x - q over the status quo q.
///
///     targets, or an issue that is not self-determined:
///         own(u)   = q + c u                                world(u) - q = cover c u           binds
///         sovereignty
///     pledges, on a self-determined issue, y = the actor's own position:
///         own(u)   = (1 - mu) max(q, y) + mu (q + u)        world(u) - q = c ((1 - mu)(ybar - q) + mu u)
///     c = soft_force + (1 - soft_force) * hardness
struct Terms {
  std::vector<std::size_t> agenda;     // rows of the world's issues
  std::vector<double> depth_weight;    // (agenda)                                           [0..1]
  std::vector<double> status_quo;      // (agenda) q                                         [0..1]
  std::vector<char> pledged;           // (agenda) whether each state sets its own contribution
  std::vector<double> world_constant;  // (agenda) world(0) - q                              [0..1]
  std::vector<double> world_slope;     // (agenda)                                           [1]
  double stake = 1;                    // gain of an average state per unit of effective depth [gain]
  double force = 1;                    // c
  double ratchet = 0;                  // mu
  double hardness = 1;                 // h

  [[nodiscard]] std::size_t n_issues() const { return agenda.size(); }

  /// Sum over issues of depth weight times (world(u) - q).                                  [depth]
  [[nodiscard]] double effective_depth(std::span<const double> lift) const;
};

}  // namespace hansa
