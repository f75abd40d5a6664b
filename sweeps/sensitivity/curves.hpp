#pragma once

#include <cstddef>
#include <vector>

#include "analysis/sensitivity/blocks.hpp"
#include "analysis/sensitivity/jackknife.hpp"
#include "sweeps/design/design_rows.hpp"

namespace hansa {

/// The expected outcome as a function of one parameter, the others as the design has them.
struct Curve {
  std::vector<double> x;
  std::vector<Estimate>
      y;  // with pointwise 95 % intervals, on the scale of the outcome; NaN: no outcome near x
  bool is_smooth = false;  // local linear; else means at the parameter's levels
  double half_window = 0;  // of the smooth, in the parameter's unit
  Estimate half;           // where it first crosses one half
  Estimate peak;           // where it is greatest; NaN: at an end
};

/// Means at the levels of a parameter that has at most 32; else 25 places of a local linear regression with tricube weights
/// (Cleveland 1979), its window chosen by tenfold cross-validation among .1, .2, .3 and .5 of the range. The peak is that of
/// the parabola through the highest place and its neighbours, in the logarithm of x if x is positive and spans a factor
/// of 20 or more. `is_drawn`: points are a sample, whose choice adds to the interval. Points without outcomes are left out.
[[nodiscard]] Curve estimate_curve(const std::vector<DesignRow>& rows, const DesignColumn& column,
                                   const Blocks& blocks, bool is_drawn);

/// How far apart two curves cross one half, and have their peaks: those of the first minus those of the second, which have
/// the same points and random numbers. NaN: one of the two has none, or has none without some part of the sample.
struct CurveShift {
  Estimate half, peak;
};
[[nodiscard]] CurveShift estimate_shift(const std::vector<DesignRow>& rows, const DesignColumn& column,
                                        const Blocks& blocks, const Blocks& minus, bool is_drawn);

/// A place on the axis of a curve as it can be told: nothing is known beyond the range of its parameter.
struct PlaceInRange {
  Estimate place;                                   // the interval cut to the range
  bool is_from_below = false, is_to_above = false;  // whether it went beyond an end
};
[[nodiscard]] PlaceInRange within_range(const Estimate& place, const Curve& curve);

/// The mean outcome over cells of two parameters: the levels of each, or ten bins of its range.
struct Cell {
  double x = 0, y = 0;  // level, or the middle of the bin
  Estimate mean;        // of the points' means; no interval: all points are of one unit of a drawn design
  std::size_t n_points = 0;  // with an outcome
};
[[nodiscard]] std::vector<Cell> map_outcome(const std::vector<DesignRow>& rows, const DesignColumn& x,
                                            const DesignColumn& y, const Blocks& blocks, bool is_drawn);

}  // namespace hansa
