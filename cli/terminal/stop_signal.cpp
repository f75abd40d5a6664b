#include "cli/terminal/stop_signal.hpp"

#include <csignal>

namespace hansa {
namespace {

constexpr int stop_signals[] = {SIGINT, SIGTERM};

std::atomic<bool> stop_asked{false};

extern "C" void ask_to_stop(int) {
  stop_asked = true;
  for (const int signal : stop_signals) std::signal(signal, SIG_DFL);
}

}  // namespace

const std::atomic<bool>& stop_on_signal() {
  static_assert(std::atomic<bool>::is_always_lock_free);
  for (const int signal : stop_signals) {
    // a signal that our parent ignores, such as INT after a shell's &, stays ignored
    if (std::signal(signal, ask_to_stop) == SIG_IGN) std::signal(signal, SIG_IGN);
  }
  return stop_asked;
}

void let_signals_end() {
  for (const int signal : stop_signals) {
    if (std::signal(signal, SIG_DFL) == SIG_IGN) std::signal(signal, SIG_IGN);
  }
}

}  // namespace hansa
