#pragma once

#include <atomic>

namespace hansa {

/// Set by the first INT or TERM; a second one, of either kind, ends the program at once.
[[nodiscard]] const std::atomic<bool>& stop_on_signal();

}  // namespace hansa
