#pragma once

#include <atomic>
#include <chrono>
#include <cstddef>
#include <mutex>
#include <string>

namespace hansa {

/// Tells on stderr how far a loop is: a bar with failures, rate and time left on a terminal, one line a minute
/// elsewhere.
class Progress {
 public:
  Progress(std::string what, std::size_t n, bool quiet);

  /// May be called from any thread; never goes back.
  void report(std::size_t n_done);

  /// One more of them failed; told with the next report. May be called from any thread.
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
  Clock::time_point told_ = begun_;
};

}  // namespace hansa
