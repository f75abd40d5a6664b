#pragma once

#include <optional>
#include <string>
#include <vector>

#include "bench/spread.hpp"
#include "scenarios/world_files.hpp"

namespace hansa {

/// One body of a kernel at one size.
struct KernelSpeed {
  std::string kernel;
  std::size_t n_actors, n_texts;
  Spread seconds;                    // a call
  Spread times;                      // as fast as what it is measured against
  std::string against;               // the plain loop, or the reference
  std::optional<Spread> of_ceiling;  // share of what its arithmetic alone would reach on registers
  std::optional<std::size_t> steps;  // of an iteration
};

/// One part of paris-2015.
struct PartSpeed {
  std::string part;
  Spread seconds;
};

struct Speed {
  double multiply_adds;  // a second and core, float64
  std::vector<KernelSpeed> kernels;
  std::vector<PartSpeed> parts;                                  // round, conference, year, realization
  std::size_t n_texts;                                           // of the round
  std::optional<Spread> bare_efficiency, normalised_efficiency;  // of two threads; nothing on one core
  double facts_bytes, run_bytes;  // memory that the facts take, and one run beside them, at its peak
};

struct SpeedOptions {
  double budget = 0.3;      // seconds for one figure
  bool every_size = false;  // 25 to 800 actors and texts, not those of real tables alone
};

[[nodiscard]] Speed measure_speed(const SpeedOptions& options, const DataFolders& folders);

}  // namespace hansa
