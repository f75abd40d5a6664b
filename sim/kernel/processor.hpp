#pragma once

namespace hansa {

/// Whether the processor has registers of eight lanes (AVX-512).
[[nodiscard]] bool has_eight_lanes();

/// Whether it also works on all eight at once, so that they are faster than four.
[[nodiscard]] bool prefers_eight_lanes();

}  // namespace hansa
