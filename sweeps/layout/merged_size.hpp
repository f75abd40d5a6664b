#pragma once

#include "analysis/results/result_set.hpp"

namespace hansa {

/// Bytes of a merged file of this layout, of which lay_out_merged() leaves the values of runs out: they take whole chunks.
[[nodiscard]] double merged_file_bytes(const ResultSet& frame);

/// Bytes in memory of the values of a result.
[[nodiscard]] double bytes_in_memory(const ResultSet& result);

}  // namespace hansa
