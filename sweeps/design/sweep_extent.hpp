#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "sweeps/design/sweep.hpp"

namespace hansa {

/// That in which a sweep may differ from the one that its folder holds, and take over its runs: it has more of it.
struct SweepExtent {
  Design design = Design::Grid;
  int samples = 0, doubled_from = 0;  // 0: none
  std::size_t n_points = 0;
  int realizations = 1;
  int shard_runs = 500;  // may be anything
};

/// The extent of the sweep that a text made by print_sweep describes; nullopt if it is no such text.
[[nodiscard]] std::optional<SweepExtent> read_extent(const std::string& text);

/// The sweep with these numbers. Its points are the first ones, which is more than a number only where the sweep lists
/// them; those of a drawn design are not drawn anew.
[[nodiscard]] Sweep with_extent(const Sweep& sweep, const SweepExtent& extent);

/// Whether the points of the sweep begin with those of the same design with less samples.
[[nodiscard]] bool begins_with(const Sweep& sweep, const SweepExtent& less);

}  // namespace hansa
