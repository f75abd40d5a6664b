#pragma once

#include <array>
#include <cstddef>
#include <vector>

namespace hansa {

/// How unequally something is held: holders from the least to the most, and what share of all they hold together.
struct Lorenz {
  std::vector<std::array<double, 2>>
      points;       // (share of holders, share of what is held), from (0, 0) to (1, 1)
  double gini = 0;  // 0: all hold the same; near 1: one holds all
};

/// What a group holds together, and how many it has.
struct Holders {
  double held = 0, n = 0;
};

/// The curve over groups, whose members count as equal; groups with the same holding per member are one point. No points
/// if nobody holds anything.
[[nodiscard]] Lorenz lorenz_of(std::vector<Holders> groups);

/// The curve with at most n points besides its ends, about equally far from each other.
[[nodiscard]] Lorenz thinned(Lorenz curve, std::size_t n);

}  // namespace hansa
