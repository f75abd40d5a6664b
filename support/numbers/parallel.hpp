#pragma once

#include <cstddef>
#include <functional>

namespace hansa {

/// Calls `work(k)` for every k below n on at most n_threads threads, in unspecified order. An exception ends
/// the loop and is rethrown. Each call must write to a slot of its own: nothing is summed across threads.
void for_each_index(std::size_t n, std::size_t n_threads, const std::function<void(std::size_t)>& work);

/// The number of hardware threads of this machine.
[[nodiscard]] std::size_t machine_threads();

}  // namespace hansa
