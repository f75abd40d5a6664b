#pragma once

#include <atomic>

namespace hansa {

/// Installs handlers for INT and TERM. The first signal sets the flag; a second one, of either kind, ends the
/// program at once.
[[nodiscard]] const std::atomic<bool>& stop_on_signal();

/// Removes the handlers: the next signal ends the program at once.
void let_signals_end();

}  // namespace hansa
