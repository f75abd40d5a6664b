#include "cli/terminal/progress.hpp"

#include <algorithm>
#include <cstdlib>
#include <string_view>

#include <fmt/core.h>

#include "cli/terminal/screens.hpp"
#include "cli/terminal/streams.hpp"

namespace hansa {
namespace {

/// A bar followed by the text. On a narrow terminal the bar is dropped, then the text is cut: a full line
/// would wrap.
std::string draw(std::string text, double share, std::size_t width) {
  constexpr std::size_t widest = 30, narrowest = 5;
  constexpr std::size_t around = 4;  // two brackets, a blank and a free column
  const std::size_t room = width > text.size() + around ? width - text.size() - around : 0;
  const std::size_t bar = std::min(room, widest);
  if (bar < narrowest) return text.substr(0, width - 1);
  const auto filled = static_cast<std::size_t>(share * static_cast<double>(bar));
  return fmt::format("[{:#<{}}{:.<{}}] {}", "", filled, "", bar - filled, text);
}

}  // namespace

bool can_draw() {
  const char* kind = std::getenv("TERM");
  return standard_error().is_terminal && kind != nullptr && *kind != '\0' && std::string_view(kind) != "dumb";
}

Progress::Progress(std::string what, std::size_t n, bool quiet)
    : what_(std::move(what)), n_(n), quiet_(quiet), terminal_(can_draw()) {}

void Progress::report(std::size_t n_done) {
  if (quiet_ || n_ == 0) return;
  const std::lock_guard lock(mutex_);
  if (n_done <= n_done_) return;
  n_done_ = n_done;
  const auto now = Clock::now();
  const auto pause = terminal_ ? std::chrono::milliseconds(100) : std::chrono::milliseconds(60000);
  if (now - reported_ < pause) return;
  reported_ = now;
  const double seconds = std::chrono::duration<double>(now - begun_).count();
  const double rate = static_cast<double>(n_done) / std::max(seconds, 1e-9);
  const double left = static_cast<double>(n_ - n_done) / rate;
  const std::size_t n_failed = n_failed_;
  const std::string failed = n_failed > 0 ? fmt::format(", {} failed", n_failed) : "";
  if (!terminal_) {
    remark(fmt::format("hansa: {} of {} {}{}, {:.1f}/s, {:.0f} s left\n", n_done, n_, what_, failed, rate,
                       left));
    return;
  }
  const double share = static_cast<double>(n_done) / static_cast<double>(n_);
  remark("\r" +
         draw(fmt::format("{}/{} {}{}  {:.1f}/s  {:.0f} s left", n_done, n_, what_, failed, rate, left),
              share, standard_error().width) +
         "\033[K");
  drawn_ = true;
}

void Progress::finish() {
  if (drawn_) remark("\r\033[K");
}

}  // namespace hansa
