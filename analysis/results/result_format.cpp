#include "analysis/results/result_format.hpp"

#include <algorithm>

#include "support/numbers/expect.hpp"

namespace hansa {

std::vector<std::size_t> chunk_shape(const std::vector<std::size_t>& shape, std::size_t n_most) {
  HANSA_EXPECT(n_most > 0 && std::find(shape.begin(), shape.end(), 0U) == shape.end());
  std::vector<std::size_t> chunk(shape.size());
  std::size_t n_left = n_most;
  for (std::size_t i = shape.size(); i-- > 0;) {
    const std::size_t n_pieces = (shape[i] + n_left - 1) / n_left;
    chunk[i] = (shape[i] + n_pieces - 1) / n_pieces;
    n_left = std::max<std::size_t>(1, n_left / chunk[i]);
  }
  return chunk;
}

}  // namespace hansa
