#pragma once

#include <cstdint>
#include <vector>

#include "sim/record/network_record.hpp"

namespace hansa {

/// Mean and spread of a column over the realizations in which its values apply, value by value. Adding realizations in
/// another order changes the last bits.
struct Moments {
  std::vector<std::int32_t> n;  // realizations in which the value applies
  std::vector<double> mean;     // NaN: in none
  std::vector<double> squares;  // sum of squared deviations from the mean; empty if not asked for

  /// Source: Welford 1962.
  void add(const std::vector<double>& values, bool with_squares);
  /// The standard deviations of the sample; NaN with fewer than two realizations.
  [[nodiscard]] std::vector<double> sd() const;
};

/// Networks and cities over realizations.
struct NetworkTally {
  std::vector<NetworkRecord> runs;  // by realization, with the columns of which each realization is kept
  std::vector<Moments> moments;     // by column, in the order of NetworkRecord::columns(); empty for those

  /// Adds the next realization.
  void add(NetworkRecord record);
};

}  // namespace hansa
