#pragma once

#include "tests/sim/negotiation/rederived/electorate.hpp"

namespace hansa::rederived {

/// A negotiation under one form, worked out from docs/reference/model.md 7.8 with none of the program's code.
[[nodiscard]] Path talks(const Electorate& all);

}  // namespace hansa::rederived
