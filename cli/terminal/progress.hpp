#pragma once

#include <atomic>
#include <chrono>
#include <cstddef>
#include <mutex>
#include <string>

namespace hansa {

/// Whether stderr is a terminal that can clear a line.
[[nodiscard]] bool can_draw();

/// Reports the progress of a loop on stderr: a bar with failures, rate and time left on a terminal, otherwise
/// one line per minute.
class Progress {
 public:
  Progress(std::string what, std::size_t n, bool quiet);

  /// Callable from any thread; smaller counts than before are ignored.
  void report(std::size_t n_done);

  /// Counts a failure, shown with the next report. Callable from any thread.
  void note_failure() { ++n_failed_; }

  /// Clears the bar.
  void finish();

 private:
  using Clock = std::chrono::steady_clock;

  std::string what_;
  std::size_t n_;
  bool quiet_;
  bool terminal_;
  bool drawn_ = false;
  std::mutex mutex_;
  std::atomic<std::size_t> n_failed_ = 0;
  std::size_t n_done_ = 0;
  Clock::time_point begun_ = Clock::now();
  Clock::time_point reported_ = begun_;
};

}  // namespace hansa
