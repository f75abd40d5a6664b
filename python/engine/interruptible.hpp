#pragma once

#include <atomic>
#include <chrono>
#include <cstddef>
#include <future>
#include <optional>

#include <pybind11/pybind11.h>

#include "sim/run.hpp"

namespace hansa::python {

namespace py = pybind11;

/// A Python function (n_done) that shows progress; None: nothing is shown.
using Progress = std::optional<py::function>;

/// Calls `work(watch)` in a thread of its own, without the interpreter's lock, and returns what it returns. Meanwhile this
/// thread shows progress and looks for Ctrl-C. An interrupt, and an exception of `progress`, stop the work and are raised
/// once it has ended.
template <class Work> auto interruptible(const Progress& progress, Work work) {
  constexpr auto pause = std::chrono::milliseconds(50);
  std::atomic<bool> stop{false};
  std::atomic<std::size_t> n_done{0};
  const Watch watch{.progress = [&](std::size_t n) { n_done = n; }, .stop = &stop};
  bool is_interrupted = false;
  auto result = [&] {
    const py::gil_scoped_release released;
    auto future = std::async(std::launch::async, [&] { return work(watch); });
    while (future.wait_for(pause) != std::future_status::ready) {
      if (stop) continue;
      const py::gil_scoped_acquire held;
      try {
        if (PyErr_CheckSignals() != 0) throw py::error_already_set();
        if (progress) (*progress)(n_done.load());
      } catch (py::error_already_set& error) {
        error.restore();  // raised below, when the work has ended
        is_interrupted = stop = true;
      }
    }
    return future.get();
  }();
  if (is_interrupted) throw py::error_already_set();
  if (progress) (*progress)(n_done.load());
  return result;
}

/// The same in this thread, for work on one thread that may be too short to be worth another: Ctrl-C is looked for
/// between realizations.
template <class Work> auto interruptible_here(Work work) {
  constexpr auto pause = std::chrono::milliseconds(50);
  std::atomic<bool> stop{false};
  auto seen = std::chrono::steady_clock::now();
  const auto look = [&](std::size_t) {
    if (std::chrono::steady_clock::now() - seen < pause) return;
    seen = std::chrono::steady_clock::now();
    const py::gil_scoped_acquire held;
    if (PyErr_CheckSignals() != 0) stop = true;
  };
  auto result = [&] {
    const py::gil_scoped_release released;
    return work(Watch{.progress = look, .stop = &stop});
  }();
  if (stop) throw py::error_already_set();
  return result;
}

}  // namespace hansa::python
