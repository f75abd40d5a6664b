#pragma once

#include <cstddef>
#include <string_view>

#include "support/input/problem.hpp"

namespace hansa {

/// Lines and columns of the bytes of one text; fast if successive calls ask for nearby bytes.
class PlaceFinder {
 public:
  PlaceFinder(std::string_view text, int file) : text_(text), place_{file, 1, 1} {}

  /// The place of a byte; past the end, the place behind the last byte.
  Place at(std::size_t byte);

 private:
  std::string_view text_;
  std::size_t byte_ = 0;  // where place_ is
  Place place_;
};

}  // namespace hansa
