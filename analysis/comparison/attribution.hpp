#pragma once

#include <span>
#include <string>
#include <vector>

#include "analysis/naming.hpp"
#include "analysis/paired_difference.hpp"
#include "analysis/results/result_set.hpp"

namespace hansa {

/// The contribution of each part to one outcome: full minus the arm without that part.
struct Contributions {
  std::string metric, conference;  // conference empty: the mean over conferences, in each pair
  int year = 0;
  double full = 0;  // mean in full; NaN: applies in no realization
  std::vector<PairedDifference> parts;
  PairedDifference sum;        // of the parts, in each pair
  PairedDifference together;   // full minus the arm without all of them
  PairedDifference remainder;  // together minus sum: interactions
};

struct Attribution {
  std::size_t n_pairs = 0;
  double smallest = 0;  // contribution that is named, as a share of the outcome's scale
  std::vector<std::string> parts;
  std::vector<Contributions> conferences;  // metric after metric
  std::vector<Contributions> mean_conference;
};

/// The arm without one part.
struct ArmWithout {
  std::string part;
  const ResultSet* result;
};

/// Attributes the outcomes that apply in every realization, so that contributions can be summed: adopted,
/// depth_unconditional and urban_role_unconditional. All results have the same conferences and realizations. A part's
/// contributions at conferences are adjusted for their number.
[[nodiscard]] Attribution attribute(const ResultSet& full, const std::vector<ArmWithout>& without,
                                    const ResultSet& without_all, double smallest = default_smallest);

}  // namespace hansa
