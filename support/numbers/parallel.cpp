#include "support/numbers/parallel.hpp"

#include <algorithm>
#include <thread>

#ifdef HANSA_STD_THREADS
#include <atomic>
#include <exception>
#include <mutex>
#include <vector>
#else
#include <tbb/blocked_range.h>
#include <tbb/global_control.h>
#include <tbb/parallel_for.h>
#include <tbb/task_arena.h>
#endif

namespace hansa {

std::size_t machine_threads() { return std::max(1U, std::thread::hardware_concurrency()); }

#ifdef HANSA_STD_THREADS

// For ThreadSanitizer, which does not understand TBB's synchronisation.
void for_each_index(std::size_t n, std::size_t n_threads, const std::function<void(std::size_t)>& work) {
  std::atomic<std::size_t> next{0};
  std::exception_ptr failure;
  std::mutex failing;
  const auto run = [&] {
    for (std::size_t k = next++; k < n; k = next++) {
      try {
        work(k);
      } catch (...) {
        const std::lock_guard lock(failing);
        if (!failure) failure = std::current_exception();
        next = n;
      }
    }
  };
  std::vector<std::thread> workers;
  for (std::size_t t = 1; t < std::min(n, n_threads); ++t) workers.emplace_back(run);
  run();
  for (std::thread& worker : workers) worker.join();
  if (failure) std::rethrow_exception(failure);
}

#else

void for_each_index(std::size_t n, std::size_t n_threads, const std::function<void(std::size_t)>& work) {
  if (n_threads <= 1 || n <= 1) {  // an arena takes longer to make than a short run
    for (std::size_t k = 0; k < n; ++k) work(k);
    return;
  }
  const tbb::global_control limit(tbb::global_control::max_allowed_parallelism, n_threads);
  tbb::task_arena arena(static_cast<int>(n_threads));
  arena.execute([&] {
    tbb::parallel_for(
        tbb::blocked_range<std::size_t>(0, n, 1),
        [&](const tbb::blocked_range<std::size_t>& range) {
          for (std::size_t k = range.begin(); k < range.end(); ++k) work(k);
        },
        tbb::simple_partitioner{});
  });
}

#endif

}  // namespace hansa
