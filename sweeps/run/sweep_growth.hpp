#pragma once

#include <filesystem>
#include <string>

#include "sweeps/design/sweep_extent.hpp"
#include "sweeps/run/sweep_plan.hpp"

namespace hansa {

/// How a sweep relates to the one that its folder holds.
struct Growth {
  std::string refusal;  // why it cannot take over the folder; empty: it can
  std::string key = "file";
  SweepExtent before;  // of the folder's sweep, if it can
};

/// Compares a sweep with the text of another one, `sweep.yaml` of a folder. They are the same but for samples, points,
/// realizations and shard_runs, and the sweep has no less of them, or else it is refused with what differs.
[[nodiscard]] Growth compare_with(const std::filesystem::path& folder, const std::string& text,
                                  const SweepPlan& plan);

}  // namespace hansa
