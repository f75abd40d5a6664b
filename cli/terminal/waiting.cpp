#include "cli/terminal/waiting.hpp"

#include <utility>

#include <fmt/core.h>
#include <unistd.h>

#include "cli/terminal/progress.hpp"
#include "cli/terminal/screens.hpp"
#include "cli/terminal/stop_signal.hpp"
#include "cli/terminal/streams.hpp"

namespace hansa {

Waiting::Waiting(int status)
    : stop_(stop_on_signal()), status_(status), is_terminal_(can_draw()), watcher_([this] { watch(); }) {}

Waiting::~Waiting() {
  {
    const std::lock_guard lock(mutex_);
    ends_ = true;
  }
  ending_.notify_all();
  watcher_.join();
  if (is_drawn_) remark("\r\033[K");
}

void Waiting::note(std::string what) {
  const std::lock_guard lock(mutex_);
  what_ = std::move(what);
}

void Waiting::watch() {
  constexpr auto pause = std::chrono::milliseconds(50);
  std::unique_lock lock(mutex_);
  while (!ending_.wait_for(lock, pause, [this] { return ends_; })) {
    end_if_asked();
    say(Clock::now());
  }
  let_signals_end();
  end_if_asked();
}

void Waiting::end_if_asked() const {
  if (!stop_) return;
  if (is_terminal_) remark("\r\033[K");
  remark("hansa: stopped; nothing was written, the same command starts over\n");
  ::_exit(status_);
}

void Waiting::say(Clock::time_point now) {
  using std::chrono::seconds;
  const auto pause = is_terminal_ ? seconds(1) : seconds(60);
  if (what_.empty() || now - begun_ < seconds(2) || now - said_ < pause) return;
  said_ = now;
  const auto passed = std::chrono::duration_cast<seconds>(now - begun_).count();
  const std::string text = fmt::format("{}, {} s", what_, passed);
  if (!is_terminal_) {
    remark("hansa: " + text + "\n");
    return;
  }
  remark("\r" + text.substr(0, standard_error().width - 1) + "\033[K");
  is_drawn_ = true;
}

}  // namespace hansa
