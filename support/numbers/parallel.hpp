#pragma once

#include <cstddef>
#include <functional>

namespace hansa {

/// Does `work(k)` for every k below n on at most n_threads threads, in no certain order. An exception of any
/// piece of work ends the loop and is thrown here. Results must go to a slot of their own: no sum is ever
/// formed across threads.
void for_each_index(std::size_t n, std::size_t n_threads, const std::function<void(std::size_t)>& work);

/// The number of threads that this machine runs at once.
[[nodiscard]] std::size_t machine_threads();

}  // namespace hansa
