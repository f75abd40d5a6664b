#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <string>
#include <thread>

namespace hansa {

/// Says on stderr what a verb is at, if that takes long and has no loop to count: on a terminal from the third second on, a
/// line that is drawn anew; otherwise a line per minute. While it lives, the signals INT and TERM end the program, wherever
/// it is, which a message says; use it only where nothing is written.
class Waiting {
 public:
  /// `status`: with which a signal ends the program.
  explicit Waiting(int status);
  ~Waiting();
  Waiting(const Waiting&) = delete;
  Waiting& operator=(const Waiting&) = delete;

  /// What the verb is at now, as "smp, 5 of 9 solvers".
  void note(std::string what);

 private:
  using Clock = std::chrono::steady_clock;

  void watch();
  void end_if_asked() const;
  void say(Clock::time_point now);

  const std::atomic<bool>& stop_;
  int status_;
  bool is_terminal_;
  bool is_drawn_ = false, ends_ = false;
  std::string what_;
  std::mutex mutex_;
  std::condition_variable ending_;
  Clock::time_point begun_ = Clock::now(), said_ = begun_;
  std::thread watcher_;
};

}  // namespace hansa
