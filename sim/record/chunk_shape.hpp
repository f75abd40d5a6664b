#pragma once

#include <cstddef>
#include <vector>

namespace hansa {

inline constexpr std::size_t largest_chunk = 1 << 20;  // [bytes]

/// The pieces into which an array of this shape is cut: whole trailing dimensions, as many leading points as
/// stay within n_most values, cut evenly so that the last piece is not mostly padding. No size may be 0.
[[nodiscard]] std::vector<std::size_t> chunk_shape(const std::vector<std::size_t>& shape, std::size_t n_most);

}  // namespace hansa
