#pragma once

#include <optional>
#include <string>
#include <vector>

#include "bench/spread.hpp"
#include "scenarios/tables/world_files.hpp"

namespace hansa {

/// Speed of a kernel at one size.
struct KernelSpeed {
  std::string kernel;
  std::size_t n_actors, n_texts;
  Spread seconds;                    // per call
  Spread times;                      // speed-up over `against`
  std::string against;               // the plain loop, or the reference
  std::optional<Spread> of_ceiling;  // share of the ceiling set by its arithmetic on registers
  std::optional<std::size_t> steps;  // of an iteration
};

/// One part of paris-2015.
struct PartSpeed {
  std::string part;
  Spread seconds;
};

struct Speed {
  double multiply_adds;  // per second and core, float64
  std::vector<KernelSpeed> kernels;
  std::vector<PartSpeed> parts;                                  // round, conference, year, realization
  std::size_t n_texts;                                           // in the round
  std::optional<Spread> bare_efficiency, normalised_efficiency;  // of two threads; nullopt on one core
  double facts_bytes, run_bytes;  // memory of the facts, and peak memory of one run in addition
};

struct SpeedOptions {
  double budget = 0.3;      // seconds per figure
  bool every_size = false;  // kernels at 25 to 800 actors and texts, not only at the sizes of real tables
};

[[nodiscard]] Speed measure_speed(const SpeedOptions& options, const DataFolders& folders);

}  // namespace hansa
