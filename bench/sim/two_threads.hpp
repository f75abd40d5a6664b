#pragma once

#include "bench/sim/paris.hpp"

namespace hansa {

/// Parallel efficiency: speed on two threads over twice that on one, by wall-clock time.
struct ThreadEfficiency {
  double realizations;  // of eight realizations of paris-2015
  double bare;          // of multiply-adds on registers at the same moment: the limit set by the machine
};

[[nodiscard]] ThreadEfficiency measure_two_threads(const Paris& paris);

}  // namespace hansa
