#pragma once

#include "sim/record/shard_layout.hpp"

namespace hansa {

/// The runs of all shards in one result along (design_point, realization, arm). A run that is missing or failed
/// is marked in `complete` and `status`; its integers are 0 and its reals NaN.
class MergedLayout {
 public:
  MergedLayout(const Sweep& sweep, SweepStamp stamp) : sweep_(sweep), stamp_(std::move(stamp)) {}

  /// Takes the runs of a shard, checked already, in any order of shards.
  void add(const ResultSet& shard);

  /// The whole. Call it once, last.
  [[nodiscard]] ResultSet end();

 private:
  [[nodiscard]] std::size_t row_of(std::size_t point, std::size_t realization, std::size_t arm) const;
  void begin(const ResultSet& shard);
  void add_parameters(ResultSet& result) const;

  const Sweep& sweep_;
  SweepStamp stamp_;
  std::vector<std::uint8_t> status_;  // (design_point x realization x arm)
  std::vector<std::string> failures_;
  std::vector<Variable> variables_;
};

}  // namespace hansa
