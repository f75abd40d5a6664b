#include "cli/progress.hpp"

#include <algorithm>

#include <fmt/core.h>
#include <unistd.h>

namespace hansa {

Progress::Progress(std::string what, std::size_t n, bool quiet)
    : what_(std::move(what)), n_(n), quiet_(quiet), terminal_(::isatty(STDERR_FILENO) == 1) {}

void Progress::report(std::size_t n_done) {
  if (quiet_ || n_ == 0) return;
  const std::lock_guard lock(mutex_);
  if (n_done <= n_done_) return;
  n_done_ = n_done;
  const auto now = Clock::now();
  const auto pause = terminal_ ? std::chrono::milliseconds(100) : std::chrono::milliseconds(60000);
  if (now - told_ < pause) return;
  told_ = now;
  const double seconds = std::chrono::duration<double>(now - begun_).count();
  const double rate = static_cast<double>(n_done) / std::max(seconds, 1e-9);
  const double left = static_cast<double>(n_ - n_done) / rate;
  if (!terminal_) {
    fmt::print(stderr, "hansa: {} of {} {}, {:.1f}/s, {:.0f} s left\n", n_done, n_, what_, rate, left);
    return;
  }
  constexpr std::size_t width = 30;
  const std::size_t filled = width * n_done / n_;
  fmt::print(stderr, "\r[{:#<{}}{:.<{}}] {}/{} {}  {:.1f}/s  {:.0f} s left \033[K", "", filled, "",
             width - filled, n_done, n_, what_, rate, left);
  std::fflush(stderr);
  drawn_ = true;
}

void Progress::finish() {
  if (drawn_) fmt::print(stderr, "\r\033[K");
}

}  // namespace hansa
