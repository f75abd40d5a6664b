#pragma once

#include "bench/sim/paris.hpp"

namespace hansa {

/// Speed on two threads over twice that on one, by the wall clock.
struct ThreadEfficiency {
  double realizations;  // of eight realizations of paris-2015
  double bare;          // of multiply-adds on registers at the same moment: the machine's own limit
};

[[nodiscard]] ThreadEfficiency measure_two_threads(const Paris& paris);

}  // namespace hansa
