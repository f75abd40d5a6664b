#pragma once

#include "analysis/sensitivity/blocks.hpp"
#include "analysis/sensitivity/jackknife.hpp"

namespace hansa {

/// An estimate whose interval stays within what is possible. Of a mean share it is Wilson's, at the number of independent
/// runs that would give its variance, with Student's t (Korn and Graubard 1998; Dean and Pagano 2015): where all of
/// `n_alike` runs, each 0 or 1, agree, at that number; 0: no such number is known, and the interval has no width. All
/// else, a local regression too, keeps the interval of the jackknife, cut to the scale.
[[nodiscard]] Estimate on_scale(Estimate estimate, OutcomeScale scale, bool is_mean, std::size_t n_alike);

}  // namespace hansa
