#pragma once

#include <string>
#include <vector>

#include <benchmark/benchmark.h>

#include "bench/spread.hpp"

namespace hansa {

/// Sets counters of Google Benchmark: the median of samples and, with `_25` and `_75`, their quartiles.
inline void report(benchmark::State& state, const std::string& name, std::vector<double> samples) {
  const Spread spread = spread_of(std::move(samples));
  state.counters[name] = spread.median;
  state.counters[name + "_25"] = spread.low;
  state.counters[name + "_75"] = spread.high;
}

}  // namespace hansa
