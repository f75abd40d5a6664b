#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "sweeps/design/sweep.hpp"

namespace hansa {

/// What a design point is for.
enum class PointRole { Point, A, Ab, B, Start, Step };
constexpr WordsOf<PointRole> choices(PointRole) { return {"point", "a", "ab", "b", "start", "step"}; }

/// The place of a design point in its design.
struct DesignRow {
  PointRole role = PointRole::Point;
  std::size_t unit = 0;                  // base sample of sobol, trajectory of morris; else the point itself
  std::size_t replicate = 0;             // scrambled sequence of sobol
  std::optional<std::size_t> parameter;  // of ab: taken from B; of step: moved since the point before
};
[[nodiscard]] DesignRow row_of(const Sweep& sweep, std::size_t point);

/// A swept parameter as a column of numbers.
struct DesignColumn {
  bool is_ordered = true;  // numbers or flags, which a regression can take
  std::vector<double>
      x;  // (point): a number as it is, no 0 and yes 1, other values by their rank in the sweep
  std::size_t n_levels = 0;  // distinct values; 0: a continuum
};
[[nodiscard]] DesignColumn column_of(const Sweep& sweep, std::size_t parameter);

}  // namespace hansa
