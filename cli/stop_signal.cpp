#include "cli/stop_signal.hpp"

#include <csignal>

namespace hansa {
namespace {

std::atomic<bool> stop_asked{false};

extern "C" void ask_to_stop(int signal) {
  stop_asked = true;
  std::signal(signal, SIG_DFL);
}

}  // namespace

const std::atomic<bool>& stop_on_signal() {
  static_assert(std::atomic<bool>::is_always_lock_free);
  std::signal(SIGINT, ask_to_stop);
  std::signal(SIGTERM, ask_to_stop);
  return stop_asked;
}

}  // namespace hansa
